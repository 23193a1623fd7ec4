namespace Dmk.Maturity.Studies;

/// <summary>The tables of a study in the order in which companies enter them: the total, then those that need the fewest companies. Tables
/// without Länder come before those with them, so that a Land in which few have answered is missing from its own tables only.</summary>
public sealed class EntryOrder
{
    public EntryOrder(StudyDesign design) =>
        Tables =
        [
            [],
            .. design
                .Lattice.OrderBy(by => by.Any(variable => variable.Kept == design.Land))
                .ThenBy(by => by.Aggregate(1L, (cells, variable) => cells * variable.PossibleCodes.Count))
                .ThenBy(by => string.Join(' ', by), StringComparer.Ordinal),
        ];

    /// <summary>Each as its variables in the study's order; the first is the total.</summary>
    public IReadOnlyList<IReadOnlyList<ReportingVariable>> Tables { get; }

    /// <exception cref="ArgumentException">Not a table of the study.</exception>
    public int PlaceOf(IReadOnlyList<ReportingVariable> by)
    {
        for (var place = 0; place < Tables.Count; place++)
        {
            if (Tables[place].SequenceEqual(by))
            {
                return place;
            }
        }

        throw new ArgumentException($"The study has no table by {string.Join(" x ", by)}.", nameof(by));
    }
}
