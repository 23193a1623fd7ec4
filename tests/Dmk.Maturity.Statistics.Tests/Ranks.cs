namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Ranks of small matrices, by elimination with the largest pivot.</summary>
internal static class Ranks
{
    private const double Zero = 1e-9;

    public static int Of(IReadOnlyList<double[]> source)
    {
        var rows = source.Select(row => row.ToArray()).ToArray();
        var rank = 0;
        for (var column = 0; rank < rows.Length && column < rows[0].Length; column++)
        {
            var pivot = Enumerable.Range(rank, rows.Length - rank).MaxBy(row => Math.Abs(rows[row][column]));
            if (Math.Abs(rows[pivot][column]) < Zero)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            foreach (var row in rows.Skip(rank + 1))
            {
                var factor = row[column] / rows[rank][column];
                for (var at = column; at < row.Length; at++)
                {
                    row[at] -= factor * rows[rank][at];
                }
            }

            rank++;
        }

        return rank;
    }
}
