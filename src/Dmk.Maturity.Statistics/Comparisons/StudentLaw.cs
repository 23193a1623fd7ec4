using MathNet.Numerics;

namespace Dmk.Maturity.Statistics;

/// <summary>Both tails of Student's t, and of the normal distribution where the degrees of freedom are infinite; its quantiles are
/// <see cref="TQuantiles"/>.</summary>
internal static class StudentLaw
{
    /// <summary>How often a value lies as far from 0 as t. Abramowitz and Stegun (1964), 26.7.1 with 26.5.27: exact in the tails,
    /// too.</summary>
    /// <returns>0 to 1; NaN for NaN.</returns>
    public static double P(double t, double degreesOfFreedom) =>
        double.IsNaN(t) || double.IsNaN(degreesOfFreedom) ? double.NaN
        : double.IsPositiveInfinity(degreesOfFreedom) ? SpecialFunctions.Erfc(Math.Abs(t) / Math.Sqrt(2))
        : SpecialFunctions.BetaRegularized(degreesOfFreedom / 2, 0.5, degreesOfFreedom / (degreesOfFreedom + (t * t)));
}
