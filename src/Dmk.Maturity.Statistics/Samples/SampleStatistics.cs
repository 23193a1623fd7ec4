namespace Dmk.Maturity.Statistics;

/// <summary>One statistic in several domains of a file, with standard errors, and with the covariances that comparisons take.</summary>
/// <remarks>Checked against svymean, svytotal, svyratio, svyquantile and svyby of R survey 4.1-1.</remarks>
public sealed class SampleStatistics
{
    private readonly StratifiedVariance _variance;
    private readonly IReadOnlyList<Linearised?> _linearised;

    private SampleStatistics(SampleDesign design, SampleOptions options, IReadOnlyList<Linearised?> linearised)
    {
        (Design, Options, _linearised) = (design, options, linearised);
        _variance = new(design);
        var quantiles = new TQuantiles(options.Level);
        Estimates = [.. linearised.Select(one => one is null ? null : EstimateOf(one, quantiles))];
    }

    public SampleDesign Design { get; }

    public SampleOptions Options { get; }

    /// <summary>Per domain; null for one without any unit that has a value.</summary>
    public IReadOnlyList<SampleEstimate?> Estimates { get; }

    /// <summary>sum w y / sum w.</summary>
    /// <param name="domains">Per domain the indices of its units, ascending; domains may overlap.</param>
    /// <param name="values">Per unit; NaN is missing.</param>
    /// <exception cref="LonelyUnitException">A stratum has a single unit, and that shall be an error.</exception>
    public static SampleStatistics Means(SampleDesign design, IReadOnlyList<int[]> domains, double[] values, SampleOptions options) =>
        new(design, options, [.. domains.Select(units => Linearised.Mean(design.Weights, units, values))]);

    /// <summary>sum w y. Intervals are of the linearised variance.</summary>
    /// <inheritdoc cref="Means"/>
    public static SampleStatistics Totals(SampleDesign design, IReadOnlyList<int[]> domains, double[] values, SampleOptions options) =>
        new(design, Plain(options), [.. domains.Select(units => Linearised.Total(design.Weights, units, values))]);

    /// <summary>sum w y / sum w x. Intervals are of the linearised variance.</summary>
    /// <param name="numerators">Per unit; NaN is missing.</param>
    /// <param name="denominators">Likewise.</param>
    /// <inheritdoc cref="Means"/>
    public static SampleStatistics Ratios(
        SampleDesign design,
        IReadOnlyList<int[]> domains,
        double[] numerators,
        double[] denominators,
        SampleOptions options
    ) => new(design, Plain(options), [.. domains.Select(units => Linearised.Ratio(design.Weights, units, numerators, denominators))]);

    /// <summary>The estimates alone, without any error, as replicates take them: per domain the weighted sum, and how far the mean or
    /// ratio lies above that of the domain's first unit, which is the same under all weights. Among equal values it is exactly 0. NaN
    /// without any unit that has a value and a weight.</summary>
    /// <param name="denominators">Null for means.</param>
    public static IReadOnlyList<(double Sum, double Apart)> Points(
        SampleDesign design,
        IReadOnlyList<int[]> domains,
        double[] values,
        double[]? denominators
    ) => [.. domains.Select(units => Point(design.Weights, units, values, denominators))];

    private static (double Sum, double Apart) Point(ReadOnlySpan<double> weights, int[] units, double[] values, double[]? denominators)
    {
        var first = RatioToFirst.Of(units, values, denominators);
        var (sum, apart, whole, known) = (default(ExactSum), 0.0, 0.0, false);
        foreach (var unit in units)
        {
            var below = denominators?[unit] ?? 1;
            if (weights[unit] != 0 && !double.IsNaN(values[unit]) && !double.IsNaN(below))
            {
                sum.AddProduct(weights[unit], values[unit]);
                apart += weights[unit] * first.Apart(values[unit], below);
                whole += weights[unit] * below;
                known = true;
            }
        }

        return known ? (sum.Value, apart / whole) : (double.NaN, double.NaN);
    }

    /// <summary>An estimate with a variance that was found in another way, as by replicates, and the interval that follows.</summary>
    /// <remarks>Degrees of freedom after Satterthwaite take the strata's contributions, which replicates do not give: those of the design
    /// are used then.</remarks>
    public static SampleEstimate WithVariance(SampleDesign design, SampleOptions options, SampleEstimate estimate, double variance)
    {
        var standardError = estimate.Respondents == 1 ? double.NaN : Math.Sqrt(variance);
        var degreesOfFreedom =
            options.DegreesOfFreedom == DegreesOfFreedomRule.Satterthwaite ? design.DegreesOfFreedom : estimate.DegreesOfFreedom;
        var quantile = new TQuantiles(options.Level).Of(degreesOfFreedom);
        return estimate with
        {
            StandardError = standardError,
            DegreesOfFreedom = degreesOfFreedom,
            DesignEffect = estimate.DesignEffect * variance / (estimate.StandardError * estimate.StandardError),
            Interval = options.Scale is { } scale
                ? Interval.Bounded(estimate.Value, standardError, quantile, scale, estimate.EffectiveRespondents, options.Level)
                : Interval.StudentT(estimate.Value, standardError, quantile),
        };
    }

    /// <summary>Variances and covariances between domains, in their order; NaN for a domain without an estimate.</summary>
    public double[,] Covariances()
    {
        int[] known = [.. Enumerable.Range(0, _linearised.Count).Where(domain => _linearised[domain] is not null)];
        var found = _variance.Matrix([.. known.Select(domain => _linearised[domain]!.Influence)]);
        var matrix = new double[_linearised.Count, _linearised.Count];
        for (var a = 0; a < _linearised.Count; a++)
        {
            for (var b = 0; b < _linearised.Count; b++)
            {
                var (i, j) = (Array.IndexOf(known, a), Array.IndexOf(known, b));
                matrix[a, b] = i < 0 || j < 0 ? double.NaN : found[i, j];
            }
        }

        return matrix;
    }

    /// <summary>What each unit adds to the error of a domain's estimate, its weight included; units that are not listed add nothing.
    /// Weights are taken as they are, also after a calibration.</summary>
    public IReadOnlyList<(int Unit, double Residual)> Residuals(int domain) =>
        _linearised[domain] is { Influence: var moved }
            ? [.. moved.Units.Zip(moved.Values, (unit, value) => (unit, Design.Weights[unit] * value))]
            : [];

    private static SampleOptions Plain(SampleOptions options) => options with { Intervals = IntervalVariance.Linearised };

    private int StrataOf(Influence influence)
    {
        var strata = new HashSet<int>();
        foreach (var unit in influence.Units)
        {
            _ = strata.Add(Design.StratumOf[unit]);
        }

        return strata.Count;
    }

    private SampleEstimate EstimateOf(Linearised one, TQuantiles quantiles)
    {
        var parts = _variance.Of(one.Influence);
        var isAdjusted = Options.Intervals == IntervalVariance.Adjusted;
        var ofInterval = isAdjusted ? _variance.Of(one.Enlarged(Design.Weights)) : parts;
        var estimate = EstimateOf(one, parts, ofInterval, StrataOf(one.Influence), Design, Options, quantiles);
        return isAdjusted ? estimate with { Interval = estimate.Interval.OfAdjusted() } : estimate;
    }

    /// <param name="parts">Of which the standard error is.</param>
    /// <param name="ofInterval">The same, or with enlarged residuals.</param>
    /// <param name="strata">In how many strata the units are.</param>
    internal static SampleEstimate EstimateOf(
        Linearised one,
        VarianceParts parts,
        VarianceParts ofInterval,
        int strata,
        SampleDesign design,
        SampleOptions options,
        TQuantiles quantiles
    )
    {
        var variance = one.Respondents == 1 ? double.NaN : parts.Total;
        var errorOfInterval = Math.Sqrt(one.Respondents == 1 ? double.NaN : ofInterval.Total);
        var degreesOfFreedom = options.DegreesOfFreedom switch
        {
            DegreesOfFreedomRule.Satterthwaite => ofInterval.DegreesOfFreedom,
            DegreesOfFreedomRule.Domain => one.Respondents - strata,
            DegreesOfFreedomRule.DomainBelowThirty when one.Respondents < 30 => one.Respondents - 1,
            DegreesOfFreedomRule.Design or DegreesOfFreedomRule.DomainBelowThirty => design.DegreesOfFreedom,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var quantile = quantiles.Of(degreesOfFreedom);
        var interval =
            !parts.IsSampled ? new Interval(one.Value, one.Value, IntervalMethod.Exact)
            : options.Scale is { } scale
                ? Interval.Bounded(one.Value, errorOfInterval, quantile, scale, one.EffectiveRespondents, options.Level)
            : Interval.StudentT(one.Value, errorOfInterval, quantile);
        return new(
            one.Value,
            Math.Sqrt(variance),
            interval,
            one.Respondents,
            one.Missing,
            degreesOfFreedom,
            one.EffectiveRespondents,
            variance / one.SimpleRandomVariance,
            one.Population
        );
    }
}
