namespace Dmk.Maturity.Studies;

/// <summary>What is estimated.</summary>
public enum SampleStatistic
{
    /// <summary>Of names: the share of each.</summary>
    Mean,

    /// <summary>Of names: the number of units with each.</summary>
    Total,

    Share,
    Ratio,
    Quantile,
}
