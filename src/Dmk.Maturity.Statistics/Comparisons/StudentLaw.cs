using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Dmk.Maturity.Statistics;

/// <summary>Student's t, and the normal distribution where the degrees of freedom are infinite; both tails together.</summary>
internal static class StudentLaw
{
    /// <summary>How often a value lies as far from 0 as t. Abramowitz and Stegun (1964), 26.7.1 with 26.5.27: exact in the tails,
    /// too.</summary>
    /// <returns>0 to 1; NaN for NaN.</returns>
    public static double P(double t, double degreesOfFreedom) =>
        double.IsNaN(t) || double.IsNaN(degreesOfFreedom) ? double.NaN
        : double.IsPositiveInfinity(degreesOfFreedom) ? SpecialFunctions.Erfc(Math.Abs(t) / Math.Sqrt(2))
        : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));

    /// <summary>The bound that holds the middle share of all values.</summary>
    public static double Quantile(double level, double degreesOfFreedom) =>
        double.IsNaN(degreesOfFreedom) ? double.NaN
        : double.IsPositiveInfinity(degreesOfFreedom) ? Normal.InvCDF(0, 1, 0.5 + (level / 2))
        : StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + (level / 2));
}
