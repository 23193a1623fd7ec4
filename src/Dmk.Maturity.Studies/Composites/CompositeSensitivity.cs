using System.Diagnostics;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How far the ranks of a composite depend on its choices.</summary>
/// <param name="Ranks">By unit.</param>
/// <param name="Effects">Of weights, normalisation, aggregation and indicators left out on the mean shift of ranks.</param>
public sealed record CompositeSensitivity(int Draws, long Seed, IReadOnlyList<RankDistribution> Ranks, IReadOnlyList<SobolIndex> Effects)
{
    /// <summary>Of the design for Sobol indices of four choices.</summary>
    private const int ModelsPerRow = 6;

    /// <summary>As the file says: each weight from 75 to 125 % of what is declared, min-max, standard scores or percentile ranks,
    /// arithmetic or geometric means, at most one indicator left out, unless it says otherwise.</summary>
    /// <param name="progress">How often the composite has been computed, in all.</param>
    public static CompositeSensitivity Of(CompositeRun run, int draws, long seed, IProgress<(int Done, int Of)> progress)
    {
        var rules = run.Model.Doubts;
        var doubts = new CompositeDoubts(
            [.. rules.Normalisations.Select(scale => Columns(run, scale))],
            rules.Weights,
            rules.Aggregations,
            Math.Min(rules.MostLeftOut, run.Normalised.Count - 1)
        );
        var (size, done) = (Math.Max(2, draws), 0);
        var whole = draws + (size * ModelsPerRow);
        var every = Math.Max(1, whole / 100);
        void Count()
        {
            if (Interlocked.Increment(ref done) is var now && now % every == 0)
            {
                progress.Report((now, whole));
            }
        }

        return new(
            draws,
            seed,
            CompositeUncertainty.Ranks(run.Tree, doubts, draws, seed, Count),
            CompositeUncertainty.Effects(run.Tree, doubts, run.Normalised, size, seed, Count)
        );
    }

    private static IReadOnlyList<double[]> Columns(CompositeRun run, DoubtedScale scale) =>
        scale switch
        {
            DoubtedScale.MinMax => [.. run.Oriented.Select(column => Rescaling.MinMax(column, 1, 100))],
            DoubtedScale.Z => [.. run.Oriented.Select(column => Rescaling.Z(column, 100, 10))],
            DoubtedScale.PercentileRank =>
            [
                .. run.Oriented.Select(column => Array.ConvertAll(Rescaling.PercentileRank(column), share => 1 + (99 * share))),
            ],
            DoubtedScale.Declared => run.Normalised,
            _ => throw new UnreachableException(),
        };
}
