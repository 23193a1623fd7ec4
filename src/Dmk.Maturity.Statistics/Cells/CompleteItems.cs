namespace Dmk.Maturity.Statistics;

/// <summary>The respondents that have a value of every crossed variable, and how these vary together among them.</summary>
/// <param name="Respondents">With all values.</param>
/// <param name="Weighted">Covariances by crossed variable, under the weights; NaN without respondents.</param>
/// <param name="Unweighted">The same, each respondent counting alike.</param>
/// <param name="Largest">The two largest weights among them, and the sum of all; 0 where there are not so many.</param>
public sealed record CompleteItems(
    long Respondents,
    double[,] Weighted,
    double[,] Unweighted,
    (double First, double Second, double Total) Largest
)
{
    public static CompleteItems Of(WeightedCells sample)
    {
        var variables = sample.Cells.Count == 0 ? 0 : sample.Cells[0].Moments.Layout.Crossed.Count;
        var all = (uint)((1L << variables) - 1);
        var (found, weights) = (new List<CrossedSums>(), new List<double>());
        foreach (var (place, cell) in sample.Cells.Index())
        {
            if (cell.Moments.Crossed.FirstOrDefault(crossed => crossed.Pattern == all) is { Respondents: > 0 } complete)
            {
                found.Add(complete);
                weights.Add(sample.Weights[place]);
            }
        }

        return new(
            found.Sum(one => one.Respondents),
            Covariances(found, weights, variables),
            Covariances(found, weights.ConvertAll(_ => 1.0), variables),
            LargestOf(found, weights)
        );
    }

    /// <summary>Within cells and between them, each centred before it is added. Divided by the sum of the weights.</summary>
    private static double[,] Covariances(List<CrossedSums> cells, List<double> weights, int variables)
    {
        double[] sizes = [.. cells.Zip(weights, (cell, weight) => weight * cell.Respondents)];
        var size = sizes.Sum();
        double[] means =
        [
            .. Enumerable.Range(0, variables).Select(variable => cells.Zip(sizes, (cell, one) => one * cell.Mean(variable)).Sum() / size),
        ];
        var covariances = new double[variables, variables];
        for (var a = 0; a < variables; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var sum = 0.0;
                for (var cell = 0; cell < cells.Count; cell++)
                {
                    sum += weights[cell] * cells[cell].Codeviations(a, b);
                    sum += sizes[cell] * (cells[cell].Mean(a) - means[a]) * (cells[cell].Mean(b) - means[b]);
                }

                covariances[a, b] = covariances[b, a] = sum / size;
            }
        }

        return covariances;
    }

    private static (double First, double Second, double Total) LargestOf(List<CrossedSums> cells, List<double> weights)
    {
        double[] largest =
        [
            .. cells
                .Zip(weights)
                .OrderByDescending(cell => cell.Second)
                .SelectMany(cell => Enumerable.Repeat(cell.Second, (int)Math.Min(2, cell.First.Respondents)))
                .Take(2),
            0,
            0,
        ];
        return (largest[0], largest[1], cells.Zip(weights, (cell, weight) => weight * cell.Respondents).Sum());
    }
}
