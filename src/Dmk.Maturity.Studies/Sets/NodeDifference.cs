using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What a node has under one version of an index less what it has under another, in all tables of a state: a figure of those to
/// whom the versions give unlike scores.</summary>
/// <param name="standing">Of the study's tables.</param>
/// <param name="unlike">Those companies.</param>
/// <param name="isWithheld">Whether a cell shows the node under one of the versions at most.</param>
internal sealed class NodeDifference(
    StudyDesign design,
    EntryOrder order,
    StandingIn standing,
    IReadOnlyList<CompanyGroup> unlike,
    Func<int, string, bool> isWithheld
)
{
    private readonly Dictionary<string, Cell>[] _cells = [.. order.Tables.Select((_, table) => CellsOf(order, table, standing, unlike))];

    /// <summary>Cells in which the node must be withheld, besides those in which it is: where cells taken from each other would leave few;
    /// else a whole table whose cells few tie to those of another.</summary>
    public IEnumerable<(int Table, string Key)> ToTake()
    {
        var minimum = design.Confidentiality.MinimumRespondents;
        (int Table, string Key, Cell Cell)[] all =
        [
            .. _cells.Index().SelectMany(table => table.Item.Select(cell => (table.Index, cell.Key, cell.Value))),
        ];
        var suppression = new Suppression([.. all.Select(cell => SetOf(cell.Table, cell.Key, cell.Cell))], minimum);
        (int, string)[] further =
        [
            .. all.Index()
                .Where(cell => suppression.Fails || suppression.IsWithheld(cell.Index))
                .Select(cell => (cell.Item.Table, cell.Item.Key))
                .Where(cell => !isWithheld(cell.Table, cell.Key)),
        ];
        return further.Length == 0 && TiedByFew(minimum) is { } tied ? _cells[tied].Keys.Select(key => (tied, key)) : further;
    }

    private SetCell SetOf(int table, string key, Cell cell) =>
        new(CellCodes.Of(design, order.Tables[table], cell.Example), cell.Count)
        {
            Guard = Math.Max(1, cell.Staying),
            IsClosed = isWithheld(table, key),
        };

    /// <summary>A table of which cells, less cells of a coarser one, tell of few.</summary>
    private int? TiedByFew(int minimum)
    {
        int[] shown = [.. Enumerable.Range(1, _cells.Length - 1).Where(table => _cells[table].Keys.Any(key => !isWithheld(table, key)))];
        return shown.Cast<int?>().FirstOrDefault(table => shown.Any(other => other < table && AreTiedByFew(other, table.Value, minimum)));
    }

    /// <summary>What is withheld of a table is one sum: the total less what is shown.</summary>
    private bool AreTiedByFew(int one, int other, int minimum)
    {
        var points = new Dictionary<(int Table, string Key), int>();
        var ties = unlike
            .Where(group => group.History[one] != Admission.Never && group.History[other] != Admission.Never)
            .Select(group => (Place(one, group), Place(other, group), group.Count))
            .ToArray();
        return SmallestCut.Below(minimum, points.Count, ties) is not null;

        int Place(int table, CompanyGroup group)
        {
            var key = ShownKey.Of(order.Tables[table], group.Cell);
            var point = (table, isWithheld(table, key) ? "" : key);
            if (!points.TryGetValue(point, out var place))
            {
                points.Add(point, place = points.Count);
            }

            return place;
        }
    }

    private static Dictionary<string, Cell> CellsOf(EntryOrder order, int table, StandingIn standing, IReadOnlyList<CompanyGroup> unlike)
    {
        var cells = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var group in unlike.Where(group => group.History[table] != Admission.Never))
        {
            var key = ShownKey.Of(order.Tables[table], group.Cell);
            var known = cells.GetValueOrDefault(key, new(group.Cell, 0, 0));
            cells[key] = known with
            {
                Count = known.Count + group.Count,
                Staying = known.Staying + (standing.Stays(group.Stratum, group.Cell, table) ? group.Count : 0),
            };
        }

        return cells;
    }

    /// <param name="Example">A reporting cell in it.</param>
    private readonly record struct Cell(ReportingCell Example, long Count, long Staying);
}
