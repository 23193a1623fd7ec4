using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>Whether the items of a scale measure one thing, from nothing but their covariances, so that weights may have made
/// them.</summary>
/// <param name="Alpha">Cronbach's, see <see cref="Reliability.Alpha"/>; NaN with one item, or when none varies.</param>
/// <param name="Omega">McDonald's, see <see cref="OneFactor.OmegaTotal"/>; NaN below three items, when one does not vary, and when the fit
/// did not come to rest.</param>
/// <param name="Items">In the order of the covariances.</param>
public sealed record ScaleReliability(double Alpha, double Omega, IReadOnlyList<ScaleItem> Items)
{
    /// <param name="covariances">Symmetric; times any positive number they give the same.</param>
    public static ScaleReliability Of(double[,] covariances)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(covariances);
        var factor = FactorOf(covariances);
        var sums = matrix.RowSums();
        return new(
            matrix.Diagonal().Sum() > 0 ? Reliability.AlphaOf(covariances) : double.NaN,
            factor?.OmegaTotal ?? double.NaN,
            [
                .. Enumerable
                    .Range(0, sums.Count)
                    .Select(item => new ScaleItem(
                        WithRest(matrix[item, item], sums[item], sums.Sum()),
                        sums.Count < 3 ? double.NaN : Reliability.AlphaOf(matrix.RemoveRow(item).RemoveColumn(item).ToArray()),
                        factor?.Loadings[item] ?? double.NaN
                    )),
            ]
        );
    }

    private static double WithRest(double variance, double row, double all)
    {
        var rest = row - variance;
        var spread = variance * (all - (2 * rest) - variance);
        return spread > 0 ? rest / Math.Sqrt(spread) : double.NaN;
    }

    private static OneFactor? FactorOf(double[,] covariances)
    {
        var correlations = Correlations.OfCovariances(covariances);
        return
            correlations.GetLength(0) >= 3
            && correlations.Cast<double>().All(double.IsFinite)
            && OneFactor.Of(correlations) is { Converged: true } factor
            ? factor
            : null;
    }
}
