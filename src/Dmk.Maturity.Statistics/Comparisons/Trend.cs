using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>How an estimate changed from one wave to a later one.</summary>
/// <param name="Change">Later minus earlier, tested against 0.</param>
/// <param name="PerYear">The change over the years between the waves.</param>
/// <param name="Relative">Later over earlier, minus 1: 0.1 is 10 % more; by the delta method. NaN where the earlier value is 0.</param>
/// <param name="YearlyRate">The constant yearly rate that leads from one to the other: (later / earlier)^(1/years) - 1, by the delta
/// method; NaN where the ratio is not above 0.</param>
public sealed record Trend(Comparison Change, Comparison PerYear, Comparison Relative, Comparison YearlyRate)
{
    /// <summary>Two waves with separate samples: no covariance, degrees of freedom by Welch (1947).</summary>
    /// <param name="years">Between the waves, above 0.</param>
    /// <exception cref="ArgumentException">Years, a standard error or degrees of freedom out of range.</exception>
    public static Trend Independent(WaveEstimate before, WaveEstimate after, double years = 1, double level = 0.95)
    {
        var (one, other) = (Square(before.StandardError), Square(after.StandardError));
        var welch = Square(one + other) / ((one * one / before.DegreesOfFreedom) + (other * other / after.DegreesOfFreedom));
        return Of(before, after, 0, double.IsNaN(welch) ? Fewer(before, after) : welch, years, level);
    }

    /// <summary>Two waves with companies in common: V + V' - 2 Cov (Kish 1965, section 12.4), with the fewer degrees of freedom of the
    /// two.</summary>
    /// <param name="covariance">Of the two estimates; see <see cref="PanelOverlap"/>.</param>
    /// <param name="years">Between the waves, above 0.</param>
    /// <exception cref="ArgumentException">Years, a standard error or degrees of freedom out of range, or a covariance larger than the
    /// standard errors allow.</exception>
    public static Trend Overlapping(WaveEstimate before, WaveEstimate after, double covariance, double years = 1, double level = 0.95) =>
        Of(before, after, covariance, Fewer(before, after), years, level);

    private static Trend Of(WaveEstimate before, WaveEstimate after, double covariance, double degreesOfFreedom, double years, double level)
    {
        if (!(years > 0) || !double.IsFinite(years))
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There are {years} years between the waves; they must be above 0."),
                nameof(years)
            );
        }

        var both = Joint(before, after, covariance, degreesOfFreedom);
        var ratio = after.Value / before.Value;
        double[] slope = [-ratio / before.Value, 1 / before.Value];
        var yearly = Math.Pow(ratio, 1 / years);
        return new Trend(
            Contrasts.Linear(both, [-1, 1], level),
            Contrasts.Linear(both, [-1 / years, 1 / years], level),
            Function(both, ratio - 1, slope, level),
            Function(both, ratio > 0 ? yearly - 1 : double.NaN, [.. slope.Select(one => yearly / years / ratio * one)], level)
        );
    }

    private static Comparison Function(JointEstimates both, double value, double[] gradient, double level) =>
        double.IsFinite(value) && gradient.All(double.IsFinite)
            ? Contrasts.Function(both, value, gradient, 0, level)
            : Comparison.Of(double.NaN, double.NaN, both.DegreesOfFreedom, 0, level);

    private static JointEstimates Joint(WaveEstimate before, WaveEstimate after, double covariance, double degreesOfFreedom)
    {
        if (before.StandardError < 0 || after.StandardError < 0)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Standard errors are 0 or above, not {before.StandardError}, {after.StandardError}."
                )
            );
        }

        var matrix = Matrix<double>.Build.Dense(2, 2, covariance);
        (matrix[0, 0], matrix[1, 1]) = (Square(before.StandardError), Square(after.StandardError));
        return new JointEstimates([before.Value, after.Value], matrix, degreesOfFreedom);
    }

    private static double Fewer(WaveEstimate before, WaveEstimate after) => Math.Min(before.DegreesOfFreedom, after.DegreesOfFreedom);

    private static double Square(double value) => value * value;
}
