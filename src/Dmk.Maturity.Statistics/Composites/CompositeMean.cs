namespace Dmk.Maturity.Statistics;

/// <summary>The score of a node from the scores below it, with relative weights. A missing score (NaN) leaves its weight to the others;
/// when all are missing, so is the result.</summary>
/// <remarks>OECD/JRC Handbook (2008), step 6. Power means M_p = (sum w x^p / sum w)^(1/p) after Hardy, Littlewood and Pólya, Inequalities
/// (1934), 2.2: arithmetic for p = 1, harmonic for p = -1, geometric for p to 0. They rise with p.</remarks>
public static class CompositeMean
{
    /// <summary>sum w x / sum w, of any scores.</summary>
    public static double Arithmetic(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        var (sum, whole) = (0.0, 0.0);
        for (var k = 0; k < scores.Length; k++)
        {
            if (!double.IsNaN(scores[k]))
            {
                sum += weights[k] * scores[k];
                whole += weights[k];
            }
        }

        return sum / whole;
    }

    /// <summary>exp(sum w ln x / sum w), of scores of 0 and above; NaN when one lies below 0.</summary>
    public static double Geometric(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights)
    {
        var (sum, whole) = (0.0, 0.0);
        for (var k = 0; k < scores.Length; k++)
        {
            if (!double.IsNaN(scores[k]))
            {
                sum += weights[k] * Math.Log(scores[k]);
                whole += weights[k];
            }
        }

        return Math.Exp(sum / whole);
    }

    /// <summary>sum w / sum (w / x), of scores of 0 and above; NaN when one lies below 0.</summary>
    public static double Harmonic(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights) => Power(scores, weights, -1);

    /// <summary>(sum w x^p / sum w)^(1/p), of scores of 0 and above; NaN when one lies below 0.</summary>
    /// <param name="exponent">p; 0 is the geometric mean.</param>
    public static double Power(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, double exponent)
    {
        if (exponent == 0)
        {
            return Geometric(scores, weights);
        }

        // Divided by the score that dominates, all powers lie between 0 and 1: nothing overflows.
        var dominant = exponent > 0 ? Maximum(scores) : Minimum(scores);
        if (Minimum(scores) < 0 || dominant == 0)
        {
            return dominant == 0 ? 0 : double.NaN;
        }

        var (sum, whole) = (0.0, 0.0);
        for (var k = 0; k < scores.Length; k++)
        {
            if (!double.IsNaN(scores[k]))
            {
                sum += weights[k] * (exponent == -1 ? dominant / scores[k] : Math.Pow(scores[k] / dominant, exponent));
                whole += weights[k];
            }
        }

        return dominant * (exponent == -1 ? whole / sum : Math.Pow(sum / whole, 1 / exponent));
    }

    /// <summary>The lowest score, whatever it weighs.</summary>
    public static double Minimum(ReadOnlySpan<double> scores) => Column.Minimum(scores);

    /// <summary>The highest score, whatever it weighs.</summary>
    public static double Maximum(ReadOnlySpan<double> scores) => Column.Maximum(scores);

    /// <summary>The share of weight whose score is its threshold or more.</summary>
    /// <param name="thresholds">One per score.</param>
    /// <returns>0 to 1.</returns>
    public static double Count(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, ReadOnlySpan<double> thresholds)
    {
        var (reached, whole) = (0.0, 0.0);
        for (var k = 0; k < scores.Length; k++)
        {
            if (!double.IsNaN(scores[k]))
            {
                reached += Reaches(scores[k], thresholds[k]) ? weights[k] : 0;
                whole += weights[k];
            }
        }

        return reached / whole;
    }

    /// <summary>The share of weight of the rungs that are reached one after the other from the first on.</summary>
    /// <param name="thresholds">One per score.</param>
    /// <returns>0 to 1; NaN when the climb comes to a missing score: nobody knows whether it goes on.</returns>
    /// <remarks>Cumulative levels, as in IMPULS Industrie 4.0 readiness (2015).</remarks>
    public static double Ladder(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, ReadOnlySpan<double> thresholds)
    {
        var (height, whole, isClimbing) = (0.0, 0.0, true);
        for (var k = 0; k < scores.Length; k++)
        {
            if (isClimbing && double.IsNaN(scores[k]))
            {
                return double.NaN;
            }

            isClimbing = isClimbing && Reaches(scores[k], thresholds[k]);
            height += isClimbing ? weights[k] : 0;
            whole += weights[k];
        }

        return isClimbing ? 1 : height / whole;
    }

    /// <summary>A mean of equal scores may lie below them by rounding.</summary>
    private static bool Reaches(double score, double threshold) => score >= threshold - (1e-12 * Math.Abs(threshold));
}
