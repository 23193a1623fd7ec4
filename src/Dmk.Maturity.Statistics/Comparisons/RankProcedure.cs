namespace Dmk.Maturity.Statistics;

/// <summary>How many times the pairs are compared.</summary>
public enum RankProcedure
{
    /// <summary>Again without the pairs already told apart, until no more are: smaller sets at the same level.</summary>
    Stepwise,

    /// <summary>Once.</summary>
    SingleStep,
}
