namespace Dmk.Maturity.Statistics;

/// <summary>Quantiles of domains with Woodruff's intervals.</summary>
/// <remarks>The quantile is the smallest value at which the weighted distribution function reaches p (rule "math" of svyquantile). Its
/// interval runs between the quantiles at which that function has the ends of its own t interval, its standard error is the interval's
/// width over twice the t quantile (Woodruff 1952; svyquantile with interval.type = "mean"). As there, the design's degrees of freedom
/// are those of the units that the quantile is of: units minus their strata.</remarks>
public static class SampleQuantiles
{
    /// <param name="domains">Per domain the indices of its units, ascending.</param>
    /// <param name="values">Per unit; NaN is missing.</param>
    /// <param name="probability">Between 0 and 1, both excluded.</param>
    /// <returns>Per domain; null for one without any unit that has a value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A probability outside of its range.</exception>
    /// <exception cref="LonelyUnitException">A stratum has a single unit, and that shall be an error.</exception>
    public static IReadOnlyList<SampleEstimate?> Of(
        SampleDesign design,
        IReadOnlyList<int[]> domains,
        double[] values,
        double probability,
        SampleOptions options
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var free = options with
        {
            Scale = null,
            Intervals = IntervalVariance.Linearised,
            DegreesOfFreedom =
                options.DegreesOfFreedom == DegreesOfFreedomRule.Design ? DegreesOfFreedomRule.Domain : options.DegreesOfFreedom,
        };
        return [.. domains.Select(units => Of(design, units, values, probability, free))];
    }

    /// <summary>The quantiles alone, as replicates take them; NaN without any unit that has a value.</summary>
    /// <inheritdoc cref="Of(SampleDesign, IReadOnlyList{int[]}, double[], double, SampleOptions)"/>
    public static IReadOnlyList<double> Points(SampleDesign design, IReadOnlyList<int[]> domains, double[] values, double probability) =>
        [.. domains.Select(units => Distribution.Of(design.Weights, units, values)?.At(probability) ?? double.NaN)];

    private static SampleEstimate? Of(SampleDesign design, int[] units, double[] values, double probability, SampleOptions options)
    {
        if (Distribution.Of(design.Weights, units, values) is not { } distribution)
        {
            return null;
        }

        var quantile = distribution.At(probability);
        // Missing stays missing: a comparison with NaN would make it "not below".
        double[] below =
        [
            .. values.Select(value =>
                double.IsNaN(value) ? double.NaN
                : value <= quantile ? 1.0
                : 0.0
            ),
        ];
        var share = SampleStatistics.Means(design, [units], below, options).Estimates[0]!;
        var (lower, upper) = (distribution.At(share.Interval.Lower), distribution.At(share.Interval.Upper));
        // An end beyond the shares that there are is no value, as in R. A share that is the same in any sample moves nothing.
        var widths = (share.Interval.Upper - share.Interval.Lower) / share.StandardError;
        return share with
        {
            Value = quantile,
            StandardError = share.StandardError == 0 ? 0 : (upper - lower) / widths,
            Interval = double.IsNaN(share.StandardError)
                ? share.Interval with
                {
                    Lower = double.NaN,
                    Upper = double.NaN,
                }
                : new(lower, upper, IntervalMethod.Woodruff),
            DesignEffect = double.NaN,
        };
    }

    /// <summary>Values in their order with the weights up to each.</summary>
    private sealed record Distribution(double[] Values, double[] Weights)
    {
        public static Distribution? Of(ReadOnlySpan<double> weights, int[] units, double[] values)
        {
            var found = new List<(double Value, double Weight)>(units.Length);
            foreach (var unit in units)
            {
                if (!double.IsNaN(values[unit]) && weights[unit] != 0)
                {
                    // R keeps probabilities, and takes weights from them.
                    found.Add((values[unit], 1 / (1 / weights[unit])));
                }
            }

            found.Sort(static (one, other) => one.Value.CompareTo(other.Value));
            var (sum, upTo) = (default(ExactSum), new double[found.Count]);
            for (var at = 0; at < upTo.Length; at++)
            {
                sum.AddProduct(found[at].Weight, 1);
                upTo[at] = sum.Value;
            }

            return found.Count == 0 ? null : new([.. found.Select(one => one.Value)], upTo);
        }

        /// <summary>The smallest value up to which the share is at least p, by R's arithmetic; NaN where p is none from 0 to 1.</summary>
        /// <remarks>R looks for the last value up to which the weight is at most p of all, and takes it where that is exactly p, else the
        /// next one: rounding decides where a share is p, as in domains with equal weights, and below the share of the first value it takes
        /// the second. The same steps give the same value.</remarks>
        public double At(double p)
        {
            if (p is not (>= 0 and <= 1))
            {
                return double.NaN;
            }

            var wanted = p * Weights[^1];
            var at = Math.Max(0, Array.FindLastIndex(Weights, weight => weight <= wanted));
            return p - (Weights[at] / Weights[^1]) == 0 ? Values[at] : Values[Math.Min(at + 1, Values.Length - 1)];
        }
    }
}
