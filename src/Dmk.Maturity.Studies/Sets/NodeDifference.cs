using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A node under two versions of an index, in all tables of a state. What it has under the newer one less what it has under the
/// older is a figure of those to whom they give unlike scores: the others drop out.</summary>
/// <remarks>An attacker may take from the newer figure of a cell as much of the older one as he likes: all, and those remain who have
/// unlike scores or lack one; or nothing, and those remain who have the newer. So a cell tells of the smaller of the two.</remarks>
/// <param name="standing">Of the study's tables.</param>
/// <param name="groups">All that have the node under one of the versions.</param>
/// <param name="isWithheld">Whether a cell shows the node under one of the versions at most.</param>
internal sealed class NodeDifference(
    StudyDesign design,
    EntryOrder order,
    StandingIn standing,
    IReadOnlyList<CompanyGroup> groups,
    Func<CompanyGroup, VersionsHad> having,
    Func<int, string, bool> isWithheld
)
{
    private readonly Dictionary<string, Cell>[] _cells =
    [
        .. order.Tables.Select((_, table) => CellsOf(order, table, standing, groups, having)),
    ];

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
            Guard = Math.Max(1, cell.Unlike + Math.Min(cell.Alike, cell.OlderAlone)),
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
        var ties = groups
            .Where(group => group.History[one] != Admission.Never && group.History[other] != Admission.Never)
            .GroupBy(group => (Place(one, group), Place(other, group)))
            .Select(tie => (tie.Key.Item1, tie.Key.Item2, Left(tie)))
            .ToArray();
        return SmallestCut.Below(minimum, points.Count, ties) is not null;

        long Left(IEnumerable<CompanyGroup> tie)
        {
            var had = tie.ToLookup(having, group => group.Count);
            return had[VersionsHad.Unlike].Sum() + Math.Min(had[VersionsHad.Alike].Sum(), had[VersionsHad.OlderAlone].Sum());
        }

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

    /// <summary>Those in which somebody has unlike scores or lacks one.</summary>
    private static Dictionary<string, Cell> CellsOf(
        EntryOrder order,
        int table,
        StandingIn standing,
        IReadOnlyList<CompanyGroup> groups,
        Func<CompanyGroup, VersionsHad> having
    )
    {
        var cells = new Dictionary<string, Cell>(StringComparer.Ordinal);
        foreach (var group in groups.Where(group => group.History[table] != Admission.Never))
        {
            var key = ShownKey.Of(order.Tables[table], group.Cell);
            var known = cells.GetValueOrDefault(key, new(group.Cell, 0, 0, 0, 0));
            var (has, staying) = (having(group), standing.Stays(group.Stratum, group.Cell, table) ? group.Count : 0);
            cells[key] = known with
            {
                Count = known.Count + (has == VersionsHad.Alike ? 0 : group.Count),
                Alike = known.Alike + (has == VersionsHad.Alike ? staying : 0),
                Unlike = known.Unlike + (has == VersionsHad.Unlike ? staying : 0),
                OlderAlone = known.OlderAlone + (has == VersionsHad.OlderAlone ? staying : 0),
            };
        }

        return cells.Where(cell => cell.Value.Count > 0).ToDictionary(StringComparer.Ordinal);
    }

    /// <param name="Example">A reporting cell in it.</param>
    /// <param name="Count">Companies that have unlike scores or lack one.</param>
    /// <param name="Alike">Of those that count for a minimum, as the following.</param>
    private readonly record struct Cell(ReportingCell Example, long Count, long Alike, long Unlike, long OlderAlone);
}
