namespace Dmk.Maturity.Statistics;

/// <summary>How modelled values are brought to the totals of their group.</summary>
public enum BenchmarkRule
{
    /// <summary>All times one factor per group.</summary>
    Ratio,

    /// <summary>One amount per group is added to all.</summary>
    Difference,
}
