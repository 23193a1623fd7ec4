namespace Dmk.Maturity.Statistics;

/// <summary>A cell and those of a finer table that make it up, made from the same companies.</summary>
internal sealed record ReadSum(int Total, IReadOnlyList<int> Parts)
{
    /// <summary>Between each table and the next finer ones. Empty cells are left out.</summary>
    public static IReadOnlyList<ReadSum> Of(IReadOnlyList<ReadCell> cells)
    {
        var tables = Enumerable
            .Range(0, cells.Count)
            .GroupBy(at => TableOf(cells[at]))
            .Select(table => (Table: table.Key, Cells: table.ToArray()))
            .ToArray();
        var sums = new List<ReadSum>();
        foreach (var (coarse, totals) in tables)
        {
            foreach (var (fine, parts) in tables.Where(table => IsFiner(table.Table, coarse)))
            {
                if (tables.Any(between => IsFiner(fine, between.Table) && IsFiner(between.Table, coarse)))
                {
                    continue;
                }

                var partsOf = parts.Where(part => cells[part].Respondents > 0).ToLookup(part => KeyOf(cells[part], coarse));
                sums.AddRange(
                    totals
                        .Where(total => cells[total].Respondents > 0)
                        .Select(total => new ReadSum(total, [.. partsOf[KeyOf(cells[total], coarse)]]))
                        .Where(sum => IsOfTheSame(cells, sum))
                );
            }
        }

        return sums;
    }

    private static bool IsOfTheSame(IReadOnlyList<ReadCell> cells, ReadSum sum) =>
        sum.Parts.All(part => cells[part].Source == cells[sum.Total].Source)
        && sum.Parts.Sum(part => cells[part].Respondents) == cells[sum.Total].Respondents;

    /// <summary>One bit per dimension that is not totalled.</summary>
    internal static ulong TableOf(ReadCell cell) =>
        cell.Codes.Index().Aggregate(0UL, static (table, code) => code.Item is null ? table : table | (1UL << code.Index));

    private static bool IsFiner(ulong fine, ulong coarse) => fine != coarse && (fine & coarse) == coarse;

    private static string KeyOf(ReadCell cell, ulong table) =>
        string.Join('|', cell.Codes.Where((_, dimension) => (table >> dimension & 1) == 1));
}
