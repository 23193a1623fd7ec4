using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>The directions in which columns vary most, and how much of the variance each holds.</summary>
/// <param name="Eigenvalues">Descending; of a correlation matrix they add up to the number of columns.</param>
/// <param name="Vectors">By column, then component; of length 1, and the element that is largest in size is positive.</param>
/// <remarks>OECD/JRC Handbook (2008), step 4; Hotelling (1933), J. Educ. Psych. 24.</remarks>
public sealed record PrincipalComponents(IReadOnlyList<double> Eigenvalues, double[,] Vectors)
{
    /// <summary>The share of the variance that each component holds, 0 to 1.</summary>
    public IReadOnlyList<double> Explained => [.. Eigenvalues.Select(value => value / Eigenvalues.Sum())];

    /// <summary>Components with an eigenvalue above 1, which say more than a single column does (Kaiser 1960); for correlations.</summary>
    public int AboveOne => Eigenvalues.Count(value => value > 1);

    /// <summary>How strongly a column goes with a component: vector times the root of the eigenvalue.</summary>
    public double Loading(int column, int component) => Vectors[column, component] * Math.Sqrt(Math.Max(0, Eigenvalues[component]));

    /// <param name="matrix">Symmetric: correlations or covariances, without NaN.</param>
    public static PrincipalComponents Of(double[,] matrix)
    {
        var size = matrix.GetLength(0);
        var parts = Matrix<double>.Build.DenseOfArray(matrix).Evd(Symmetricity.Symmetric);
        var vectors = new double[size, size];
        for (var component = 0; component < size; component++)
        {
            var vector = parts.EigenVectors.Column(size - 1 - component);
            var largest = vector[vector.AbsoluteMaximumIndex()];
            for (var column = 0; column < size; column++)
            {
                vectors[column, component] = largest < 0 ? -vector[column] : vector[column];
            }
        }

        return new([.. parts.EigenValues.Select(value => value.Real).Reverse()], vectors);
    }
}
