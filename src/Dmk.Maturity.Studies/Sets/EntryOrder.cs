namespace Dmk.Maturity.Studies;

/// <summary>The tables of a study as companies enter them: coarse ones before those that refine them, the total first. Margins that two
/// tables share and the study does not report are entered like tables, as everybody can add them up.</summary>
public sealed class EntryOrder
{
    public EntryOrder(StudyDesign design)
    {
        var tables = new List<IReadOnlyList<ReportingVariable>> { Array.Empty<ReportingVariable>() };
        tables.AddRange(design.Lattice);
        for (var place = 0; place < tables.Count; place++)
        {
            for (var other = 0; other < place; other++)
            {
                ReportingVariable[] shared = [.. tables[place].Intersect(tables[other])];
                if (!tables.Exists(table => table.SequenceEqual(shared)))
                {
                    tables.Add(shared);
                }
            }
        }

        Tables =
        [
            .. tables
                .OrderBy(by => by.Count)
                .ThenBy(by => by.Aggregate(1L, (cells, variable) => cells * variable.PossibleCodes.Count))
                .ThenBy(by => string.Join(' ', by), StringComparer.Ordinal),
        ];
        Finer =
        [
            .. Tables.Select(coarse =>
                (IReadOnlyList<int>)
                    [
                        .. Enumerable
                            .Range(0, Tables.Count)
                            .Where(fine => coarse.All(variable => Tables[fine].Any(finer => Follows(variable, finer)))),
                    ]
            ),
        ];
    }

    /// <summary>Each as its variables in the study's order; the first is the total.</summary>
    public IReadOnlyList<IReadOnlyList<ReportingVariable>> Tables { get; }

    /// <summary>Per table the places of itself and of those that add up to it, ascending.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Finer { get; }

    /// <summary>Per table the places of those that a company cannot be in without being in it: the finer ones; and margins are entered all
    /// or none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Needing =>
        [
            .. Tables.Select(
                (by, place) =>
                    by.Count == 1 ? [.. Enumerable.Range(0, Tables.Count).Where(other => Tables[other].Count >= 1)] : Finer[place]
            ),
        ];

    private static bool Follows(ReportingVariable coarse, ReportingVariable fine) => coarse == fine || fine.CodesIn(coarse) is not null;
}
