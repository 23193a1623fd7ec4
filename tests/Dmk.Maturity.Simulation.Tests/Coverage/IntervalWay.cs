using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Simulation.Tests;

/// <summary>One way from respondents to intervals.</summary>
/// <param name="Name">In reports.</param>
/// <param name="Of">The estimates of the domains of any partition from one sample and its weighting; null where this way has no figures
/// from it.</param>
internal sealed record IntervalWay(
    string Name,
    Func<IReadOnlyList<StratumCell>, Weighting, Func<CellPartition, IReadOnlyList<Estimate?>>?> Of
)
{
    public static readonly (double From, double To) Scale = (0, 100);

    private static readonly CellMeasure _score = new CellMeasure.Score(0);

    /// <summary>As tables of the product have them.</summary>
    public static IntervalWay Product { get; } = new("product", (cells, weighting) => Bounded(WeightedCells.Of(cells, weighting)));

    /// <summary>Symmetric, with the degrees of freedom of the whole design.</summary>
    public static IntervalWay DesignT { get; } =
        new(
            "t, design df",
            (cells, weighting) =>
            {
                var estimates = new CellEstimates(
                    WeightedCells.Of(cells, weighting),
                    new(DegreesOfFreedom: DegreesOfFreedomRule.Design, Intervals: IntervalVariance.Linearised)
                );
                return partition => estimates.Means(_score, partition);
            }
        );

    /// <summary>As if drawn with replacement.</summary>
    public static IntervalWay WithoutCorrection { get; } =
        new("no fpc", (cells, weighting) => Bounded(WeightedCells.Of(cells, weighting, FinitePopulation.None)));

    /// <summary>Of the linearised variance, as R makes them: residuals are not enlarged.</summary>
    public static IntervalWay Linearised { get; } =
        new("linearised", (cells, weighting) => Bounded(WeightedCells.Of(cells, weighting), new(Intervals: IntervalVariance.Linearised)));

    /// <summary>As the product, but with the steps of the collapse rule in the opposite order.</summary>
    public static IntervalWay OtherOrder(IReadOnlyList<Stratum> strata, CollapseRule rule)
    {
        var other = rule with { Steps = [.. rule.Steps.Reverse()] };
        return new(
            "other order of merging",
            (cells, _) =>
            {
                var respondents = new long[strata.Count];
                foreach (var cell in cells)
                {
                    respondents[cell.Stratum] += cell.Moments.Respondents;
                }

                return Bounded(WeightedCells.Of(cells, Weighting.Of(strata, respondents, other)));
            }
        );
    }

    /// <summary>Intervals of another level.</summary>
    public static IntervalWay AtLevel(double level) =>
        new("another level", (cells, weighting) => Bounded(WeightedCells.Of(cells, weighting), new(Level: level)));

    /// <summary>Weights raked to Land x size and sector x size, as a study may ask for.</summary>
    public static IntervalWay Calibrated(TruePopulation population)
    {
        Func<WeightedCells, CalibrationTerm>[] margins =
        [
            Margin(population, "land x size", cell => $"{cell.Land} {cell.Size}"),
            Margin(population, "sector x size", cell => $"{cell.Sector} {cell.Size}"),
        ];
        return new("calibrated", Raked);

        Func<CellPartition, IReadOnlyList<Estimate?>>? Raked(IReadOnlyList<StratumCell> cells, Weighting weighting)
        {
            var sample = WeightedCells.Of(cells, weighting);
            try
            {
                return Bounded(sample.Calibrated([.. margins.Select(margin => margin(sample))], CalibrationDistance.Raking));
            }
            catch (Exception fault) when (fault is NotConvergedException or ArgumentException)
            {
                // The product has no figures then, and says so.
                return null;
            }
        }
    }

    private static Func<WeightedCells, CalibrationTerm> Margin(TruePopulation population, string name, Func<RegisterCell, string> label)
    {
        var (labels, labelOf) = TrueDomains.Margin(population, label);
        var totals = new double[labels.Length];
        foreach (var stratum in population.Frame)
        {
            totals[Array.BinarySearch(labels, label(stratum.Cell), StringComparer.Ordinal)] += stratum.Population;
        }

        return sample => new CalibrationTerm.Categories(name, [.. sample.Cells.Select(cell => labelOf[cell.Cell])], labels, totals);
    }

    private static Func<CellPartition, IReadOnlyList<Estimate?>> Bounded(WeightedCells sample, CellOptions? options = null)
    {
        var estimates = new CellEstimates(sample, options ?? new());
        return partition => estimates.Means(_score, partition, Scale);
    }
}
