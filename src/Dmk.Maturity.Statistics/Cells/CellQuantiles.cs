namespace Dmk.Maturity.Statistics;

/// <summary>Quantiles of the scores of domains with Woodruff's intervals, from counts of how many respondents have which score.</summary>
/// <remarks>What <see cref="SampleQuantiles"/> has of single respondents, step for step (rule "math" of svyquantile; Woodruff 1952): the
/// interval runs between the quantiles at which the distribution function has the ends of its own t interval.</remarks>
public sealed class CellQuantiles
{
    private readonly WeightedCells _sample;
    private readonly CellEstimates _shares;
    private readonly int _variable;
    private readonly IReadOnlyList<IReadOnlyList<ScoreCount>> _scores;

    /// <param name="variable">Of the moments, of which the scores are.</param>
    /// <param name="scores">Per cell of the sample, each score once; together as many as have a value of the variable there.</param>
    public CellQuantiles(WeightedCells sample, CellOptions options, int variable, IReadOnlyList<IReadOnlyList<ScoreCount>> scores)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(scores.Count, sample.Cells.Count, nameof(scores));
        (_sample, _variable, _scores) = (sample, variable, scores);
        _shares = new(sample, options with { Intervals = IntervalVariance.Linearised });
    }

    /// <summary>One per domain; null for a domain without any respondent who has a value. An end of an interval is NaN where no share is
    /// that large, as in R.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    public IReadOnlyList<Estimate?> Of(CellPartition partition, double probability)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var distributions = Distributions(partition);
        double[] quantiles = [.. distributions.Select(one => one?.At(probability) ?? double.NaN)];
        long[] upTo = [.. _sample.Cells.Select((cell, place) => UpTo(place, partition.DomainOf[cell.Cell], quantiles))];
        return
        [
            .. _shares
                .Means(new CellMeasure.Counted(_variable, upTo), partition)
                .Zip(distributions, (share, distribution) => (share, distribution))
                .Select((one, domain) => Quantile(quantiles[domain], one.share, one.distribution)),
        ];
    }

    private ScoreDistribution?[] Distributions(CellPartition partition)
    {
        var placesOf = Enumerable.Range(0, _scores.Count).ToLookup(place => partition.DomainOf[_sample.Cells[place].Cell]);
        return
        [
            .. Enumerable
                .Range(0, partition.Count)
                .Select(domain =>
                    ScoreDistribution.Of(
                        placesOf[domain].SelectMany(place => _scores[place].Select(one => (one.Score, _sample.Weights[place], one.Count)))
                    )
                ),
        ];
    }

    /// <summary>How many in a cell have at most the quantile of their domain.</summary>
    private long UpTo(int place, int domain, double[] quantiles)
    {
        var count = 0L;
        foreach (var one in domain < 0 ? [] : _scores[place])
        {
            count += one.Score <= quantiles[domain] ? one.Count : 0;
        }

        return count;
    }

    /// <param name="share">Of those up to the quantile.</param>
    private static Estimate? Quantile(double quantile, Estimate? share, ScoreDistribution? distribution)
    {
        if (share is null || distribution is null)
        {
            return null;
        }

        var found = share with { Value = quantile, DesignEffect = double.NaN };
        if (double.IsNaN(share.StandardError))
        {
            return found with { Lower = double.NaN, Upper = double.NaN };
        }

        if (share.Method == IntervalMethod.Exact)
        {
            return found with { StandardError = 0, Lower = quantile, Upper = quantile };
        }

        var (lower, upper) = (distribution.At(share.Lower), distribution.At(share.Upper));
        var widths = (share.Upper - share.Lower) / share.StandardError;
        return found with
        {
            StandardError = share.StandardError == 0 ? 0 : (upper - lower) / widths,
            Lower = lower,
            Upper = upper,
            Method = IntervalMethod.Woodruff,
        };
    }
}
