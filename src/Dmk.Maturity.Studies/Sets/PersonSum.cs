namespace Dmk.Maturity.Studies;

/// <summary>A cell and those of another table that add up to it.</summary>
/// <param name="Total">Places of a table and of a cell in it.</param>
internal sealed record PersonSum((int Table, int Cell) Total, IReadOnlyList<(int Table, int Cell)> Parts)
{
    /// <summary>Every table adds up to the total, and one by a fine variable to those by variables that follow from it.</summary>
    /// <param name="tables">The total first, then those by one variable.</param>
    public static IReadOnlyList<PersonSum> Of(IReadOnlyList<PersonTable> tables)
    {
        var sums = new List<PersonSum>();
        for (var coarse = 0; coarse < tables.Count; coarse++)
        {
            for (var fine = 1; fine < tables.Count; fine++)
            {
                if (fine != coarse && (coarse == 0 || tables[fine].Variable!.CodesIn(tables[coarse].Variable!) is not null))
                {
                    sums.AddRange(Sums(tables, coarse, fine));
                }
            }
        }

        return sums;
    }

    private static IEnumerable<PersonSum> Sums(IReadOnlyList<PersonTable> tables, int coarse, int fine) =>
        tables[coarse]
            .Cells.Select(
                (total, at) =>
                    new PersonSum(
                        (coarse, at),
                        [
                            .. tables[fine]
                                .Cells.Index()
                                .Where(part => IsWithin(part.Item, total, tables[coarse].Variable))
                                .Select(part => (fine, part.Index)),
                        ]
                    )
            );

    private static bool IsWithin(PersonCell part, PersonCell total, ReportingVariable? variable) =>
        variable is null || part.Codes[variable.Order] == total.Codes[variable.Order];
}
