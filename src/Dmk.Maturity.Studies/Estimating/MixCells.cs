using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The kinds of companies of a mix: the combinations of some columns.</summary>
internal sealed class MixCells
{
    private const int MostNamed = 20;

    private readonly int[] _cellOf;
    private readonly double[]? _given;

    private MixCells(int[] cellOf, int count, double[]? given) => (_cellOf, Count, _given) = (cellOf, count, given);

    /// <summary>How many kinds there are.</summary>
    public int Count { get; }

    /// <param name="rows">Those that count.</param>
    /// <param name="mix">Null for the kinds that occur.</param>
    /// <exception cref="DataException">The mix has other columns, a total below 0, or none for a row.</exception>
    public static MixCells Of(DataFile data, IReadOnlyList<string> columns, int[] rows, CalibrationTotals.Margin? mix)
    {
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        var names = mix is null ? columns : Checked(mix, columns);
        foreach (var (codes, _) in mix?.Totals ?? [])
        {
            places.Add(string.Join('|', codes), places.Count);
        }

        var found = names.Select(data.Categories).ToArray();
        var cellOf = new int[data.Rows];
        Array.Fill(cellOf, -1);
        foreach (var row in rows)
        {
            if (!Array.TrueForAll(found, column => column.Codes[row] >= 0))
            {
                continue;
            }

            var name = string.Join('|', found.Select(column => column.NameOf(row)));
            if (!places.TryGetValue(name, out cellOf[row]))
            {
                places.Add(name, cellOf[row] = mix is null ? places.Count : throw Unknown(row, found, mix));
            }
        }

        return new(cellOf, places.Count, mix is null ? null : [.. mix.Totals.Select(one => one.Total)]);
    }

    /// <summary>How many of the rows are of no kind, because a column is missing.</summary>
    public int Outside(int[] rows) => rows.Count(row => _cellOf[row] < 0);

    /// <summary>The rows of each kind, ascending.</summary>
    public int[][] Split(int[] rows)
    {
        var split = Enumerable.Range(0, Count).Select(_ => new List<int>()).ToArray();
        foreach (var row in rows.Where(row => _cellOf[row] >= 0))
        {
            split[_cellOf[row]].Add(row);
        }

        return [.. split.Select(cell => cell.ToArray())];
    }

    /// <summary>Of the file of the mix, else the weights of the rows with a value.</summary>
    public double[] Mix(SampleDesign design, Measure measure, int[] rows) => _given ?? Weights(design, measure, rows);

    /// <summary>Of the rows with a value, per kind.</summary>
    public double[] Weights(SampleDesign design, Measure measure, int[] rows)
    {
        var weights = new double[Count];
        foreach (var row in rows.Where(row => _cellOf[row] >= 0 && measure.IsKnown(row)))
        {
            weights[_cellOf[row]] += design.Weights[row];
        }

        return weights;
    }

    private static IReadOnlyList<string> Checked(CalibrationTotals.Margin mix, IReadOnlyList<string> columns)
    {
        if (!mix.Variables.Order(StringComparer.Ordinal).SequenceEqual(columns.Order(StringComparer.Ordinal)))
        {
            throw new DataException(
                $"The mix in {mix.File} is one of {string.Join(", ", mix.Variables)}, and wanted is one of {string.Join(", ", columns)}."
            );
        }

        return mix.Totals.All(one => one.Total == 0)
            ? throw new DataException($"All totals of the mix in {mix.File} are 0.")
            : mix.Variables;
    }

    private static DataException Unknown(int row, DataColumn.Categories[] columns, CalibrationTotals.Margin mix)
    {
        var has = string.Join(", ", columns.Select(column => $"{column.Name} '{column.NameOf(row)}'"));
        var known = string.Join(", ", mix.Totals.Take(MostNamed).Select(one => string.Join('|', one.Codes)));
        return new($"Row {row + 2} has {has}, and the mix in {mix.File} has no total for it (0 leaves it out). There are: {known}.");
    }
}
