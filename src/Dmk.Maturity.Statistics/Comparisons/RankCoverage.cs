namespace Dmk.Maturity.Statistics;

/// <summary>What the level of confidence sets for ranks is about.</summary>
public enum RankCoverage
{
    /// <summary>All sets hold their true ranks together: for reading the whole ranking.</summary>
    Simultaneous,

    /// <summary>Each set for itself: for reading the rank of one domain that was chosen beforehand.</summary>
    Marginal,
}
