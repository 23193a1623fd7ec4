namespace Dmk.Maturity.Storage;

/// <summary>A token of somebody who works with results; only its keyed hash.</summary>
public sealed class StoredToken
{
    public required byte[] TokenHash { get; init; }

    public required int Role { get; init; }

    /// <summary>A ministry's own Land.</summary>
    public string? Land { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset Expires { get; init; }
}
