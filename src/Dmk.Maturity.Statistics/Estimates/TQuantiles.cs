using MathNet.Numerics.Distributions;

namespace Dmk.Maturity.Statistics;

/// <summary>Quantiles of Student's t for two-sided intervals of one level, each searched once per table.</summary>
internal sealed class TQuantiles(double level)
{
    private readonly Dictionary<double, double> _found = [];

    /// <summary>NaN without degrees of freedom.</summary>
    public double Of(double degreesOfFreedom)
    {
        if (degreesOfFreedom < 1)
        {
            return double.NaN;
        }

        if (!_found.TryGetValue(degreesOfFreedom, out var quantile))
        {
            quantile = StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + (level / 2));
            _found.Add(degreesOfFreedom, quantile);
        }

        return quantile;
    }
}
