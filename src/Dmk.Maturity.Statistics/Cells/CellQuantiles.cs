namespace Dmk.Maturity.Statistics;

/// <summary>Quantiles of domains with Woodruff's intervals, found by counting: no value leaves the place where it is kept.</summary>
/// <remarks>The smallest value, to a multiple of 2^-32, up to which the weighted share is at least p, as <see cref="SampleQuantiles"/>
/// has it of single respondents (rule "math" of svyquantile; Woodruff 1952), found by halving the scale: some forty counts a
/// bound.</remarks>
public sealed class CellQuantiles
{
    private const double Rounding = 1e-13;

    private readonly WeightedCells _sample;
    private readonly CellOptions _options;
    private readonly int _variable;
    private readonly Func<double, IReadOnlyList<long>> _countUpTo;

    /// <param name="countUpTo">Per cell of the sample: how many have a value of the variable, rounded to a multiple of 2^-32, up to this
    /// one.</param>
    public CellQuantiles(WeightedCells sample, CellOptions options, int variable, Func<double, IReadOnlyList<long>> countUpTo) =>
        (_sample, _options, _variable, _countUpTo) = (
            sample,
            options with
            {
                Intervals = IntervalVariance.Linearised,
            },
            variable,
            countUpTo
        );

    /// <summary>One per domain; null for a domain without any respondent who has a value.</summary>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <param name="scale">No value lies outside of it.</param>
    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    public IReadOnlyList<Estimate?> Of(CellPartition partition, double probability, (double From, double To) scale)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        return [.. Enumerable.Range(0, partition.Count).Select(domain => OfOne(Only(partition, domain), probability, scale))];
    }

    private Estimate? OfOne(CellPartition one, double probability, (double From, double To) scale)
    {
        if (WeightUpTo(one, scale.To) == 0)
        {
            return null;
        }

        var quantile = At(one, probability, scale);
        var share = Share(one, quantile);
        if (double.IsNaN(share.StandardError) || double.IsNaN(share.Lower))
        {
            return share with { Value = quantile, Lower = double.NaN, Upper = double.NaN, DesignEffect = double.NaN };
        }

        var (lower, upper) = (At(one, share.Lower, scale), At(one, share.Upper, scale));
        return share with
        {
            Value = quantile,
            StandardError = share.StandardError == 0 ? 0 : (upper - lower) / ((share.Upper - share.Lower) / share.StandardError),
            Lower = lower,
            Upper = upper,
            DesignEffect = double.NaN,
            Method = IntervalMethod.Woodruff,
        };
    }

    private Estimate Share(CellPartition one, double value) =>
        new CellEstimates(_sample, _options).Means(new CellMeasure.Counted(_variable, _countUpTo(value)), one)[0]!;

    /// <summary>The smallest value up to which the share is at least p; the largest value where none is.</summary>
    private double At(CellPartition one, double p, (double From, double To) scale)
    {
        if (p is not (>= 0 and <= 1))
        {
            return double.NaN;
        }

        // What falls short of the share by rounding alone reaches it.
        var whole = WeightUpTo(one, scale.To);
        var wanted = Math.Max(p * whole * (1 - Rounding), double.Epsilon);
        var (below, reached) = (Quanta.Score(scale.From) - 1, Quanta.Score(scale.To));
        while (reached - below > 1)
        {
            var middle = below + ((reached - below) / 2);
            (below, reached) = WeightUpTo(one, middle / Quanta.OfScore) >= wanted ? (below, middle) : (middle, reached);
        }

        return reached / Quanta.OfScore;
    }

    private double WeightUpTo(CellPartition one, double value)
    {
        var (counts, sum) = (_countUpTo(value), 0.0);
        for (var place = 0; place < counts.Count; place++)
        {
            sum += one.DomainOf[_sample.Cells[place].Cell] == 0 ? _sample.Weights[place] * counts[place] : 0;
        }

        return sum;
    }

    private static CellPartition Only(CellPartition partition, int domain) =>
        new([.. partition.DomainOf.Select(one => one == domain ? 0 : -1)], 1);
}
