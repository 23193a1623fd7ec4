using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics;

/// <summary>Whether the items of a scale measure one thing: Cronbach's alpha, with what it is made of.</summary>
/// <param name="Alpha">k / (k - 1) (1 - tr C / sum C), at most 1; may lie below 0. Cronbach (1951), Psychometrika 16, eq. 2.</param>
/// <param name="StandardAlpha">The same from correlations.</param>
/// <param name="Lambda6">Guttman's (1945) lower bound by squared multiple correlations; NaN when an item follows from the others.</param>
/// <param name="StandardError">Of alpha: Duhachek and Iacobucci (2004), J. Appl. Psych. 89, with all units as n.</param>
/// <param name="Lower">Of Feldt's 95 % interval of alpha.</param>
/// <param name="Upper">Of Feldt's 95 % interval of alpha. Feldt, Woodruff and Salih (1987), eq. 6.</param>
/// <param name="Items">In the order of the columns.</param>
/// <remarks>The test compares with R's psych 2.2.9, <c>alpha</c>.</remarks>
public sealed record Reliability(
    double Alpha,
    double StandardAlpha,
    double Lambda6,
    double AverageCorrelation,
    double MedianCorrelation,
    double StandardError,
    double Lower,
    double Upper,
    IReadOnlyList<ReliabilityItem> Items
)
{
    /// <param name="columns">By item, then unit, at least 2 items; NaN is missing. Each covariance is taken from the units that have both
    /// values. For list-wise deletion take <see cref="Correlations.Complete"/> first.</param>
    public static Reliability Of(IReadOnlyList<double[]> columns)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns.Count, 2);
        var covariances = Correlations.Covariances(columns);
        var correlations = Correlations.OfCovariances(covariances);
        var multiple = MultipleCorrelations(correlations);
        var (k, alpha) = (columns.Count, AlphaOf(covariances));
        var (lower, upper) = Feldt(alpha, columns[0].Length, k);
        return new(
            alpha,
            AlphaOf(correlations),
            1 - ((k - multiple.Sum()) / Sum(correlations)),
            Average(correlations),
            Column.Median([.. OffDiagonal(correlations)]),
            ErrorOf(covariances, columns[0].Length),
            lower,
            upper,
            ItemsOf(columns, covariances, correlations, multiple)
        );
    }

    /// <summary>Alpha of a covariance or correlation matrix; NaN below 2 items.</summary>
    public static double AlphaOf(double[,] covariances)
    {
        double k = covariances.GetLength(0);
        return k < 2 ? double.NaN : k / (k - 1) * (1 - (Trace(covariances) / Sum(covariances)));
    }

    private static ReliabilityItem[] ItemsOf(
        IReadOnlyList<double[]> columns,
        double[,] covariances,
        double[,] correlations,
        double[] multiple
    )
    {
        var totals = Enumerable
            .Range(0, columns[0].Length)
            .Select(unit => Column.Mean([.. columns.Select(column => column[unit])]))
            .ToArray();
        var corrected = Sum(correlations) - columns.Count + multiple.Sum();
        return
        [
            .. columns.Select(
                (column, item) =>
                {
                    var (row, rest) = (RowSum(correlations, item), RowSum(covariances, item) - covariances[item, item]);
                    var variance = Sum(covariances) - (2 * rest) - covariances[item, item];
                    var (raw, standard) = (Without(covariances, item), Without(correlations, item));
                    return new ReliabilityItem(
                        Column.Count(column),
                        Column.Mean(column),
                        Column.StandardDeviation(column),
                        Correlations.Pearson(column, totals),
                        row / Math.Sqrt(Sum(correlations)),
                        (row - 1 + multiple[item]) / Math.Sqrt(corrected),
                        rest / Math.Sqrt(covariances[item, item] * variance),
                        AlphaOf(raw),
                        AlphaOf(standard),
                        Average(standard)
                    );
                }
            ),
        ];
    }

    /// <summary>1 - 1 / diagonal of the inverse: how much of an item the others explain.</summary>
    private static double[] MultipleCorrelations(double[,] correlations) =>
        [.. Matrix<double>.Build.DenseOfArray(correlations).Inverse().Diagonal().Select(element => 1 - (1 / element))];

    private static double ErrorOf(double[,] covariances, int units)
    {
        var matrix = Matrix<double>.Build.DenseOfArray(covariances);
        var square = matrix * matrix;
        var (k, sum, trace) = ((double)covariances.GetLength(0), Sum(covariances), Trace(covariances));
        var spread = (sum * (square.Trace() + (trace * trace))) - (2 * trace * square.RowSums().Sum());
        return Math.Sqrt(2 * k * k / ((k - 1) * (k - 1) * sum * sum * sum) * spread / units);
    }

    private static (double Lower, double Upper) Feldt(double alpha, int units, int k)
    {
        if (units < 2 || double.IsNaN(alpha))
        {
            return (double.NaN, double.NaN);
        }

        var ratio = new FisherSnedecor(units - 1, (units - 1.0) * (k - 1));
        return (
            1 - ((1 - alpha) * ratio.InverseCumulativeDistribution(0.975)),
            1 - ((1 - alpha) * ratio.InverseCumulativeDistribution(0.025))
        );
    }

    private static double[,] Without(double[,] matrix, int item) =>
        Matrix<double>.Build.DenseOfArray(matrix).RemoveRow(item).RemoveColumn(item).ToArray();

    private static double Average(double[,] correlations) => OffDiagonal(correlations).DefaultIfEmpty(double.NaN).Average();

    private static IEnumerable<double> OffDiagonal(double[,] matrix) =>
        from i in Enumerable.Range(0, matrix.GetLength(0))
        from j in Enumerable.Range(0, i)
        select matrix[i, j];

    private static double Sum(double[,] matrix) => matrix.Cast<double>().Sum();

    private static double Trace(double[,] matrix) => Enumerable.Range(0, matrix.GetLength(0)).Sum(i => matrix[i, i]);

    private static double RowSum(double[,] matrix, int row) => Enumerable.Range(0, matrix.GetLength(0)).Sum(j => matrix[row, j]);
}
