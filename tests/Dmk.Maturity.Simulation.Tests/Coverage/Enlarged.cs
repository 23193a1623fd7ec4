using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Simulation.Tests;

/// <summary>The estimates of the product with a standard error that knows that the mean was estimated from the same residuals.</summary>
/// <remarks>With h = w / sum w a residual y - mean has the variance (1 - 2h + sum h^2) s^2 where all scores vary alike by s: too little,
/// most of all for large weights. Each is divided by the root of that factor (as Bell and McCaffrey 2002 do for regressions). The weight is
/// the same for a whole cell, so that this, too, comes from moments.</remarks>
internal sealed class Enlarged
{
    private readonly IReadOnlyList<StratumCell> _cells;
    private readonly Weighting _weighting;
    private readonly WeightedCells _sample;
    private readonly TQuantiles _quantiles = new(0.95);
    private readonly Dictionary<int, long> _respondents;

    public Enlarged(IReadOnlyList<StratumCell> cells, Weighting weighting)
    {
        (_cells, _weighting, _sample) = (cells, weighting, WeightedCells.Of(cells, weighting));
        _respondents = cells
            .GroupBy(cell => weighting.ClassOf[cell.Stratum])
            .ToDictionary(one => one.Key, one => one.Sum(cell => cell.Moments.Respondents));
    }

    public IReadOnlyList<Estimate?> Estimates(CellPartition partition)
    {
        var plain = new CellEstimates(_sample, new()).Means(new CellMeasure.Score(0), partition, IntervalWay.Scale);
        var spreads = new Dictionary<(int Class, int Domain), (double Sum, double Squares)>();
        foreach (var cell in _cells)
        {
            if (plain[partition.DomainOf[cell.Cell]] is { Respondents: > 1 } estimate)
            {
                var key = (_weighting.ClassOf[cell.Stratum], partition.DomainOf[cell.Cell]);
                var share = _weighting.Weights[cell.Stratum] / estimate.Population;
                var factor = share / Math.Sqrt(1 - (2 * share) + (1 / estimate.EffectiveRespondents));
                var apart = cell.Moments.Mean(0) - estimate.Value;
                var (sum, squares) = spreads.GetValueOrDefault(key);
                spreads[key] = (
                    sum + (factor * cell.Moments.Respondents * apart),
                    squares + (factor * factor * (cell.Moments.SquaredDeviations(0) + (cell.Moments.Respondents * apart * apart)))
                );
            }
        }

        var variances = new (double Total, double Squares)[partition.Count];
        foreach (var ((one, domain), (sum, squares)) in spreads)
        {
            var n = _respondents[one];
            var correction = 1 - ((double)n / _weighting.ClassPopulation[one]);
            var part = correction * (n == 1 ? squares : (double)n / (n - 1) * (squares - (sum * sum / n)));
            variances[domain].Total += part;
            variances[domain].Squares += part * part / Math.Max(1, n - 1);
        }

        return [.. plain.Select((estimate, domain) => Widened(estimate, variances[domain]))];
    }

    private Estimate? Widened(Estimate? estimate, (double Total, double Squares) variance)
    {
        if (estimate is not { Method: IntervalMethod.Logit })
        {
            return estimate;
        }

        var (error, df) = (Math.Sqrt(variance.Total), Math.Max(1, variance.Total * variance.Total / variance.Squares));
        var interval = Interval.Bounded(
            estimate.Value,
            error,
            _quantiles.Of(df),
            IntervalWay.Scale,
            estimate.EffectiveRespondents,
            estimate.Level
        );
        return estimate with { StandardError = error, Lower = interval.Lower, Upper = interval.Upper };
    }
}
