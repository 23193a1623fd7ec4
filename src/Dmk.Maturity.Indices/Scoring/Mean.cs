namespace Dmk.Maturity.Indices;

/// <summary>Weighted means of the scores below one node of the index tree. A missing score is left out and leaves its weight to the
/// others.</summary>
/// <remarks>
/// With weights w that add up to 1 the power mean is M_p = (sum w x^p)^(1/p): arithmetic for p = 1, harmonic for p = -1, and in the
/// limits geometric for p to 0, minimum for p to
/// minus and maximum for p to plus infinity; it rises with p and with every score. Hardy, Littlewood and Pólya, Inequalities (1934), 2.2,
/// 2.3 and theorem 16.
/// What that means for an index: OECD/JRC Handbook (2008), step 6. The lower p, the less a high score makes up for a low one; at p of 0
/// and below a score of 0 cannot be made up for.
/// </remarks>
internal static class Mean
{
    /// <param name="entries">Those without a score (NaN) are passed over; at least one has a score.</param>
    /// <param name="exponent">Of <see cref="Aggregation.Power"/>; not 0.</param>
    public static double Of(Aggregation aggregation, double exponent, ReadOnlySpan<ChildScore> entries, Scale scale) =>
        aggregation switch
        {
            Aggregation.Arithmetic => scale.Within(Arithmetic(entries)),
            Aggregation.Geometric => scale.Within(Geometric(entries)),
            Aggregation.Harmonic => scale.Within(Power(entries, -1)),
            Aggregation.Power => scale.Within(Power(entries, exponent)),
            Aggregation.Minimum => Extreme(entries, lowest: true),
            Aggregation.Maximum => Extreme(entries, lowest: false),
            Aggregation.Count => Count(entries, scale),
            _ => throw new ArgumentOutOfRangeException(nameof(aggregation), aggregation, "Not a mean."),
        };

    private static double Arithmetic(ReadOnlySpan<ChildScore> entries)
    {
        var (sum, whole) = (0.0, 0.0);
        foreach (var entry in entries)
        {
            if (!double.IsNaN(entry.Score))
            {
                sum += entry.Weight * entry.Score;
                whole += entry.Weight;
            }
        }

        return sum / whole;
    }

    /// <summary>By logarithms: a product of many scores would overflow. The logarithm of 0 is minus infinity, and the mean 0.</summary>
    private static double Geometric(ReadOnlySpan<ChildScore> entries)
    {
        var (sum, whole) = (0.0, 0.0);
        foreach (var entry in entries)
        {
            if (!double.IsNaN(entry.Score))
            {
                sum += entry.Weight * Math.Log(entry.Score);
                whole += entry.Weight;
            }
        }

        return Math.Exp(sum / whole);
    }

    /// <summary>Scores are divided by the one that dominates (the highest for p above 0, else the lowest): all powers then lie between 0
    /// and 1, whatever p is.</summary>
    private static double Power(ReadOnlySpan<ChildScore> entries, double exponent)
    {
        var dominant = Extreme(entries, lowest: exponent < 0);
        if (dominant == 0)
        {
            return 0;
        }

        var (sum, whole) = (0.0, 0.0);
        foreach (var entry in entries)
        {
            if (!double.IsNaN(entry.Score))
            {
                sum += entry.Weight * (exponent == -1 ? dominant / entry.Score : Math.Pow(entry.Score / dominant, exponent));
                whole += entry.Weight;
            }
        }

        return dominant * (exponent == -1 ? whole / sum : Math.Pow(sum / whole, 1 / exponent));
    }

    private static double Extreme(ReadOnlySpan<ChildScore> entries, bool lowest)
    {
        var extreme = double.NaN;
        foreach (var entry in entries)
        {
            // A comparison with NaN is false: those left out never win, and the first score that is there does.
            if (double.IsNaN(extreme) || (lowest ? entry.Score < extreme : entry.Score > extreme))
            {
                extreme = entry.Score;
            }
        }

        return extreme;
    }

    private static double Count(ReadOnlySpan<ChildScore> entries, Scale scale)
    {
        var (reached, whole) = (0.0, 0.0);
        foreach (var entry in entries)
        {
            if (!double.IsNaN(entry.Score))
            {
                reached += scale.Reaches(entry.Score, entry.Threshold) ? entry.Weight : 0;
                whole += entry.Weight;
            }
        }

        return scale.At(reached / whole);
    }
}
