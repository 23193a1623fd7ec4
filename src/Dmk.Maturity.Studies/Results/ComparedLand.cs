using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A Land among the others.</summary>
/// <param name="Cell">Its figure.</param>
public sealed record ComparedLand(IndexCell Cell)
{
    /// <summary>Its rank among the Länder that are shown, with the ranks that it may have; all these sets hold together. Null where it has
    /// no figure.</summary>
    public RankSet? Rank { get; init; }

    /// <summary>The same for whoever looks at this Land alone and chose it beforehand.</summary>
    public RankSet? RankAlone { get; init; }

    /// <summary>The Land minus Germany, of which it is a part; null where either is withheld.</summary>
    public PublishedDifference? ToGermany { get; init; }

    /// <summary>Of that difference, adjusted after Holm (1979) for all Länder; NaN without a test.</summary>
    public double AdjustedP { get; init; } = double.NaN;

    /// <summary>What follows from its mix of companies; null where it would tell withheld cells, or there is no such table.</summary>
    public LandMix? Mix { get; init; }
}
