namespace Dmk.Maturity.Statistics;

/// <summary>How much of the variance of a result one uncertain choice makes.</summary>
/// <param name="First">By itself: the variance that would go if it were fixed, 0 to 1 (estimates may lie a little outside).</param>
/// <param name="FirstLower">5 % of the bootstrap distribution.</param>
/// <param name="FirstUpper">95 % of the bootstrap distribution.</param>
/// <param name="Total">With all that it does together with others, 0 and above.</param>
/// <param name="TotalLower">5 % of the bootstrap distribution.</param>
/// <param name="TotalUpper">95 % of the bootstrap distribution.</param>
public sealed record SobolIndex(double First, double FirstLower, double FirstUpper, double Total, double TotalLower, double TotalUpper)
{
    private const int Replicates = 500;

    /// <summary>First-order and total effects of each of several independent choices.</summary>
    /// <param name="model">The result at a point whose coordinates lie from 0 to below 1; called from several threads.</param>
    /// <param name="dimensions">Coordinates of a point, 1 and above.</param>
    /// <param name="size">Rows of the two base samples, 2 and above; the model is computed size (dimensions + 2) times.</param>
    /// <returns>By coordinate; NaN when the result does not vary.</returns>
    /// <remarks>Design of Saltelli et al. (2010), Comput. Phys. Commun. 181: samples A and B, and A with one column of B. Estimators of
    /// Jansen (1999), the same volume's table 2 (b and f): first = 1 - mean (f(B) - f(AB))² / 2V, total = mean (f(A) - f(AB))² / 2V.
    /// Percentile
    /// bootstrap over the rows, 500 replicates.</remarks>
    public static SobolIndex[] Of(Func<double[], double> model, int dimensions, int size, long seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(dimensions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        var (a, b) = (new double[size], new double[size]);
        var mixed = new double[dimensions][];
        for (var k = 0; k < dimensions; k++)
        {
            mixed[k] = new double[size];
        }

        Parallel.For(
            0,
            size,
            row =>
            {
                var random = new SeededDraws(seed, row);
                var (first, second) = (Point(dimensions, ref random), Point(dimensions, ref random));
                a[row] = model([.. first]);
                b[row] = model([.. second]);
                for (var k = 0; k < dimensions; k++)
                {
                    double[] point = [.. first];
                    point[k] = second[k];
                    mixed[k][row] = model(point);
                }
            }
        );
        return Estimated(a, b, mixed, seed);
    }

    private static double[] Point(int dimensions, ref SeededDraws random)
    {
        var point = new double[dimensions];
        for (var k = 0; k < dimensions; k++)
        {
            point[k] = random.Uniform();
        }

        return point;
    }

    private static SobolIndex[] Estimated(double[] a, double[] b, double[][] mixed, long seed)
    {
        var all = Enumerable.Range(0, a.Length).ToArray();
        var draws = new double[mixed.Length, 2][];
        for (var k = 0; k < mixed.Length; k++)
        {
            (draws[k, 0], draws[k, 1]) = (new double[Replicates], new double[Replicates]);
        }

        var random = new SeededDraws(seed, -1);
        for (var replicate = 0; replicate < Replicates; replicate++)
        {
            var rows = new int[a.Length];
            for (var at = 0; at < rows.Length; at++)
            {
                rows[at] = random.Below(a.Length);
            }

            for (var k = 0; k < mixed.Length; k++)
            {
                (draws[k, 0][replicate], draws[k, 1][replicate]) = Effects(a, b, mixed[k], rows);
            }
        }

        return
        [
            .. mixed.Select(
                (column, k) =>
                {
                    var (first, total) = Effects(a, b, column, all);
                    return new SobolIndex(
                        first,
                        Column.Quantile(draws[k, 0], 0.05),
                        Column.Quantile(draws[k, 0], 0.95),
                        total,
                        Column.Quantile(draws[k, 1], 0.05),
                        Column.Quantile(draws[k, 1], 0.95)
                    );
                }
            ),
        ];
    }

    private static (double First, double Total) Effects(double[] a, double[] b, double[] mixed, int[] rows)
    {
        var (sum, first, total) = (0.0, 0.0, 0.0);
        foreach (var row in rows)
        {
            sum += a[row] + b[row];
            first += (b[row] - mixed[row]) * (b[row] - mixed[row]);
            total += (a[row] - mixed[row]) * (a[row] - mixed[row]);
        }

        var (mean, spread) = (sum / (2 * rows.Length), 0.0);
        foreach (var row in rows)
        {
            spread += ((a[row] - mean) * (a[row] - mean)) + ((b[row] - mean) * (b[row] - mean));
        }

        // V over both samples together; 1 / 2N of the estimators.
        var variance = spread / (2 * rows.Length);
        return variance == 0
            ? (double.NaN, double.NaN)
            : (1 - (first / (2 * rows.Length * variance)), total / (2 * rows.Length * variance));
    }
}
