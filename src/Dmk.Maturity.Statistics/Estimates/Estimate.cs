namespace Dmk.Maturity.Statistics;

/// <summary>An estimate with its uncertainty. NaN where a value does not exist (a single respondent has no standard error, not
/// zero).</summary>
/// <param name="Respondents">Units of the domain with a value.</param>
/// <param name="EffectiveRespondents">Kish: (sum w)^2 / sum w^2; of a mean per person employed with w e in place of w.</param>
/// <param name="DesignEffect">Variance over that of a simple random sample without replacement of as many units; NaN where the weights
/// add up to no more than the respondents.</param>
/// <param name="Population">Estimated units of the domain with a value: sum w.</param>
/// <param name="Level">Of the interval, 0.95 by default.</param>
public sealed record Estimate(
    double Value,
    double StandardError,
    double Lower,
    double Upper,
    double Level,
    long Respondents,
    double EffectiveRespondents,
    double DesignEffect,
    double DegreesOfFreedom,
    double Population
)
{
    /// <summary>How the interval was made.</summary>
    public IntervalMethod Method { get; init; } = IntervalMethod.StudentT;

    /// <summary>In another unit: shares in percent.</summary>
    /// <param name="units">How many of them make one of this unit; above 0.</param>
    public Estimate Times(double units) =>
        this with
        {
            Value = Value * units,
            StandardError = StandardError * units,
            Lower = Lower * units,
            Upper = Upper * units,
        };

    /// <summary>Standard error over value, NaN where either is missing or the value is 0.</summary>
    public double CoefficientOfVariation => Value == 0 ? double.NaN : StandardError / Value;
}
