namespace Dmk.Maturity.Statistics;

/// <summary>How confidence sets for ranks are made.</summary>
/// <param name="Level">Between 0 and 1.</param>
public sealed record RankOptions(
    RankCoverage Coverage = RankCoverage.Simultaneous,
    RankSide Side = RankSide.Both,
    RankProcedure Procedure = RankProcedure.Stepwise,
    double Level = 0.95
);
