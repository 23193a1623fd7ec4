namespace Dmk.Maturity.Trials;

/// <summary>How exactly a column of numbers is printed, found by looking at it.</summary>
internal sealed class Precision
{
    private const int Enough = 20;
    private const int MostDigits = 6;

    private readonly Func<double, double> _half;

    private Precision(string words, Func<double, double> half) => (Words, _half) = (words, half);

    /// <summary>As in "to 1 decimal".</summary>
    public string Words { get; }

    public static Precision Of(IReadOnlyCollection<double> values)
    {
        if (values.Count >= Enough)
        {
            if (values.Any(value => Math.Abs(value) >= 1000) && Digits(values) is { } digits)
            {
                return new($"to {digits} digits", value => value == 0 ? 0.5 : Math.Pow(10, Magnitude(value) - digits + 1) / 2);
            }

            for (var decimals = 0; decimals <= MostDigits; decimals++)
            {
                if (values.All(value => Math.Abs(value - Math.Round(value, decimals)) < 1e-9))
                {
                    var half = Math.Pow(10, -decimals) / 2;
                    return new($"to {decimals} decimals", _ => half);
                }
            }
        }

        return new(values.Count == 0 ? "not given" : "in full", value => (Math.Abs(value) * 1e-12) + 1e-13);
    }

    public Between Around(double value) => Between.Around(value, _half(value));

    private static int? Digits(IReadOnlyCollection<double> values)
    {
        for (var digits = 1; digits < MostDigits; digits++)
        {
            var kept = digits;
            if (values.All(value => IsRound(value, kept)))
            {
                return digits;
            }
        }

        return null;
    }

    private static bool IsRound(double value, int digits)
    {
        var step = value == 0 ? 1 : Math.Pow(10, Magnitude(value) - digits + 1);
        return Math.Abs((value / step) - Math.Round(value / step)) < 1e-9;
    }

    private static double Magnitude(double value) => Math.Floor(Math.Log10(Math.Abs(value)));
}
