namespace Dmk.Maturity.Storage;

/// <summary>A token of somebody who works with results; only its keyed hash.</summary>
public sealed class StoredToken
{
    public required byte[] TokenHash { get; init; }

    public required int Role { get; init; }

    /// <summary>A ministry's own Land.</summary>
    public string? Land { get; init; }

    public required string Name { get; init; }

    /// <summary>Null for tokens of earlier servers, which did not write it down.</summary>
    public DateTimeOffset? Created { get; init; }

    public required DateTimeOffset Expires { get; init; }

    public DateTimeOffset? Revoked { get; init; }

    /// <summary>Exact to an hour, so that reading does not write each time; null when it has never been used.</summary>
    public DateTimeOffset? LastUsed { get; init; }

    /// <summary>Made by the demonstration, for one of its starts.</summary>
    public bool Demo { get; init; }
}
