namespace Dmk.Maturity.Statistics;

/// <summary>How columns move together: covariances and Pearson correlations.</summary>
/// <remarks>Columns have one value per unit and NaN where it is missing. A matrix is symmetric, by column in both directions.</remarks>
public static class Correlations
{
    /// <summary>Of the units that have both values, with n - 1; NaN below 2 of them.</summary>
    public static double Covariance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (n, product, _, _) = Products(left, right);
        return n < 2 ? double.NaN : product / (n - 1);
    }

    /// <summary>Pearson's, of the units that have both values; NaN below 2 of them or when one does not vary.</summary>
    /// <returns>-1 to 1.</returns>
    public static double Pearson(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var (n, product, first, second) = Products(left, right);
        return n < 2 || first == 0 || second == 0 ? double.NaN : Math.Clamp(product / Math.Sqrt(first * second), -1, 1);
    }

    /// <summary>Each element from the units that have both values.</summary>
    public static double[,] Covariances(IReadOnlyList<double[]> columns) => Matrix(columns, (left, right) => Covariance(left, right));

    /// <summary>Each element from the units that have both values.</summary>
    public static double[,] Of(IReadOnlyList<double[]> columns) => Matrix(columns, (left, right) => Pearson(left, right));

    /// <summary>The correlations that belong to a covariance matrix.</summary>
    public static double[,] OfCovariances(double[,] covariances)
    {
        var size = covariances.GetLength(0);
        var correlations = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                correlations[i, j] = i == j ? 1 : covariances[i, j] / Math.Sqrt(covariances[i, i] * covariances[j, j]);
            }
        }

        return correlations;
    }

    /// <summary>The same columns with only the units that have all values.</summary>
    public static double[][] Complete(IReadOnlyList<double[]> columns)
    {
        var whole = Enumerable.Range(0, columns[0].Length).Where(unit => columns.All(column => !double.IsNaN(column[unit]))).ToArray();
        return [.. columns.Select(column => Array.ConvertAll(whole, unit => column[unit]))];
    }

    private static double[,] Matrix(IReadOnlyList<double[]> columns, Func<double[], double[], double> element)
    {
        var matrix = new double[columns.Count, columns.Count];
        for (var i = 0; i < columns.Count; i++)
        {
            for (var j = i; j < columns.Count; j++)
            {
                matrix[i, j] = matrix[j, i] = element(columns[i], columns[j]);
            }
        }

        return matrix;
    }

    private static (int Count, double Product, double Left, double Right) Products(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        // Taken from the first pair, so that a constant column has a spread of exactly 0.
        var (n, leftSum, rightSum, leftFirst, rightFirst) = (0, 0.0, 0.0, 0.0, 0.0);
        for (var unit = 0; unit < left.Length; unit++)
        {
            if (!double.IsNaN(left[unit]) && !double.IsNaN(right[unit]))
            {
                (leftFirst, rightFirst) = n++ == 0 ? (left[unit], right[unit]) : (leftFirst, rightFirst);
                leftSum += left[unit] - leftFirst;
                rightSum += right[unit] - rightFirst;
            }
        }

        var (leftMean, rightMean) = (leftSum / n, rightSum / n);
        var (product, first, second) = (0.0, 0.0, 0.0);
        for (var unit = 0; unit < left.Length; unit++)
        {
            if (!double.IsNaN(left[unit]) && !double.IsNaN(right[unit]))
            {
                var (l, r) = (left[unit] - leftFirst - leftMean, right[unit] - rightFirst - rightMean);
                product += l * r;
                first += l * l;
                second += r * r;
            }
        }

        return (n, product, first, second);
    }
}
