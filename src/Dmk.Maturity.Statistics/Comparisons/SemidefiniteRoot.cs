using System.Globalization;
using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>Columns L with LL' = a covariance matrix, which may be singular.</summary>
/// <remarks>Cholesky with the largest remaining variance first (Higham 2002, section 10.3); stops where nothing but rounding is
/// left.</remarks>
internal static class SemidefiniteRoot
{
    private const double Rounding = 1e-10;

    /// <returns>As many columns as the rank, each as long as the matrix.</returns>
    /// <exception cref="InvalidOperationException">Some combination would have a negative variance.</exception>
    public static List<double[]> Of(Matrix<double> covariance)
    {
        var size = covariance.RowCount;
        var rest = size == 0 ? [] : covariance.ToRowArrays();
        var largest = size == 0 ? 0 : Enumerable.Range(0, size).Max(one => rest[one][one]);
        var columns = new List<double[]>();
        while (columns.Count < size)
        {
            var pivot = Enumerable.Range(0, size).MaxBy(one => rest[one][one]);
            if (rest[pivot][pivot] <= Rounding * Rounding * largest)
            {
                break;
            }

            var root = Math.Sqrt(rest[pivot][pivot]);
            var column = rest.Select(row => row[pivot] / root).ToArray();
            columns.Add(column);
            for (var one = 0; one < size; one++)
            {
                for (var other = 0; other < size; other++)
                {
                    rest[one][other] -= column[one] * column[other];
                }
            }

            for (var one = 0; one < size; one++)
            {
                rest[one][pivot] = rest[pivot][one] = 0;
            }

            Check(rest, largest);
        }

        return columns;
    }

    private static void Check(double[][] rest, double largest)
    {
        for (var one = 0; one < rest.Length; one++)
        {
            if (rest[one][one] < -Rounding * largest)
            {
                throw new InvalidOperationException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"What the others do not explain of estimate {one} has the variance {rest[one][one]}: "
                            + $"the matrix is no covariance matrix."
                    )
                );
            }
        }
    }
}
