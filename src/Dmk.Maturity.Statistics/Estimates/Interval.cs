using MathNet.Numerics.Distributions;

namespace Dmk.Maturity.Statistics;

/// <summary>A two-sided interval, and how it was made.</summary>
/// <param name="Lower">NaN where there is none.</param>
/// <param name="Upper">Likewise.</param>
public readonly record struct Interval(double Lower, double Upper, IntervalMethod Method)
{
    private static readonly Interval _none = new(double.NaN, double.NaN, IntervalMethod.None);

    /// <param name="quantile">Of Student's t, for this level and these degrees of freedom; NaN without any.</param>
    public static Interval StudentT(double value, double standardError, double quantile) =>
        standardError == 0 ? new(value, value, IntervalMethod.StudentT)
        : double.IsNaN(standardError) || double.IsNaN(quantile) ? _none
        : new(value - (quantile * standardError), value + (quantile * standardError), IntervalMethod.StudentT);

    /// <summary>Of an estimate that cannot lie outside of a scale.</summary>
    /// <remarks>logit(p) plus and minus t s/(p (1 - p)), p the place on the scale from 0 to 1. Where the standard error is 0 the beta
    /// quantiles of Clopper and Pearson (1934) for effectiveRespondents units, after Korn and Graubard (1998).</remarks>
    /// <param name="scale">Its ends, the lower one first.</param>
    /// <param name="effectiveRespondents">Above 0.</param>
    /// <param name="level">Between 0 and 1.</param>
    /// <inheritdoc cref="StudentT"/>
    public static Interval Bounded(
        double value,
        double standardError,
        double quantile,
        (double From, double To) scale,
        double effectiveRespondents,
        double level
    )
    {
        var width = scale.To - scale.From;
        var place = (value - scale.From) / width;
        if (double.IsNaN(standardError))
        {
            return _none;
        }

        if (standardError == 0)
        {
            var (lower, upper) = ClopperPearson(Math.Clamp(place, 0, 1), effectiveRespondents, level);
            return new(scale.From + (width * lower), scale.From + (width * upper), IntervalMethod.ClopperPearson);
        }

        // Negative weights may lead out of the scale; there is no logit there.
        if (place is not (> 0 and < 1))
        {
            return StudentT(value, standardError, quantile);
        }

        if (double.IsNaN(quantile))
        {
            return _none;
        }

        var centre = Math.Log(place / (1 - place));
        var half = quantile * standardError / width / (place * (1 - place));
        return new(
            scale.From + (width / (1 + Math.Exp(half - centre))),
            scale.From + (width / (1 + Math.Exp(-half - centre))),
            IntervalMethod.Logit
        );
    }

    /// <summary>The same, named as one that was made of the adjusted variance, where the variance was used at all.</summary>
    internal Interval OfAdjusted() =>
        this with
        {
            Method = Method switch
            {
                IntervalMethod.StudentT => IntervalMethod.AdjustedStudentT,
                IntervalMethod.Logit => IntervalMethod.AdjustedLogit,
                _ => Method,
            },
        };

    private static (double Lower, double Upper) ClopperPearson(double place, double units, double level)
    {
        var (tail, reached) = ((1 - level) / 2, place * units);
        return (
            place == 0 ? 0 : Beta.InvCDF(reached, units - reached + 1, tail),
            place == 1 ? 1 : Beta.InvCDF(reached + 1, units - reached, 1 - tail)
        );
    }
}
