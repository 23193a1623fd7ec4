namespace Dmk.Maturity.Studies;

/// <summary>A cell of a table in two waves, past the gate.</summary>
/// <param name="Before">In the earlier wave; null where it had no such cell.</param>
/// <param name="After">In the later one; its codes are those of the cell.</param>
public sealed record TrendCell(IndexCell? Before, IndexCell After)
{
    /// <summary>Later minus earlier, in points; null where one of the two is withheld.</summary>
    public PublishedDifference? Change { get; init; }

    /// <summary>The later one where the earlier is 100; null where one of the two is withheld, or the earlier is 0.</summary>
    public PublishedDifference? Index { get; init; }

    /// <summary>Null without a change.</summary>
    public WaveOverlap? Overlap { get; init; }

    /// <summary>How many companies stand in the cell in both waves, for operators; null for everybody else.</summary>
    public long? InBoth { get; init; }
}
