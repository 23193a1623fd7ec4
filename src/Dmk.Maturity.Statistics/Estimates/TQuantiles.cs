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

    /// <summary>A step of this size leaves an error of about its cube.</summary>
    private const double Near = 1e-5;

    private readonly Dictionary<double, double> _found = [];
    private readonly double _normal = Normal.InvCDF(0, 1, 0.5 + (level / 2));

    /// <summary>The bound that holds the middle share of all values; NaN with fewer than one degree of freedom, the normal one where they
    /// are infinite.</summary>
    public double Of(double degreesOfFreedom)
    {
        if (double.IsPositiveInfinity(degreesOfFreedom))
        {
            return _normal;
        }

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

    /// <summary>Halley's method on the logarithm of both tails, of third order.</summary>
    private double Searched(double n)
    {
        var (t, wanted) = (Math.Sqrt(n * Beginning(n)), Math.Log(1 - level));
        var scale = Math.Exp(SpecialFunctions.GammaLn((n + 1) / 2) - SpecialFunctions.GammaLn(n / 2)) / Math.Sqrt(n * Math.PI);
        for (var step = 0; step < MostSteps; step++)
        {
            var tails = SpecialFunctions.BetaRegularized(n / 2, 0.5, n / (n + (t * t)));
            var hazard = 2 * scale * Math.Pow(1 + (t * t / n), -(n + 1) / 2) / tails;
            var newton = (Math.Log(tails) - wanted) / hazard;
            var move = newton / (1 - (newton * ((t * (n + 1) / (n + (t * t))) - hazard) / 2));
            t += move;
            if (!(Math.Abs(move) > Near * t))
            {
                return t;
            }
        }

        return StudentT.InvCDF(0, 1, n, 0.5 + (level / 2));
    }

    /// <summary>t² / n to four digits and more. Hill (1970), Communications of the ACM 13, algorithm 396.</summary>
    private double Beginning(double n)
    {
        var a = 1 / (n - 0.5);
        var b = 48 / (a * a);
        var c = (((20700 * a / b) - 98) * a - 16) * a + 96.36;
        var d = ((((94.5 / (b + c)) - 3) / b) + 1) * Math.Sqrt(a * Math.PI / 2) * n;
        var y = Math.Pow(d * (1 - level), 2 / n);
        if (y <= 0.05 + a)
        {
            return ((((1 / (((((n + 6) / (n * y)) - (0.089 * d) - 0.822) * (n + 2) * 3))) + (0.5 / (n + 4))) * y - 1) * (n + 1) / (n + 2))
                + (1 / y);
        }

        var x = -_normal;
        y = x * x;
        c += n < 5 ? 0.3 * (n - 4.5) * (x + 0.6) : 0;
        c = ((((((0.05 * d * x) - 5) * x - 7) * x) - 2) * x) + b + c;
        y = ((((((((((0.4 * y) + 6.3) * y) + 36) * y) + 94.5) / c) - y - 3) / b) + 1) * x;
        y = a * y * y;
        return y > 0.002 ? Math.Exp(y) - 1 : y + (y * y / 2);
    }
}
