namespace Dmk.Maturity.Studies;

/// <summary>The total, or a table by one variable, as figures per person employed are decided on.</summary>
/// <param name="Place">In the <see cref="EntryOrder"/>.</param>
/// <param name="Variable">Null for the total.</param>
internal sealed record PersonTable(int Place, ReportingVariable? Variable, IReadOnlyList<PersonCell> Cells)
{
    /// <param name="known">Places of the tables whose figures per enterprise readers see.</param>
    /// <param name="weights">Per group, of each of its companies.</param>
    public static PersonTable Of(
        StudyDesign design,
        EntryOrder order,
        int place,
        IReadOnlyList<int> known,
        IReadOnlyList<PersonGroup> groups,
        IReadOnlyList<double> weights
    )
    {
        var (by, standing) = (order.Tables[place], new StandingIn(order, design.Confidentiality));
        var knownOf = new Dictionary<ReportingCell, int[]>();
        var cells = groups.Zip(weights).GroupBy(group => ShownKey.Of(by, group.First.Cell), StringComparer.Ordinal);
        return new(place, by.Count == 1 ? by[0] : null, [.. cells.Select(Cell)]);

        PersonCell Cell(IGrouping<string, (PersonGroup Group, double Weight)> cell)
        {
            var sizes = cell.GroupBy(one => (one.Group.Cell, one.Group.Scores, one.Weight, Persons: PersonsOf(one.Group)), one => one.Group)
                .Select(alike =>
                    (
                        alike.Key.Scores,
                        Size: new WeightedPersons(
                            alike.Key.Weight,
                            alike.Key.Persons,
                            alike.Sum(group => group.Count),
                            alike.Where(group => standing.Stays(group.Stratum, group.Cell, place)).Sum(group => group.Count)
                        )
                        {
                            Known = KnownOf(alike.Key.Cell),
                        }
                    )
                )
                .OrderBy(alike => alike.Size.Persons);
            return new(cell.Key, CodesOf(design, by, cell.First().Group.Cell), [.. sizes]);
        }

        int[] KnownOf(ReportingCell cell)
        {
            if (!knownOf.TryGetValue(cell, out var cells))
            {
                var all = standing.Cells(cell);
                knownOf.Add(cell, cells = [.. known.Select(table => all[table])]);
            }

            return cells;
        }
    }

    /// <summary>What companies weigh when those of the groups, and no others, are shown.</summary>
    /// <exception cref="ResultRequestException">No weights meet the frame.</exception>
    public static Func<PersonGroup, double> WeightsOf(
        StudyDesign design,
        IReadOnlyList<FrameStratum> frame,
        IReadOnlyList<PersonGroup> groups
    )
    {
        if (groups.Count == 0)
        {
            return _ => 0;
        }

        var moments = new StudyMoments(1);
        foreach (var group in groups)
        {
            moments.At(group.Stratum, group.Cell).AddWithout(group.Count);
        }

        var weighted = WeightedStudy.OfPart(design, frame, moments).Weighted;
        var weights = weighted.ToLookup(one => (one.Stratum, one.Cell), one => one.Weight);

        // In a census strata have one weight, and the cell stands for all of them.
        return design.Population.IsCensus
            ? group => weights[(group.Cell, group.Cell)].First()
            : group => weights[(group.Stratum, group.Cell)].First();
    }

    private static double PersonsOf(PersonGroup group) => double.IsNaN(group.Persons) ? 0 : group.Persons;

    private static string?[] CodesOf(StudyDesign design, IReadOnlyList<ReportingVariable> by, ReportingCell cell) =>
        [
            .. design.Variables.Select(variable =>
                by.Contains(variable) || by.Any(finer => finer.CodesIn(variable) is not null) ? variable.CodeOf(cell) : null
            ),
        ];
}
