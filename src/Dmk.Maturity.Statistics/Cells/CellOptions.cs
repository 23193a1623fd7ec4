namespace Dmk.Maturity.Statistics;

/// <summary>How estimates from moments are given their errors and intervals.</summary>
/// <param name="Lonely">What a class with one respondent adds to a variance.</param>
/// <param name="DegreesOfFreedom">Whose.</param>
/// <param name="Level">Between 0 and 1, both excluded.</param>
/// <param name="Intervals">Of which variance those of means and shares are made; those of ratios, totals and quantiles are of the
/// linearised one.</param>
public sealed record CellOptions(
    LonelyUnit Lonely = LonelyUnit.Adjust,
    DegreesOfFreedomRule DegreesOfFreedom = DegreesOfFreedomRule.Satterthwaite,
    double Level = 0.95,
    IntervalVariance Intervals = IntervalVariance.Adjusted
);
