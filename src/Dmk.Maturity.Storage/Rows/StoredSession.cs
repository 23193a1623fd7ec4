namespace Dmk.Maturity.Storage;

/// <summary>A company that has entered its code; only the keyed hash of its session token.</summary>
public sealed class StoredSession
{
    public required byte[] TokenHash { get; init; }

    public required string Land { get; init; }

    public required string Study { get; init; }

    public required Guid Response { get; init; }

    public required DateTimeOffset Expires { get; init; }
}
