using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>Whether correlations hold enough in common for components or factors.</summary>
/// <param name="Overall">Kaiser-Meyer-Olkin measure, 0 to 1: squared correlations beside squared partial ones. Kaiser (1974), Psychometrika
/// 39.</param>
/// <param name="Items">The same for each item.</param>
/// <param name="Bartlett">Bartlett's (1951) statistic against no correlation at all, -(n - 1 - (2p + 5) / 6) ln|R|.</param>
/// <param name="DegreesOfFreedom">Of <paramref name="Bartlett"/>, p (p - 1) / 2.</param>
public sealed record SamplingAdequacy(double Overall, IReadOnlyList<double> Items, double Bartlett, int DegreesOfFreedom)
{
    /// <param name="correlations">Regular, without NaN.</param>
    /// <param name="units">From which they were computed.</param>
    public static SamplingAdequacy Of(double[,] correlations, int units)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(correlations);
        var inverse = matrix.Inverse();
        var size = matrix.RowCount;
        var (common, partial) = (new double[size], new double[size]);
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                common[i] += i == j ? 0 : matrix[i, j] * matrix[i, j];
                partial[i] += i == j ? 0 : inverse[i, j] * inverse[i, j] / (inverse[i, i] * inverse[j, j]);
            }
        }

        return new(
            common.Sum() / (common.Sum() + partial.Sum()),
            [.. common.Zip(partial, (whole, part) => whole / (whole + part))],
            -(units - 1 - (((2 * size) + 5) / 6.0)) * Math.Log(matrix.Determinant()),
            size * (size - 1) / 2
        );
    }
}
