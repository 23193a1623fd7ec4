namespace Dmk.Maturity.Storage;

/// <summary>How many submissions of a Land and study have been numbered. Its row is locked inside the commit, so numbers are in the order
/// of commits and have no gaps.</summary>
public sealed class StoredCounter
{
    public required string Land { get; init; }

    public required string Study { get; init; }

    public required long Value { get; init; }
}
