namespace Dmk.Maturity.Statistics;

/// <summary>Means, shares, ratios and totals of domains with linearised standard errors, from cell moments.</summary>
/// <remarks>A ratio of two totals R = sum w a / sum w b (for means b is 1) over the respondents of the domain who have both. Variance by
/// Taylor linearisation (Woodruff 1971; Särndal, Swensson and Wretman 1992, section 5.8), stratified by weighting class g with finite
/// population correction: V = sum_g (1 - n_g/N_g) n_g/(n_g - 1) sum (z - zbar_g)^2, z = w u, u = (a - R b) / sum w b in the domain and 0
/// outside of it or where missing; n_g and zbar_g run over all respondents of the class. For a total u = a. After a calibration u is
/// replaced by its residual from the regression on the calibration variables, which is not 0 outside of the domain (Deville and Särndal
/// 1992, section 3.4). Checked against svymean, svytotal, svyratio and svyby of R survey 4.1-1. Cost: passes over the cells for all domains
/// of a table together, whatever the number of respondents.</remarks>
public sealed class CellEstimates
{
    private readonly WeightedCells _sample;
    private readonly CellOptions _options;

    /// <summary>Tables are asked for one after the other, all of one measure.</summary>
    private MeasuredParts? _last;

    public CellEstimates(WeightedCells sample, CellOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Level, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.Level, 1, nameof(options));
        (_sample, _options) = (sample, options);
    }

    /// <summary>Respondents minus classes with respondents.</summary>
    public long DesignDegreesOfFreedom => _sample.Respondents - _sample.Classes;

    /// <summary>Respondents who are counted, per domain.</summary>
    public IReadOnlyList<long> Counted(CellMeasure measure, CellPartition partition) => PartsOf(measure).Respondents(partition);

    /// <summary>sum w b, the estimated population of means and shares, and the mean, share or ratio, per domain; 0 and NaN without
    /// respondents who are counted.</summary>
    public IReadOnlyList<(double Population, double Mean)> Sums(CellMeasure measure, CellPartition partition) =>
        [.. new MeasuredCells(PartsOf(measure), partition).Sums.Select(sums => (sums.Below, sums.Ratio))];

    /// <summary>Means, shares or ratios. One per domain; null for a domain without any respondent who is counted.</summary>
    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    /// <param name="scale">The ends of the scale that no interval may leave, the lower one first; null for t intervals.</param>
    public IReadOnlyList<Estimate?> Means(CellMeasure measure, CellPartition partition, (double From, double To)? scale = null) =>
        Estimates(measure, partition, CellInfluence.OfRatio, scale);

    /// <summary>sum w a.</summary>
    /// <inheritdoc cref="Means"/>
    public IReadOnlyList<Estimate?> Totals(CellMeasure measure, CellPartition partition) =>
        Estimates(measure, partition, _ => CellInfluence.OfTotal, null);

    /// <summary>Means, shares or ratios of all domains of several partitions, such as the Länder and the whole, with their covariances.
    /// In the order of the partitions; NaN where nobody is counted.</summary>
    /// <remarks>Degrees of freedom are the design's.</remarks>
    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    public JointEstimates JointMeans(CellMeasure measure, IReadOnlyList<CellPartition> partitions)
    {
        var sums = partitions.SelectMany(partition => new MeasuredCells(PartsOf(measure), partition).Sums).ToArray();
        var influences = Array.ConvertAll(sums, CellInfluence.OfRatio);
        var covariances = new CellCovariances(PartsOf(measure), partitions, influences).Matrix(_options.Lonely);
        for (var domain = 0; domain < sums.Length; domain++)
        {
            for (var other = 0; other < sums.Length && sums[domain].Respondents < 2; other++)
            {
                covariances[domain, other] = covariances[other, domain] = double.NaN;
            }
        }

        return new(
            [.. sums.Select(one => one.Respondents == 0 ? double.NaN : one.Ratio)],
            covariances,
            Math.Max(1, DesignDegreesOfFreedom)
        );
    }

    /// <summary>Per domain, whether all respondents who have a value have the same; not without one.</summary>
    public IReadOnlyList<bool> AllAlike(int variable, CellPartition partition)
    {
        var (first, alike) = (new double?[partition.Count], new bool[partition.Count]);
        foreach (var cell in _sample.Cells)
        {
            if (partition.DomainOf[cell.Cell] is var domain and >= 0 && cell.Moments.Count(variable) > 0)
            {
                if (first[domain] is null)
                {
                    (first[domain], alike[domain]) = (cell.Moments.Mean(variable), cell.Moments.SquaredDeviations(variable) == 0);
                }
                else if (alike[domain])
                {
                    alike[domain] = cell.Moments.Mean(variable) == first[domain] && cell.Moments.SquaredDeviations(variable) == 0;
                }
            }
        }

        return alike;
    }

    /// <summary>Per domain, the two largest weights of single respondents who have a value; 0 without one.</summary>
    public IReadOnlyList<(double First, double Second)> LargestWeights(int variable, CellPartition partition)
    {
        var largest = new (double First, double Second)[partition.Count];
        for (var place = 0; place < _sample.Cells.Count; place++)
        {
            var (cell, weight) = (_sample.Cells[place], _sample.Weights[place]);
            if (partition.DomainOf[cell.Cell] is var domain and >= 0 && cell.Moments.Count(variable) is var respondents and > 0)
            {
                var (first, second) = largest[domain];
                largest[domain] =
                    weight >= first ? (weight, respondents > 1 ? weight : first)
                    : weight > second ? (first, weight)
                    : (first, second);
            }
        }

        return largest;
    }

    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    public void CheckLonely() => _sample.CheckLonely(_options.Lonely);

    private Estimate?[] Estimates(
        CellMeasure measure,
        CellPartition partition,
        Converter<DomainSums, CellInfluence> influenceOf,
        (double From, double To)? scale
    )
    {
        CheckLonely();
        var cells = new MeasuredCells(PartsOf(measure), partition);
        var influences = Array.ConvertAll(cells.Sums, influenceOf);
        cells.Measure(influences);
        var variances = cells.Variances(influences, _options.Lonely);
        if (measure.IsMean)
        {
            cells.AddSquares();
        }

        var isAdjusted = _options.Intervals == IntervalVariance.Adjusted && measure.IsMean;
        var enlarged = isAdjusted ? Enlarged(influences, cells.Sums) : influences;
        var ofIntervals = isAdjusted ? cells.Variances(enlarged, _options.Lonely) : variances;
        var (estimates, quantiles) = (new Estimate?[influences.Length], new TQuantiles(_options.Level));
        for (var domain = 0; domain < estimates.Length; domain++)
        {
            var sums = cells.Sums[domain];
            estimates[domain] =
                sums.Respondents == 0 || sums.Below == 0
                    ? null
                    : EstimateOf(sums, enlarged[domain], variances[domain].Averaged, ofIntervals[domain].Averaged, quantiles, scale);
        }

        return estimates;
    }

    private MeasuredParts PartsOf(CellMeasure measure) =>
        _last is { } last && last.Measure == measure ? last : _last = new(_sample, measure);

    private static CellInfluence[] Enlarged(CellInfluence[] influences, DomainSums[] sums) =>
        [.. influences.Zip(sums, (influence, sum) => influence.IsTotal ? influence : influence with { Leverage = sum.Leverage })];

    /// <param name="influence">That of the interval.</param>
    /// <param name="variances">Of which the standard error is.</param>
    /// <param name="ofInterval">The same, or with enlarged residuals.</param>
    private Estimate EstimateOf(
        DomainSums sums,
        CellInfluence influence,
        VarianceParts variances,
        VarianceParts ofInterval,
        TQuantiles quantiles,
        (double From, double To)? scale
    )
    {
        var value = influence.IsTotal ? sums.Ratio * sums.Below : sums.Ratio;
        var variance = sums.Respondents == 1 ? double.NaN : variances.Total;
        var simple = influence.IsTotal ? sums.SimpleRandomVariance * sums.Weight * sums.Weight : sums.SimpleRandomVariance;
        var degreesOfFreedom = DegreesOfFreedom(sums, ofInterval);
        var interval = IntervalOf(sums, value, ofInterval, quantiles.Of(degreesOfFreedom), scale);
        interval = influence.Leverage is null ? interval : interval.OfAdjusted();
        return new Estimate(
            value,
            Math.Sqrt(variance),
            interval.Lower,
            interval.Upper,
            _options.Level,
            sums.Respondents,
            sums.EffectiveRespondents,
            variance / simple,
            degreesOfFreedom,
            sums.Weight
        )
        {
            Method = interval.Method,
        };
    }

    private double DegreesOfFreedom(DomainSums sums, VarianceParts variances) =>
        _options.DegreesOfFreedom switch
        {
            DegreesOfFreedomRule.Satterthwaite => variances.DegreesOfFreedom,
            DegreesOfFreedomRule.Domain => sums.Respondents - 1,
            DegreesOfFreedomRule.DomainBelowThirty when sums.Respondents < 30 => sums.Respondents - 1,
            DegreesOfFreedomRule.Design or DegreesOfFreedomRule.DomainBelowThirty => DesignDegreesOfFreedom,
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private Interval IntervalOf(DomainSums sums, double value, VarianceParts variances, double quantile, (double From, double To)? scale)
    {
        var standardError = Math.Sqrt(sums.Respondents == 1 ? double.NaN : variances.Total);
        return !variances.IsSampled && sums.Respondents > 1 ? new Interval(value, value, IntervalMethod.Exact)
            : scale is { } ends ? Interval.Bounded(value, standardError, quantile, ends, sums.EffectiveRespondents, _options.Level)
            : Interval.StudentT(value, standardError, quantile);
    }
}
