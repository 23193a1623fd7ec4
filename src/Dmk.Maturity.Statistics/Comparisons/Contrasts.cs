using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Differences of domains, of a domain and the whole, and other functions of estimates, with their tests.</summary>
/// <remarks>Variance of a combination: c'Vc with all covariances (Sarndal, Swensson and Wretman 1992, section 5.7; for functions by
/// their gradient, section 5.5). Checked against svycontrast of R survey 4.1-1.</remarks>
public static class Contrasts
{
    /// <summary>sum c_k y_k, tested against 0. An element with the coefficient 0 may be missing.</summary>
    /// <param name="coefficients">One per estimate, finite.</param>
    /// <param name="level">Of the interval, between 0 and 1.</param>
    /// <exception cref="ArgumentException">Not one finite coefficient per estimate; the text names it, from 0.</exception>
    /// <exception cref="InvalidOperationException">The matrix gives the combination a negative variance.</exception>
    public static Comparison Linear(JointEstimates estimates, IReadOnlyList<double> coefficients, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        var used = Checked(estimates, coefficients);
        var sum = new ExactSum();
        for (var element = 0; element < used.Length; element++)
        {
            if (used[element] != 0)
            {
                sum.AddProduct(used[element], estimates.Value(element));
            }
        }

        return Comparison.Of(sum.Value, estimates.VarianceOf(used), estimates.DegreesOfFreedom, 0, level);
    }

    /// <summary>One minus the other, tested against 0: V_aa + V_bb - 2 V_ab. A domain and the whole are two elements with their
    /// covariance.</summary>
    /// <exception cref="ArgumentException">Both are the same element, or one is outside of the estimates.</exception>
    public static Comparison Difference(JointEstimates estimates, int one, int other, double level = 0.95)
    {
        CheckPair(estimates, one, other);
        var coefficients = new double[estimates.Count];
        (coefficients[one], coefficients[other]) = (1, -1);
        return Linear(estimates, coefficients, level);
    }

    /// <summary>A part minus the whole that contains it, where the whole is the weighted mean of the parts with known shares: the part's
    /// own share of the whole does not count twice.</summary>
    /// <param name="weights">One per part, 0 or above, on any scale, taken as known; a part of weight 0 may be missing.</param>
    /// <exception cref="ArgumentException">Weights that are negative or all 0; the text names the part, from 0.</exception>
    public static Comparison PartMinusWhole(JointEstimates parts, int part, IReadOnlyList<double> weights, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(parts);
        ArgumentNullException.ThrowIfNull(weights);
        CheckElement(parts, part);
        var coefficients = Shares.Of(weights, parts.Count).Select(share => -share).ToArray();
        coefficients[part] += 1;
        return Linear(parts, coefficients, level);
    }

    /// <summary>One over the other, tested against 1, by the delta method: V = (V_aa + r² V_bb - 2 r V_ab) / b².</summary>
    /// <returns>NaN where the denominator is 0.</returns>
    public static Comparison Ratio(JointEstimates estimates, int one, int other, double level = 0.95)
    {
        CheckPair(estimates, one, other);
        var (over, under) = (estimates.Value(one), estimates.Value(other));
        if (under == 0 || double.IsNaN(over) || double.IsNaN(under))
        {
            return Comparison.Of(double.NaN, double.NaN, estimates.DegreesOfFreedom, 1, level);
        }

        var gradient = new double[estimates.Count];
        (gradient[one], gradient[other]) = (1 / under, -over / under / under);
        return Comparison.Of(over / under, estimates.VarianceOf(gradient), estimates.DegreesOfFreedom, 1, level);
    }

    /// <summary>Any smooth function of the estimates by the delta method.</summary>
    /// <param name="value">Of the function at the estimates.</param>
    /// <param name="gradient">Its derivatives at the estimates, one per estimate, finite.</param>
    /// <param name="tested">The value of the function that is tested.</param>
    /// <exception cref="ArgumentException">Not one finite derivative per estimate.</exception>
    public static Comparison Function(
        JointEstimates estimates,
        double value,
        IReadOnlyList<double> gradient,
        double tested = 0,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(estimates);
        return Comparison.Of(value, estimates.VarianceOf(Checked(estimates, gradient)), estimates.DegreesOfFreedom, tested, level);
    }

    private static double[] Checked(JointEstimates estimates, IReadOnlyList<double> coefficients)
    {
        ArgumentNullException.ThrowIfNull(coefficients);
        if (coefficients.Count != estimates.Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{coefficients.Count} coefficients for {estimates.Count} estimates."),
                nameof(coefficients)
            );
        }

        for (var element = 0; element < coefficients.Count; element++)
        {
            if (!double.IsFinite(coefficients[element]))
            {
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Coefficient {element} is {coefficients[element]}."),
                    nameof(coefficients)
                );
            }
        }

        return [.. coefficients];
    }

    private static void CheckPair(JointEstimates estimates, int one, int other)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        CheckElement(estimates, one);
        CheckElement(estimates, other);
        if (one == other)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Estimate {one} is compared with itself."));
        }
    }

    private static void CheckElement(JointEstimates estimates, int element)
    {
        if (element < 0 || element >= estimates.Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"There is no estimate {element}; there are {estimates.Count}, from 0.")
            );
        }
    }
}
