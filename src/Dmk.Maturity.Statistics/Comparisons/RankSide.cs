namespace Dmk.Maturity.Statistics;

/// <summary>Which bounds a confidence set for ranks has.</summary>
public enum RankSide
{
    /// <summary>The best and the worst rank.</summary>
    Both,

    /// <summary>The best rank that is possible; the worst is the number of domains. "lower" of csranks.</summary>
    Best,

    /// <summary>The worst rank that is possible; the best is 1. "upper" of csranks.</summary>
    Worst,
}
