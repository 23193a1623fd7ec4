namespace Dmk.Maturity.Statistics;

/// <summary>How estimates from a file are given their intervals.</summary>
/// <param name="DegreesOfFreedom">Whose.</param>
/// <param name="Level">Between 0 and 1, both excluded.</param>
public sealed record SampleOptions(DegreesOfFreedomRule DegreesOfFreedom = DegreesOfFreedomRule.Design, double Level = 0.95)
{
    /// <summary>The ends of a scale that no interval may leave, the lower one first; null for intervals without bounds.</summary>
    public (double From, double To)? Scale { get; init; }

    /// <summary>Of which variance intervals are made; for means and shares alone.</summary>
    public IntervalVariance Intervals { get; init; } = IntervalVariance.Linearised;
}
