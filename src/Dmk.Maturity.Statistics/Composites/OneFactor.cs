using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>The one common factor behind a set of items, fitted to their correlations by maximum likelihood, and McDonald's
/// omega.</summary>
/// <param name="Loadings">By item, -1 to 1; their sum is positive.</param>
/// <param name="Uniquenesses">The share of each item that is its own, <see cref="Least"/> to 1.</param>
/// <param name="OmegaTotal">(sum of loadings)² / ((sum of loadings)² + sum of uniquenesses), 0 to 1: the share of the variance of the sum
/// of standardised items that the factor makes. McDonald (1999), Test Theory, eq. 6.20.</param>
public sealed record OneFactor(IReadOnlyList<double> Loadings, IReadOnlyList<double> Uniquenesses, double OmegaTotal)
{
    /// <summary>No uniqueness goes below this: an item that were all factor has no maximum of the likelihood (a Heywood case).</summary>
    public const double Least = 0.005;

    /// <summary>Whether the fit came to rest; else the numbers are its last step.</summary>
    public required bool Converged { get; init; }

    private const int MostSteps = 20_000;

    /// <summary>Jöreskog (1967), Psychometrika 32: for given uniquenesses u the loadings follow from the largest eigenvalue of
    /// u^-1/2 R u^-1/2; then u becomes what the loadings leave of the diagonal, until both agree. At rest these are the equations of
    /// maximum likelihood.</summary>
    /// <param name="correlations">Without NaN; at least 3 items, for 2 have no single solution.</param>
    public static OneFactor Of(double[,] correlations)
    {
        var size = correlations.GetLength(0);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 3);
        var unique = Enumerable.Repeat(0.5, size).ToArray();
        var (loadings, moved) = (new double[size], 1.0);
        for (var step = 0; step < MostSteps && moved > 1e-13; step++)
        {
            loadings = LoadingsFor(correlations, unique);
            moved = 0;
            for (var item = 0; item < size; item++)
            {
                var left = Math.Clamp(1 - (loadings[item] * loadings[item]), Least, 1);
                moved = Math.Max(moved, Math.Abs(left - unique[item]));
                unique[item] = left;
            }
        }

        var common = loadings.Sum() * loadings.Sum();
        return new(loadings, unique, common / (common + unique.Sum())) { Converged = moved <= 1e-13 };
    }

    private static double[] LoadingsFor(double[,] correlations, double[] unique)
    {
        var size = unique.Length;
        var scaled = Matrix<double>.Build.Dense(size, size, (i, j) => correlations[i, j] / Math.Sqrt(unique[i] * unique[j]));
        var parts = scaled.Evd(Symmetricity.Symmetric);
        var vector = parts.EigenVectors.Column(size - 1);
        var length = Math.Sqrt(Math.Max(0, parts.EigenValues[size - 1].Real - 1));
        var loadings = Enumerable.Range(0, size).Select(item => Math.Sqrt(unique[item]) * vector[item] * length).ToArray();
        return loadings.Sum() < 0 ? Array.ConvertAll(loadings, loading => -loading) : loadings;
    }
}
