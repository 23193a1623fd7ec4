using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The digits that leave. More of them would tell weights, and weights tell answers.</summary>
internal static class Rounding
{
    private const double PerPoint = 10;

    /// <summary>Scores, standard errors and ends of intervals to tenths, a standard error above 0 never to 0, the population to three
    /// digits, effective respondents and degrees of freedom to whole numbers; no design effect.</summary>
    public static Estimate Of(Estimate exact) =>
        exact with
        {
            Value = Tenths(exact.Value),
            StandardError = Error(exact.StandardError),
            Lower = Tenths(exact.Lower),
            Upper = Tenths(exact.Upper),
            EffectiveRespondents = Math.Round(exact.EffectiveRespondents),
            DesignEffect = double.NaN,
            DegreesOfFreedom = Math.Round(exact.DegreesOfFreedom),
            Population = ThreeDigits(exact.Population),
        };

    /// <summary>Like the figures that are compared; probabilities to thousandths.</summary>
    /// <param name="value">The difference as it is shown; its interval lies around it.</param>
    public static Comparison Of(Comparison exact, double value) =>
        exact with
        {
            Value = value,
            StandardError = Error(exact.StandardError),
            Lower = Tenths(value + (exact.Lower - exact.Value)),
            Upper = Tenths(value + (exact.Upper - exact.Value)),
            P = Probability(exact.P),
        };

    /// <summary>To hundredths.</summary>
    public static ScaleReliability Of(ScaleReliability exact) =>
        new(
            Hundredths(exact.Alpha),
            Hundredths(exact.Omega),
            [
                .. exact.Items.Select(item => new ScaleItem(
                    Hundredths(item.WithRest),
                    Hundredths(item.AlphaWithout),
                    Hundredths(item.Loading)
                )),
            ]
        );

    /// <summary>Of a count; 0 stays 0.</summary>
    public static double ThreeDigits(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return value;
        }

        var unit = Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(value))) - 2);
        return unit < 1 ? Math.Round(value) : Math.Round(value / unit) * unit;
    }

    /// <summary>Between what the exact number lies.</summary>
    public static (double Lower, double Upper) OfThreeDigits(double rounded)
    {
        var half = rounded < 1000 ? 0.5 : Math.Pow(10, Math.Floor(Math.Log10(rounded)) - 2) / 2;
        return (Math.Max(0, rounded - half), rounded + half);
    }

    public static (double Lower, double Upper) OfTenths(double rounded) => (rounded - (0.5 / PerPoint), rounded + (0.5 / PerPoint));

    /// <summary>To thousandths; 0.001 is that or less, as nothing is told with certainty.</summary>
    public static double Probability(double value) => double.IsNaN(value) ? value : Math.Max(Math.Round(value, 3), 0.001);

    /// <summary>What is left of an error is told as the smallest one that there is, and not as none.</summary>
    private static double Error(double value) => value > 0 ? Math.Max(Tenths(value), 1 / PerPoint) : value;

    private static double Hundredths(double value) => Math.Round(value, 2);

    public static double Tenths(double value) => Math.Round(value * PerPoint) / PerPoint;
}
