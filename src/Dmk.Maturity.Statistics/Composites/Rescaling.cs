namespace Dmk.Maturity.Statistics;

/// <summary>Brings indicators of different units to one scale.</summary>
/// <remarks>OECD/JRC Handbook (2008), step 5. One value per unit, NaN is missing and stays NaN; more is better (turn a column round with
/// <see cref="TurnedRound"/> first where less is better). A constant column has no range and no spread: all NaN.</remarks>
public static class Rescaling
{
    /// <summary>The negative of each value, so that more is better.</summary>
    public static double[] TurnedRound(ReadOnlySpan<double> values) => Map(values, value => -value);

    /// <summary>The lowest value becomes <paramref name="from"/>, the highest <paramref name="to"/>.</summary>
    public static double[] MinMax(ReadOnlySpan<double> values, double from, double to)
    {
        var (lowest, highest) = (Column.Minimum(values), Column.Maximum(values));
        return Map(values, value => ((value - lowest) / (highest - lowest) * (to - from)) + from);
    }

    /// <summary>Standard scores with the given mean and standard deviation; the spread is taken with n - 1.</summary>
    public static double[] Z(ReadOnlySpan<double> values, double mean, double deviation)
    {
        var (center, spread) = (Column.Mean(values), Column.StandardDeviation(values));
        var isConstant = Column.Minimum(values) == Column.Maximum(values);
        return Map(values, value => isConstant ? double.NaN : ((value - center) / spread * deviation) + mean);
    }

    /// <summary>0 at the lower post and <paramref name="height"/> at the upper one.</summary>
    /// <param name="lower">Below <paramref name="upper"/>.</param>
    public static double[] Goalposts(ReadOnlySpan<double> values, double lower, double upper, double height, OutsidePosts outside)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(lower, upper);
        return Map(values, value => Outside((value - lower) / (upper - lower), outside) * height);
    }

    /// <summary>1 for the lowest value, rising; tied ones all have the lower rank.</summary>
    public static double[] Rank(ReadOnlySpan<double> values)
    {
        var sorted = Array.FindAll(values.ToArray(), value => !double.IsNaN(value));
        Array.Sort(sorted);
        return Map(values, value => LowerBound(sorted, value) + 1);
    }

    /// <summary>(rank - 1) / (n - 1): 0 for the lowest, 1 for the highest if nobody shares it. NaN for a single unit.</summary>
    public static double[] PercentileRank(ReadOnlySpan<double> values)
    {
        var last = Column.Count(values) - 1;
        return Map(Rank(values), rank => last == 0 ? double.NaN : (rank - 1) / last);
    }

    /// <summary>100 rank / n, as in table 15 of the Handbook.</summary>
    public static double[] Percentile(ReadOnlySpan<double> values)
    {
        var count = Column.Count(values);
        return Map(Rank(values), rank => 100 * rank / count);
    }

    /// <summary>How many units have less: rank - 1.</summary>
    public static double[] Borda(ReadOnlySpan<double> values) => Map(Rank(values), rank => rank - 1);

    /// <summary>1 - (max - x) / (max - min): 1 for the leader, 0 for the last.</summary>
    public static double[] DistanceToMaximum(ReadOnlySpan<double> values)
    {
        var (lowest, highest) = (Column.Minimum(values), Column.Maximum(values));
        return Map(values, value => 1 - ((highest - value) / (highest - lowest)));
    }

    /// <summary>x / reference, to the leader, the last, the mean or a target.</summary>
    /// <param name="reference">Not 0.</param>
    public static double[] RatioTo(ReadOnlySpan<double> values, double reference)
    {
        ArgumentOutOfRangeException.ThrowIfZero(reference);
        return Map(values, value => value / reference);
    }

    /// <summary>(x - reference) / reference.</summary>
    /// <param name="reference">Not 0.</param>
    public static double[] DifferenceTo(ReadOnlySpan<double> values, double reference)
    {
        ArgumentOutOfRangeException.ThrowIfZero(reference);
        return Map(values, value => (value - reference) / reference);
    }

    /// <summary>1 above the mean by more than the threshold, -1 below it by more, 0 about it.</summary>
    /// <param name="threshold">Relative to the mean, as in 0.2.</param>
    public static double[] AboutMean(ReadOnlySpan<double> values, double threshold)
    {
        var mean = Column.Mean(values);
        return Map(
            values,
            value =>
                double.IsNaN(value) ? value
                : value / mean > 1 + threshold ? 1
                : value / mean < 1 - threshold ? -1
                : 0
        );
    }

    /// <summary>A score for each band of values.</summary>
    /// <param name="above">Ascending; a band begins above its bound, not at it.</param>
    /// <param name="scores">One more than bounds: that of the values up to the first bound comes first.</param>
    public static double[] Bands(ReadOnlySpan<double> values, IReadOnlyList<double> above, IReadOnlyList<double> scores)
    {
        if (scores.Count != above.Count + 1)
        {
            throw new ArgumentException($"{above.Count} bounds make {above.Count + 1} bands, but there are {scores.Count} scores.");
        }

        return Map(values, value => double.IsNaN(value) ? value : scores[above.Count(bound => value > bound)]);
    }

    /// <summary>A score for each band of values.</summary>
    /// <param name="from">Ascending; a band begins at its bound.</param>
    /// <param name="scores">One more than bounds: that of the values below the first bound comes first.</param>
    public static double[] BandsFrom(ReadOnlySpan<double> values, IReadOnlyList<double> from, IReadOnlyList<double> scores)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(scores.Count, from.Count + 1);
        return Map(values, value => double.IsNaN(value) ? value : scores[from.Count(bound => value >= bound)]);
    }

    private static double Outside(double share, OutsidePosts outside) =>
        outside switch
        {
            OutsidePosts.Clamp => Math.Clamp(share, 0, 1),
            OutsidePosts.Missing => share is < 0 or > 1 ? double.NaN : share,
            OutsidePosts.Keep => share,
            _ => throw new ArgumentOutOfRangeException(nameof(outside), outside, "Not a policy."),
        };

    /// <summary>How many are less; NaN for NaN.</summary>
    private static double LowerBound(double[] sorted, double value)
    {
        var (from, to) = (0, sorted.Length);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = sorted[middle] < value ? (middle + 1, to) : (from, middle);
        }

        return double.IsNaN(value) ? double.NaN : from;
    }

    private static double[] Map(ReadOnlySpan<double> values, Converter<double, double> change) =>
        Array.ConvertAll(values.ToArray(), change);
}
