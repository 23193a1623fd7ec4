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

    public CellEstimates(WeightedCells sample, CellOptions options)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.Level, 0, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(options.Level, 1, nameof(options));
        (_sample, _options) = (sample, options);
    }

    /// <summary>Respondents minus classes with respondents.</summary>
    public long DesignDegreesOfFreedom => _sample.Respondents - _sample.Classes;

    /// <summary>Means, shares or ratios. One per domain; null for a domain without any respondent who is counted.</summary>
    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    /// <param name="scale">The ends of the scale that no interval may leave, the lower one first; null for t intervals.</param>
    public IReadOnlyList<Estimate?> Means(CellMeasure measure, CellPartition partition, (double From, double To)? scale = null) =>
        Estimates(measure, partition, sums => new(sums.Ratio, 1 / sums.Below), scale);

    /// <summary>sum w a.</summary>
    /// <inheritdoc cref="Means"/>
    public IReadOnlyList<Estimate?> Totals(CellMeasure measure, CellPartition partition) =>
        Estimates(measure, partition, _ => new(0, 1), null);

    /// <summary>Means, shares or ratios of all domains of several partitions, such as the Länder and the whole, with their covariances.
    /// In the order of the partitions; NaN where nobody is counted.</summary>
    /// <remarks>Degrees of freedom are the design's.</remarks>
    /// <exception cref="LonelyUnitException">A class has a single respondent and the choice is
    /// <see cref="LonelyUnit.Fail"/>.</exception>
    public JointEstimates JointMeans(CellMeasure measure, IReadOnlyList<CellPartition> partitions)
    {
        var sums = partitions.SelectMany(partition => Sums(measure, partition)).ToArray();
        var influences = sums.Select(one => new CellInfluence(one.Ratio, 1 / one.Below)).ToArray();
        var covariances = new CellCovariances(_sample, measure, partitions, influences).Matrix(_options.Lonely);
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

    private Estimate?[] Estimates(
        CellMeasure measure,
        CellPartition partition,
        Func<DomainSums, CellInfluence> influenceOf,
        (double From, double To)? scale
    )
    {
        _sample.CheckLonely(_options.Lonely);
        var sums = Sums(measure, partition);
        var influences = Array.ConvertAll(sums, one => influenceOf(one));
        var variances = _sample.Projection is null
            ? Variances(measure, partition, influences)
            : [.. influences.Select((influence, domain) => Projected(measure, partition, domain, influence))];
        if (measure.IsMean)
        {
            AddSquares(measure, partition, sums);
        }

        var quantiles = new TQuantiles(_options.Level);
        return
        [
            .. sums.Select(
                (sum, domain) =>
                    sum.Respondents == 0 || sum.Below == 0
                        ? null
                        : EstimateOf(sum, influences[domain], variances[domain].Averaged, quantiles, scale)
            ),
        ];
    }

    private DomainSums[] Sums(CellMeasure measure, CellPartition partition)
    {
        var sums = new DomainSums[partition.Count];
        for (var place = 0; place < _sample.Cells.Count; place++)
        {
            var cell = _sample.Cells[place];
            if (partition.DomainOf[cell.Cell] is var domain and >= 0)
            {
                sums[domain].Add(_sample.Weights[place], measure.Part(cell.Moments, place));
            }
        }

        return sums;
    }

    private void AddSquares(CellMeasure measure, CellPartition partition, DomainSums[] sums)
    {
        for (var place = 0; place < _sample.Cells.Count; place++)
        {
            var cell = _sample.Cells[place];
            if (partition.DomainOf[cell.Cell] is var domain and >= 0 && measure.Part(cell.Moments, place) is var part && part.Count > 0)
            {
                var (ratio, apart) = (sums[domain].Ratio, part.Residual(sums[domain].Ratio));
                sums[domain]
                    .AddSquares(
                        _sample.Weights[place] * (measure.Codeviations(cell.Moments, place, ratio, ratio) + (part.Count * apart * apart))
                    );
            }
        }
    }

    /// <summary>Without a calibration a domain moves with the classes of its own respondents alone.</summary>
    private VarianceParts[] Variances(CellMeasure measure, CellPartition partition, CellInfluence[] influences)
    {
        var (variances, spreads) = (new VarianceParts[influences.Length], new Spread[influences.Length]);
        var touched = new List<int>();
        for (var (place, index) = (0, 0); index < _sample.Classes; index++)
        {
            for (; place < _sample.Cells.Count && _sample.ClassOf[place] == index; place++)
            {
                if (partition.DomainOf[_sample.Cells[place].Cell] is var domain and >= 0)
                {
                    var before = spreads[domain].Count;
                    AddCell(measure, place, influences[domain], 0, ref spreads[domain]);
                    if (before == 0 && spreads[domain].Count > 0)
                    {
                        touched.Add(domain);
                    }
                }
            }

            foreach (var domain in touched)
            {
                AddClass(index, spreads[domain], ref variances[domain]);
                spreads[domain] = default;
            }

            touched.Clear();
        }

        return variances;
    }

    /// <summary>After a calibration a domain moves with all respondents.</summary>
    private VarianceParts Projected(CellMeasure measure, CellPartition partition, int domain, CellInfluence influence)
    {
        var shifts = influence.Shifts(_sample, measure, partition, domain);
        var variance = default(VarianceParts);
        for (var (place, index) = (0, 0); index < _sample.Classes; index++)
        {
            var spread = default(Spread);
            for (; place < _sample.Cells.Count && _sample.ClassOf[place] == index; place++)
            {
                var (moments, weight) = (_sample.Cells[place].Moments, _sample.Weights[place]);
                var before = spread.Count;
                if (partition.DomainOf[_sample.Cells[place].Cell] == domain)
                {
                    AddCell(measure, place, influence, shifts[place], ref spread);
                }

                spread.Add(moments.Respondents - (spread.Count - before), weight * shifts[place], 0);
            }

            AddClass(index, spread, ref variance);
        }

        return variance;
    }

    /// <summary>The z of the counted respondents of a cell are their values, shifted and scaled.</summary>
    private void AddCell(CellMeasure measure, int place, CellInfluence influence, double shift, ref Spread spread)
    {
        var (moments, weight) = (_sample.Cells[place].Moments, _sample.Weights[place]);
        var part = measure.Part(moments, place);
        if (part.Count > 0)
        {
            var scale = weight * influence.Scale;
            spread.Add(
                part.Count,
                (scale * part.Residual(influence.Ratio)) + (weight * shift),
                scale * scale * Math.Max(0, measure.Codeviations(moments, place, influence.Ratio, influence.Ratio))
            );
        }
    }

    private void AddClass(int index, Spread spread, ref VarianceParts variance)
    {
        var (n, correction) = (_sample.RespondentsOfClass[index], _sample.Corrections[index]);
        variance.IsSampled |= correction > 0;
        spread.Add(n - spread.Count, 0, 0);
        if (n > 1)
        {
            variance.Add(correction * n / (n - 1) * spread.SquaredDeviations, n);
        }
        else if (correction == 0 || _options.Lonely == LonelyUnit.Certainty)
        {
            variance.Add(0, n);
        }
        else if (_options.Lonely == LonelyUnit.Adjust)
        {
            variance.Add(correction * spread.Mean * spread.Mean, n);
        }
        else
        {
            variance.AddUnknown();
        }
    }

    private Estimate EstimateOf(
        DomainSums sums,
        CellInfluence influence,
        VarianceParts variances,
        TQuantiles quantiles,
        (double From, double To)? scale
    )
    {
        var isTotal = influence.Ratio == 0 && influence.Scale == 1;
        var value = isTotal ? sums.Ratio * sums.Below : sums.Ratio;
        var variance = sums.Respondents == 1 ? double.NaN : variances.Total;
        var simple = isTotal ? sums.SimpleRandomVariance * sums.Weight * sums.Weight : sums.SimpleRandomVariance;
        var standardError = Math.Sqrt(variance);
        var degreesOfFreedom = _options.DegreesOfFreedom switch
        {
            DegreesOfFreedomRule.Satterthwaite => variances.DegreesOfFreedom,
            DegreesOfFreedomRule.Domain => sums.Respondents - 1,
            DegreesOfFreedomRule.DomainBelowThirty when sums.Respondents < 30 => sums.Respondents - 1,
            DegreesOfFreedomRule.Design or DegreesOfFreedomRule.DomainBelowThirty => DesignDegreesOfFreedom,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var quantile = quantiles.Of(degreesOfFreedom);
        var interval =
            !variances.IsSampled && sums.Respondents > 1 ? new Interval(value, value, IntervalMethod.Exact)
            : scale is { } ends ? Interval.Bounded(value, standardError, quantile, ends, sums.EffectiveRespondents, _options.Level)
            : Interval.StudentT(value, standardError, quantile);
        return new Estimate(
            value,
            standardError,
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
}
