using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How far the ranks of a composite depend on its choices.</summary>
/// <param name="Ranks">By unit.</param>
/// <param name="Effects">Of weights, normalisation, aggregation and indicators left out on the mean shift of ranks.</param>
public sealed record CompositeSensitivity(int Draws, long Seed, IReadOnlyList<RankDistribution> Ranks, IReadOnlyList<SobolIndex> Effects)
{
    /// <summary>Each weight from 75 to 125 % of what is declared; min-max, standard scores or percentile ranks; arithmetic or geometric
    /// means;
    /// at most one indicator left out. All normalisations lie above 0, so that geometric means exist.</summary>
    public static CompositeSensitivity Of(CompositeRun run, int draws, long seed)
    {
        var doubts = new CompositeDoubts(
            [
                [.. run.Oriented.Select(column => Rescaling.MinMax(column, 1, 100))],
                [.. run.Oriented.Select(column => Rescaling.Z(column, 100, 10))],
                [.. run.Oriented.Select(column => Array.ConvertAll(Rescaling.PercentileRank(column), share => 1 + (99 * share)))],
            ],
            new WeightDraw.Uniform(0.25),
            [CompositeAggregation.Arithmetic, CompositeAggregation.Geometric],
            run.Normalised.Count > 1 ? 1 : 0
        );
        return new(
            draws,
            seed,
            CompositeUncertainty.Ranks(run.Tree, doubts, draws, seed),
            CompositeUncertainty.Effects(run.Tree, doubts, run.Normalised, Math.Max(2, draws), seed)
        );
    }
}
