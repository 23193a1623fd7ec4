using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>Estimates that are compared with each other, with the covariances of their errors.</summary>
/// <remarks>Domains that cut across strata, and a domain with the whole that contains it, have covariances other than 0. Missing is NaN:
/// a value does not exist (no respondents), or its variance does not (a single respondent).</remarks>
public sealed class JointEstimates
{
    /// <summary>How far apart two halves of the matrix, or a correlation from 1, may lie by rounding.</summary>
    private const double Rounding = 1e-9;

    private readonly double[] _values;
    private readonly Matrix<double> _covariance;

    /// <param name="values">K estimates in any unit; NaN where there is none.</param>
    /// <param name="covariance">K x K, symmetric, in the squared unit. A NaN variance makes its row and column unknown.</param>
    /// <param name="degreesOfFreedom">Above 0; infinite for the normal distribution.</param>
    /// <exception cref="ArgumentException">Shapes that do not fit, an infinite value, a negative variance, a matrix that is not
    /// symmetric, a correlation above 1 or a missing covariance between two known variances; the text names the elements, from
    /// 0.</exception>
    public JointEstimates(IReadOnlyList<double> values, Matrix<double> covariance, double degreesOfFreedom = double.PositiveInfinity)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(covariance);
        if (!(degreesOfFreedom > 0))
        {
            throw new ArgumentException(Text($"Degrees of freedom are above 0, not {degreesOfFreedom}."), nameof(degreesOfFreedom));
        }

        if (covariance.RowCount != values.Count || covariance.ColumnCount != values.Count)
        {
            throw new ArgumentException(
                Text($"{values.Count} values need as many rows and columns, not {covariance.RowCount} x {covariance.ColumnCount}."),
                nameof(covariance)
            );
        }

        (_values, _covariance, DegreesOfFreedom) = ([.. values], covariance.Clone(), degreesOfFreedom);
        CheckValues();
        CheckCovariances();
    }

    /// <inheritdoc cref="JointEstimates(IReadOnlyList{double}, Matrix{double}, double)"/>
    public JointEstimates(IReadOnlyList<double> values, double[,] covariance, double degreesOfFreedom = double.PositiveInfinity)
        : this(values, Matrix<double>.Build.DenseOfArray(covariance), degreesOfFreedom) { }

    /// <summary>How many there are, the missing ones too.</summary>
    public int Count => _values.Length;

    /// <summary>Above 0; infinite for the normal distribution.</summary>
    public double DegreesOfFreedom { get; }

    /// <summary>Estimates without covariances between them, as of separate samples.</summary>
    /// <param name="standardErrors">One per value, 0 or above, NaN where unknown.</param>
    /// <exception cref="ArgumentException">As for the constructor.</exception>
    public static JointEstimates Independent(
        IReadOnlyList<double> values,
        IReadOnlyList<double> standardErrors,
        double degreesOfFreedom = double.PositiveInfinity
    )
    {
        ArgumentNullException.ThrowIfNull(standardErrors);
        var negative = standardErrors.ToList().FindIndex(one => one < 0);
        if (negative >= 0)
        {
            throw new ArgumentException(Text($"Standard error {negative} is {standardErrors[negative]}, below 0."), nameof(standardErrors));
        }

        var variances = standardErrors.Select(one => one * one).ToArray();
        return new JointEstimates(values, Matrix<double>.Build.DenseOfDiagonalArray(variances), degreesOfFreedom);
    }

    /// <summary>Estimates of which no errors are known: every comparison of them has a value and no standard error.</summary>
    public static JointEstimates WithoutErrors(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return Independent(values, [.. values.Select(_ => double.NaN)]);
    }

    /// <summary>NaN where there is none.</summary>
    public double Value(int element) => _values[element];

    /// <summary>NaN where unknown.</summary>
    public double StandardError(int element) => Math.Sqrt(Covariance(element, element));

    /// <summary>NaN where the value or the variance of either is missing.</summary>
    public double Covariance(int one, int other) => IsKnown(one) && IsKnown(other) ? _covariance[one, other] : double.NaN;

    /// <summary>Has a value and a variance.</summary>
    public bool IsKnown(int element) => !double.IsNaN(_values[element]) && !double.IsNaN(_covariance[element, element]);

    /// <summary>The variance of a linear combination; what rounding leaves of equal and opposite terms is 0.</summary>
    /// <returns>NaN where an element with a coefficient other than 0 is not known.</returns>
    /// <exception cref="InvalidOperationException">It is below 0: the matrix is no covariance matrix.</exception>
    internal double VarianceOf(ReadOnlySpan<double> coefficients)
    {
        var (sum, size) = (0.0, 0.0);
        for (var one = 0; one < Count; one++)
        {
            for (var other = 0; coefficients[one] != 0 && other < Count; other++)
            {
                if (coefficients[other] != 0)
                {
                    var term = coefficients[one] * coefficients[other] * Covariance(one, other);
                    (sum, size) = (sum + term, size + Math.Abs(term));
                }
            }
        }

        return sum < -Rounding * size
                ? throw new InvalidOperationException(Text($"A combination has the variance {sum}: the matrix is no covariance matrix."))
            : sum <= 4e-16 * Count * size ? 0
            : sum;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void CheckValues()
    {
        for (var one = 0; one < Count; one++)
        {
            if (double.IsInfinity(_values[one]))
            {
                throw new ArgumentException(Text($"Value {one} is {_values[one]}."));
            }

            if (_covariance[one, one] < 0 || double.IsInfinity(_covariance[one, one]))
            {
                throw new ArgumentException(Text($"Variance {one} is {_covariance[one, one]}."));
            }
        }
    }

    private void CheckCovariances()
    {
        for (var one = 0; one < Count; one++)
        {
            for (var other = 0; IsKnown(one) && other < one; other++)
            {
                if (IsKnown(other))
                {
                    CheckPair(one, other);
                }
            }
        }
    }

    private void CheckPair(int one, int other)
    {
        var (here, there) = (_covariance[one, other], _covariance[other, one]);
        var largest = Math.Sqrt(_covariance[one, one]) * Math.Sqrt(_covariance[other, other]);
        if (!(Math.Abs(here - there) <= Rounding * largest))
        {
            throw new ArgumentException(Text($"Covariance ({one}, {other}) is {here}, ({other}, {one}) is {there}."));
        }

        if (Math.Abs(here) > (1 + Rounding) * largest)
        {
            throw new ArgumentException(Text($"Covariance ({one}, {other}) is {here}: larger than {largest}, which the variances allow."));
        }
    }
}
