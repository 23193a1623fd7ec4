using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Finds the variance between areas that solves its estimating equation, 0 or above.</summary>
/// <remarks>Fisher scoring from the moment estimator (Rao and Molina 2015, section 6.1.2), kept between bounds at which the equation
/// has different signs, so that it cannot run away or swing.</remarks>
internal sealed class BetweenVariance(IReadOnlyList<Area> areas, IReadOnlyList<string> auxiliaries, FayHerriotMethod method)
{
    private const int Most = 200;
    private const double Close = 1e-11;

    public int Iterations { get; private set; }

    /// <exception cref="InvalidOperationException">Not found within 200 steps.</exception>
    public double Find()
    {
        var moment = Moment();
        return method == FayHerriotMethod.PrasadRao ? Math.Max(0, moment) : Solve(moment);
    }

    /// <summary>Prasad and Rao (1990): squared residuals of the plain regression, less what sampling makes of them.</summary>
    private double Moment()
    {
        var plain = new AreaRegression([.. areas.Select(area => area with { SamplingVariance = 1 })], auxiliaries, 0);
        var sampling = areas.Select((area, d) => area.SamplingVariance * (1 - plain.Leverage(d))).Sum();
        return (plain.SquaredResiduals - sampling) / (areas.Count - auxiliaries.Count);
    }

    private double Solve(double start)
    {
        var (low, high, value) = (0.0, double.PositiveInfinity, start > 0 ? start : areas.Average(area => area.SamplingVariance));
        var isZeroTried = false;
        for (Iterations = 1; Iterations <= Most; Iterations++)
        {
            var step = Step(value);
            (low, high) = step > 0 ? (value, high) : (low, value);
            var next = value + step;
            if (Math.Abs(step) <= Close * value || high - low <= Close * low)
            {
                return next;
            }

            if (next <= low && low == 0 && !isZeroTried)
            {
                if (Step(0) <= 0)
                {
                    return 0;
                }

                isZeroTried = true;
            }

            value = next > low && next < high ? next : (low + high) / 2;
        }

        throw new InvalidOperationException(
            string.Create(
                CultureInfo.InvariantCulture,
                $"The variance between {areas.Count} areas was not found in {Most} steps; it stood at {value}, between {low} and {high}. "
                    + $"Look for areas with a very small or very large sampling variance."
            )
        );
    }

    private double Step(double value)
    {
        var fit = new AreaRegression(areas, auxiliaries, value);
        return method switch
        {
            FayHerriotMethod.Reml => (fit.WeightedSquaredResiduals - fit.Trace) / fit.SquaredTrace,
            FayHerriotMethod.Ml => (fit.WeightedSquaredResiduals - fit.Precisions.Sum()) / fit.Precisions.Sum(one => one * one),
            _ => (fit.SquaredResiduals - (areas.Count - auxiliaries.Count)) / fit.Trace,
        };
    }
}
