namespace Dmk.Maturity.Studies;

/// <summary>What of a Land's distance to Germany comes from its mix of companies.</summary>
/// <param name="Adjusted">Its mean if its companies had the mix of Germany (direct standardisation; where it has nobody of a kind, that of
/// Germany stands in).</param>
/// <param name="Covered">The share of Germany's mix of which the Land has companies with a score, 0 to 1.</param>
/// <param name="Difference">The Land minus Germany, of the companies in the table of kinds: composition and within together.</param>
/// <param name="Composition">Part of the difference due to the mix (Kitagawa 1955).</param>
/// <param name="Within">Part due to companies of the same kind being ahead or behind.</param>
public sealed record LandMix(
    PublishedDifference Adjusted,
    double Covered,
    PublishedDifference Difference,
    PublishedDifference Composition,
    PublishedDifference Within
);
