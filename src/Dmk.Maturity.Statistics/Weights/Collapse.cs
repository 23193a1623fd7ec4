namespace Dmk.Maturity.Statistics;

/// <summary>Which classes were merged, for the result's record.</summary>
/// <param name="From">The strata of the deficient class.</param>
/// <param name="Into">The strata that it was merged with.</param>
public sealed record Collapse(IReadOnlyList<string> From, IReadOnlyList<string> Into);
