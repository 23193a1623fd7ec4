namespace Dmk.Maturity.Statistics;

/// <summary>An estimate from a file, for one domain. NaN where a value does not exist.</summary>
/// <param name="StandardError">NaN for a single respondent.</param>
/// <param name="Interval">With its method.</param>
/// <param name="Respondents">Units of the domain with a value and a weight above 0.</param>
/// <param name="Missing">Units of the domain without a value.</param>
/// <param name="DegreesOfFreedom">Those of the interval.</param>
/// <param name="EffectiveRespondents">Kish: (sum w)^2 / sum w^2.</param>
/// <param name="DesignEffect">Variance over that of a simple random sample without replacement of as many units; infinite
/// where the weights add up to the respondents, so that such a sample is the population and has no error; NaN where they add up to less,
/// where nothing varies, or where the statistic has none. So does svymean(deff = TRUE) of R survey 4.1-1.</param>
/// <param name="Population">Sum of the weights.</param>
public sealed record SampleEstimate(
    double Value,
    double StandardError,
    Interval Interval,
    long Respondents,
    long Missing,
    double DegreesOfFreedom,
    double EffectiveRespondents,
    double DesignEffect,
    double Population
);
