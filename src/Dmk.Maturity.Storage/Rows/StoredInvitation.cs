namespace Dmk.Maturity.Storage;

/// <summary>An access code that was issued; only its keyed hash.</summary>
public sealed class StoredInvitation
{
    public required byte[] CodeHash { get; init; }

    public required string Land { get; init; }

    public required string Study { get; init; }

    public required Guid Response { get; init; }

    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>When the code was written into a file for letters; null when only the program that issued it has seen it.</summary>
    public DateTimeOffset? ExportedAt { get; init; }

    /// <summary>Null while the code opens the door.</summary>
    public DateTimeOffset? EndedAt { get; set; }
}
