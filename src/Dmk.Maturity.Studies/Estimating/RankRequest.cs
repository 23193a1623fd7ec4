using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Domains are to be ranked, with confidence sets for their ranks.</summary>
/// <param name="Draws">From which critical values come, 100 or more.</param>
/// <param name="Seed">Of the draws; the same seed gives the same sets.</param>
public sealed record RankRequest(RankProcedure Procedure, int Draws, int Seed);
