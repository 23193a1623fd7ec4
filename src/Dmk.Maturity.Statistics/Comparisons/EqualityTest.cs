using MathNet.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>The test that several estimates are all equal: whether there is anything to rank.</summary>
/// <remarks>Wald's statistic of the differences over their number, against F (Korn and Graubard 1990). Checked against regTermTest of R
/// survey 4.1-1.</remarks>
/// <param name="F">NaN where fewer than two estimates are known or no difference can vary.</param>
/// <param name="Differences">Independent differences that can vary: numerator degrees of freedom.</param>
/// <param name="DegreesOfFreedom">Of the denominator: those of the estimates less the differences; infinite for the chi-squared
/// distribution.
/// </param>
/// <param name="P">0 to 1; NaN without a test or without degrees of freedom.</param>
/// <param name="LeftOut">Estimates without a value or a standard error, from 0: they are not compared.</param>
public sealed record EqualityTest(double F, int Differences, double DegreesOfFreedom, double P, IReadOnlyList<int> LeftOut)
{
    /// <summary>An eigenvalue below this share of the largest one is rounding.</summary>
    private const double Rounding = 1e-12;

    public static EqualityTest Of(JointEstimates estimates)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        var elements = Enumerable.Range(0, estimates.Count).ToLookup(estimates.IsKnown);
        var known = elements[true].ToArray();
        var (wald, differences) = known.Length < 2 ? (double.NaN, 0) : Wald(estimates, known);
        var f = differences == 0 ? double.NaN : wald / differences;
        var degreesOfFreedom = estimates.DegreesOfFreedom - differences;
        return new EqualityTest(f, differences, degreesOfFreedom, Probability(f, differences, degreesOfFreedom), [.. elements[false]]);
    }

    /// <summary>Of the differences to the first, in the directions in which they can vary.</summary>
    private static (double Wald, int Differences) Wald(JointEstimates estimates, int[] known)
    {
        var first = known[0];
        var others = known[1..];
        var apart = Vector<double>.Build.Dense(others.Length, at => estimates.Value(others[at]) - estimates.Value(first));
        var covariance = Matrix<double>.Build.Dense(
            others.Length,
            others.Length,
            (one, other) =>
                estimates.Covariance(others[one], others[other])
                - estimates.Covariance(others[one], first)
                - estimates.Covariance(first, others[other])
                + estimates.Covariance(first, first)
        );
        var directions = covariance.Evd(Symmetricity.Symmetric);
        var values = directions.EigenValues.Select(one => one.Real).ToArray();
        var varying = Enumerable.Range(0, values.Length).Where(at => values[at] > Rounding * values.Max()).ToArray();
        return (varying.Sum(at => Math.Pow(directions.EigenVectors.Column(at).DotProduct(apart), 2) / values[at]), varying.Length);
    }

    private static double Probability(double f, double above, double below) =>
        double.IsNaN(f) || !(below > 0) ? double.NaN
        : double.IsPositiveInfinity(below) ? SpecialFunctions.GammaUpperRegularized(above / 2, above * f / 2)
        : SpecialFunctions.BetaRegularized(below / 2, above / 2, below / (below + (above * f)));
}
