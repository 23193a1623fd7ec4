using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Dmk.Maturity.Statistics;

/// <summary>Quantiles of Student's t for two-sided intervals of one level, each searched once per table.</summary>
/// <remarks>MathNet's search takes some fifty times as long, which a table whose cells all have their own degrees of freedom would
/// notice.</remarks>
/// <param name="level">Between 0 and 1, both excluded.</param>
public sealed class TQuantiles(double level)
{
    private const int MostSteps = 60;
    private const double Near = 1e-8;

    private readonly Dictionary<double, double> _found = [];
    private readonly double _normal = Normal.InvCDF(0, 1, 0.5 + (level / 2));

    /// <summary>The bound that holds the middle share of all values; NaN with fewer than one degree of freedom.</summary>
    public double Of(double degreesOfFreedom)
    {
        if (!(degreesOfFreedom >= 1))
        {
            return double.NaN;
        }

        if (!_found.TryGetValue(degreesOfFreedom, out var quantile))
        {
            quantile = Searched(degreesOfFreedom);
            _found.Add(degreesOfFreedom, quantile);
        }

        return quantile;
    }

    /// <summary>Newton's method on the logarithm of both tails, which is convex: from below the steps lead up to the quantile and not
    /// past it.</summary>
    private double Searched(double degreesOfFreedom)
    {
        var (t, wanted) = (Beginning(degreesOfFreedom), Math.Log(1 - level));
        var scale =
            Math.Exp(SpecialFunctions.GammaLn((degreesOfFreedom + 1) / 2) - SpecialFunctions.GammaLn(degreesOfFreedom / 2))
            / Math.Sqrt(degreesOfFreedom * Math.PI);
        for (var step = 0; step < MostSteps; step++)
        {
            var tails = SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));
            var density = scale * Math.Pow(1 + (t * t / degreesOfFreedom), -(degreesOfFreedom + 1) / 2);
            var next = t + ((Math.Log(tails) - wanted) * tails / (2 * density));
            // The error after a step is about the square of the step.
            if (!(Math.Abs(next - t) > Near * t))
            {
                return next;
            }

            t = next;
        }

        return StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + (level / 2));
    }

    /// <summary>The normal quantile, corrected where that helps: Abramowitz and Stegun (1964), 26.7.5.</summary>
    private double Beginning(double degreesOfFreedom)
    {
        var (z, square) = (_normal, _normal * _normal);
        return degreesOfFreedom < 4
            ? z
            : z
                + (z * (square + 1) / (4 * degreesOfFreedom))
                + (z * ((((5 * square) + 16) * square) + 3) / (96 * degreesOfFreedom * degreesOfFreedom));
    }
}
