namespace Dmk.Maturity.Statistics;

/// <summary>A column after its outliers were pulled in, and what was done to it.</summary>
/// <param name="Values">One per unit; NaN stays NaN.</param>
/// <param name="Winsorised">Points that were set to their neighbour, also when that did not suffice and <paramref name="Logged"/> tells
/// what was done in its stead.</param>
/// <param name="Logged">The logarithm that was taken of the untouched column.</param>
/// <param name="SkewnessBefore">NaN below 3 values.</param>
/// <param name="KurtosisBefore">Excess kurtosis; NaN below 4 values.</param>
/// <param name="SkewnessAfter">Of <paramref name="Values"/>.</param>
/// <param name="KurtosisAfter">Of <paramref name="Values"/>.</param>
public sealed record Treatment(
    double[] Values,
    int Winsorised,
    LogTransform Logged,
    double SkewnessBefore,
    double KurtosisBefore,
    double SkewnessAfter,
    double KurtosisAfter
)
{
    /// <summary>Whether the column meets the rule now.</summary>
    public required bool Passes { get; init; }

    /// <summary>Winsorises up to the allowed number of points, else takes the logarithm of the untouched column.</summary>
    /// <remarks>OECD/JRC Handbook (2008), step 3; the order of the steps and their definitions are those of COINr's <c>Treat</c>, whose
    /// output the test compares with. In one step the highest value (all that are tied there) becomes the next lower one when the skewness
    /// is 0 or
    /// above, else the lowest the next higher one.</remarks>
    public static Treatment Of(ReadOnlySpan<double> values, OutlierRule rule)
    {
        var pulled = values.ToArray();
        var points = Winsorise(pulled, rule);
        if (rule.Passes(pulled) || rule.Otherwise == LogTransform.None)
        {
            return Told(values, pulled, points, LogTransform.None, rule);
        }

        var logged = Log(values, rule.Otherwise);
        return logged is null
            ? Told(values, values.ToArray(), 0, LogTransform.None, rule)
            : Told(values, logged, points, rule.Otherwise, rule);
    }

    private static Treatment Told(ReadOnlySpan<double> before, double[] after, int points, LogTransform logged, OutlierRule rule) =>
        new(after, points, logged, Tails.Skewness(before), Tails.ExcessKurtosis(before), Tails.Skewness(after), Tails.ExcessKurtosis(after))
        {
            Passes = rule.Passes(after),
        };

    /// <returns>Points that stand at an end to which they were moved.</returns>
    private static int Winsorise(double[] values, OutlierRule rule)
    {
        var (high, low) = (0, 0);
        while (high + low < rule.MostWinsorised && !rule.Passes(values))
        {
            if (Tails.Skewness(values) >= 0)
            {
                high = PullIn(values, Column.Maximum(values), rest => Column.Maximum(rest));
            }
            else
            {
                low = PullIn(values, Column.Minimum(values), rest => Column.Minimum(rest));
            }
        }

        return high + low;
    }

    private static int PullIn(double[] values, double end, Func<double[], double> nextEnd)
    {
        var next = nextEnd(Array.FindAll(values, value => value != end));
        var moved = 0;
        for (var unit = 0; unit < values.Length; unit++)
        {
            if (values[unit] == end)
            {
                values[unit] = next;
                moved++;
            }
        }

        return moved;
    }

    private static double[]? Log(ReadOnlySpan<double> values, LogTransform transform)
    {
        var (lowest, highest) = (Column.Minimum(values), Column.Maximum(values));
        var range = highest - lowest;
        return transform switch
        {
            LogTransform.Shifted => Map(values, value => Math.Log(value - lowest + (0.01 * range))),
            LogTransform.GlobalInnovationIndex => highest <= 1
                ? null
                : Map(values, value => Math.Log(((highest - 1) * (value - lowest) / range) + 1)),
            LogTransform.None => null,
            _ => throw new ArgumentOutOfRangeException(nameof(transform), transform, "Not a logarithm."),
        };
    }

    private static double[] Map(ReadOnlySpan<double> values, Func<double, double> change) => [.. values.ToArray().Select(change)];
}
