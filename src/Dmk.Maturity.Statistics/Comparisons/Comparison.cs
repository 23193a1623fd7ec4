namespace Dmk.Maturity.Statistics;

/// <summary>A difference, ratio or other function of estimates, with its test against one value.</summary>
/// <param name="Value">In the unit of the estimates (a ratio has none); NaN where an estimate in it is missing.</param>
/// <param name="StandardError">NaN where a variance in it is missing.</param>
/// <param name="T">(Value - null value) / StandardError; NaN where the standard error is missing or 0: then there is no test.</param>
/// <param name="P">Two-sided, 0 to 1; NaN without a test.</param>
/// <param name="DegreesOfFreedom">Of the t distribution; infinite for the normal one.</param>
/// <param name="Lower">Of the interval, included.</param>
/// <param name="Upper">Of the interval, included.</param>
/// <param name="Level">Of the interval, between 0 and 1.</param>
public sealed record Comparison(
    double Value,
    double StandardError,
    double T,
    double P,
    double DegreesOfFreedom,
    double Lower,
    double Upper,
    double Level
)
{
    /// <param name="tested">The value that is tested.</param>
    internal static Comparison Of(double value, double variance, double degreesOfFreedom, double tested, double level)
    {
        CheckLevel(level);
        var standardError = Math.Sqrt(variance);
        var t = standardError > 0 ? (value - tested) / standardError : double.NaN;
        var half = standardError == 0 ? 0 : new TQuantiles(level).Of(degreesOfFreedom) * standardError;
        return new Comparison(
            value,
            standardError,
            t,
            StudentLaw.P(t, degreesOfFreedom),
            degreesOfFreedom,
            value - half,
            value + half,
            level
        );
    }

    internal static void CheckLevel(double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
    }
}
