using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Decides which figures readers other than operators see of those of whom a declared condition is true: of the index and its
/// dimensions, in total and by one variable, of the companies that had entered when all was shown first.</summary>
/// <remarks>Whoever asks is taken to know every sum without a condition, by all variables at once and by state. What he can mix of these
/// and of figures under conditions, in whatever cells and tables, tells in each kind of companies of those beside the fullest plane of
/// <see cref="ConditionMixes"/>. So these are counted in place of companies, in cells, in what is left of cells where others are taken
/// away, and in what ties cells of two tables together; and there must be the minimum, not none. One decision holds for all
/// conditions. What he can mix of a node and its parts in a cell is searched, see <see cref="ConditionPatterns"/>.</remarks>
public sealed class ConditionDecisions
{
    private readonly StudyDesign _design;
    private readonly NodeFamily _family;
    private readonly EntryOrder _order;
    private readonly ShownDecisions _shown;
    private readonly ConditionKinds _kinds;
    private readonly int _minimum;
    private readonly int[] _tables;

    /// <summary>Per table and kind its cell; -1 where the kind is not in the table.</summary>
    private readonly int[][] _cellOf;
    private readonly string[][] _keys;
    private readonly string?[][][] _codes;
    private readonly Dictionary<string, CellStatus>[][] _withheld;
    private readonly ConditionSearch _search;

    private ConditionDecisions(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        IReadOnlyList<int> truths,
        ShownDecisions shown
    )
    {
        (_design, _family, _shown, _order) = (design, family, shown, new(design));
        _minimum = design.Confidentiality.MinimumRespondents;
        var standing = new StandingIn(_order, design.Confidentiality);
        _kinds = new(standing, groups, truths, design.Conditions.Count);
        int[][] cells = [.. _kinds.Examples.Select(kind => standing.Cells(kind.Cell))];
        _tables = [.. _order.Tables.Index().Where(table => IsShown(table.Item)).Select(table => table.Index)];
        _cellOf =
        [
            .. Enumerable
                .Range(0, _order.Tables.Count)
                .Select(table => _kinds.Examples.Select((kind, at) => IsIn(kind, table) ? cells[at][table] : -1).ToArray()),
        ];
        _keys = [.. _order.Tables.Select((by, at) => standing.CellsOf(at).Select(cell => ShownKey.Of(by, cell)).ToArray())];
        _codes = [.. _order.Tables.Select((by, at) => standing.CellsOf(at).Select(cell => CellCodes.Of(design, by, cell)).ToArray())];
        _withheld =
        [
            .. Enumerable
                .Range(0, family.Count)
                .Select(_ => _order.Tables.Select(_ => new Dictionary<string, CellStatus>(StringComparer.Ordinal)).ToArray()),
        ];
        _search = new(design, family, _kinds, _tables, _cellOf, _keys, shown);
    }

    /// <param name="groups">All companies that are shown, with their histories.</param>
    /// <param name="truths">Per group bit for bit, which of the study's conditions are true.</param>
    /// <param name="shown">What readers see without a condition; it shows all.</param>
    /// <returns>As of figures without a condition; tables by more than one variable are not decided on.</returns>
    public static ShownDecisions Of(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        IReadOnlyList<int> truths,
        ShownDecisions shown
    )
    {
        var decisions = new ConditionDecisions(design, family, groups, truths, shown);
        decisions.Decide();
        return shown with { Nodes = decisions._withheld, Deepest = NodeFamily.Headline };
    }

    /// <summary>Whether figures under conditions are shown by these variables.</summary>
    public static bool IsByOne(IReadOnlyList<ReportingVariable> by) => by.Count <= 1;

    private bool IsShown(IReadOnlyList<ReportingVariable> by) =>
        by.Count == 0 || (IsByOne(by) && _design.Lattice.Any(table => table.SequenceEqual(by)));

    private bool IsIn(CompanyGroup kind, int table) => kind.History[table] != Admission.Never && kind.History[table] <= _shown.FirstWhole;

    private void Decide()
    {
        int[] nodes = [.. Enumerable.Range(0, _family.Count).Where(node => _family.Depths[node] <= NodeFamily.Headline)];
        foreach (var node in nodes)
        {
            _search.LookAt(node, (table, cell) => IsClosed(node, table, cell));
            Decide(node);
        }

        foreach (var twins in _family.Twins.Select(twins => twins.Intersect(nodes).ToArray()))
        {
            foreach (var node in twins)
            {
                WithholdLike(node, twins);
            }
        }
    }

    private void WithholdLike(int node, int[] twins)
    {
        foreach (var (twin, table) in twins.SelectMany(_ => _tables, (twin, table) => (twin, table)).Where(one => one.twin != node))
        {
            foreach (var key in _withheld[twin][table].Keys)
            {
                _ = _withheld[node][table].TryAdd(key, CellStatus.ProtectsAnother);
            }
        }
    }

    private void Decide(int node)
    {
        var having = _kinds.Of(scores => scores[node]);
        var parent = _family.Parents[node];
        KindCounts[] odd =
            parent < 0 || !_family.Counts[node]
                ? []
                : [_kinds.Of(scores => scores[parent] && !scores[node]), _kinds.Of(scores => scores[node] && !scores[parent])];
        var open = new List<SetOfCell>();
        foreach (var table in _tables)
        {
            SetOfCell[] cells = [.. SetsOf(node, table, having, odd).Where(cell => cell.Set.Respondents > 0)];
            var withheld = cells.Count(IsNotShown);
            if (table == 0 && withheld > 0)
            {
                WithholdAll(node);
                return;
            }

            if (2 * withheld > cells.Length)
            {
                WithholdTable(node, table);
            }
            else
            {
                open.AddRange(cells);
            }
        }

        while (Suppressed(open) is { } status)
        {
            if (TiedByFew(having, open, status) is not { } tied)
            {
                Withhold(node, open, status);
                return;
            }

            WithholdTable(node, tied);
            _ = open.RemoveAll(cell => cell.Table == tied);
        }

        WithholdAll(node);
    }

    private bool IsNotShown(SetOfCell cell) => cell.Set.IsClosed || cell.Set.Guard < KindCounts.Enough(_minimum);

    /// <summary>Why a cell is withheld, in the order of the cells; null for those that are shown.</summary>
    /// <returns>Null where no choice of cells protects what must be.</returns>
    private CellStatus?[]? Suppressed(List<SetOfCell> open)
    {
        var status = new CellStatus?[open.Count];
        if (open.Exists(IsNotShown))
        {
            var suppression = new Suppression([.. open.Select(cell => cell.Set)], KindCounts.Enough(_minimum));
            if (suppression.Fails)
            {
                return null;
            }

            foreach (var place in Enumerable.Range(0, status.Length).Where(suppression.IsWithheld))
            {
                status[place] = suppression.IsSensitive(place) ? CellStatus.FewRespondents : CellStatus.ProtectsAnother;
            }
        }

        return status;
    }

    private void Withhold(int node, List<SetOfCell> open, CellStatus?[] status)
    {
        foreach (var (cell, why) in open.Zip(status))
        {
            if (why is { } withheld)
            {
                _withheld[node][cell.Table][_keys[cell.Table][cell.Cell]] = withheld;
            }
        }
    }

    private IEnumerable<SetOfCell> SetsOf(int node, int table, KindCounts having, KindCounts[] odd)
    {
        var (sums, odds) = (Sums(table, having), odd.Select(one => Sums(table, one)).ToArray());
        for (var cell = 0; cell < sums.Length; cell++)
        {
            var few =
                _search.Takes(node, table, cell) || Array.Exists(odds, one => one[cell] > 0 && one[cell] < KindCounts.Enough(_minimum));
            yield return new(
                table,
                cell,
                new(_codes[table][cell], sums[cell])
                {
                    Guard = few ? 1 : sums[cell],
                    IsClosed = IsClosed(node, table, cell),
                    IsOpen =
                        _family.Parents[node] is >= 0 and var parent && !IsClosed(node, table, cell) && _search.IsEven(parent, table, cell),
                }
            );
        }
    }

    private long[] Sums(int table, KindCounts counts)
    {
        var sums = new long[_keys[table].Length];
        for (var kind = 0; kind < _kinds.Examples.Count; kind++)
        {
            if (_cellOf[table][kind] is >= 0 and var cell)
            {
                sums[cell] += counts.Of(kind);
            }
        }

        return sums;
    }

    /// <summary>Whether it is withheld without a condition, or its parent with one.</summary>
    private bool IsClosed(int node, int table, int cell) =>
        _shown.Nodes[node][table].ContainsKey(_keys[table][cell])
        || (_family.Parents[node] is >= 0 and var parent && _withheld[parent][table].ContainsKey(_keys[table][cell]));

    /// <summary>The first table of which cells less cells of one before it tell of few.</summary>
    private int? TiedByFew(KindCounts having, List<SetOfCell> open, CellStatus?[] status)
    {
        var points = open.Zip(status)
            .GroupBy(one => one.First.Table)
            .ToDictionary(table => table.Key, table => Points(_keys[table.Key].Length, table));
        return points
            .Keys.Where(table => _order.Tables[table].Count > 0)
            .Cast<int?>()
            .FirstOrDefault(table =>
                points.Keys.Any(other =>
                    other < table && _order.Tables[other].Count > 0 && AreTiedByFew(having, other, table.Value, points)
                )
            );
    }

    /// <summary>Per cell of a table its place among the sums that can be known. What is withheld is one: the total less what is
    /// shown.</summary>
    private static int[] Points(int cells, IEnumerable<(SetOfCell Cell, CellStatus? Withheld)> table)
    {
        var points = new int[cells];
        foreach (var (cell, withheld) in table)
        {
            points[cell.Cell] = withheld is null ? cell.Cell + 1 : 0;
        }

        return points;
    }

    /// <summary>Whether cells of one table less cells of another one tell of few.</summary>
    private bool AreTiedByFew(KindCounts having, int one, int other, Dictionary<int, int[]> points)
    {
        var first = points[one].Length + 1;
        var ties = Enumerable
            .Range(0, _kinds.Examples.Count)
            .Where(kind => _cellOf[one][kind] >= 0 && _cellOf[other][kind] >= 0 && having.Of(kind) > 0)
            .Select(kind => (points[one][_cellOf[one][kind]], first + points[other][_cellOf[other][kind]], having.Of(kind)))
            .ToArray();
        return SmallestCut.Below(KindCounts.Enough(_minimum), first + points[other].Length + 1, ties) is not null;
    }

    private void WithholdAll(int node)
    {
        foreach (var table in _tables)
        {
            WithholdTable(node, table);
        }
    }

    private void WithholdTable(int node, int table)
    {
        for (var cell = 0; cell < _keys[table].Length; cell++)
        {
            _withheld[node][table][_keys[table][cell]] = CellStatus.ProtectsAnother;
        }
    }

    private sealed record SetOfCell(int Table, int Cell, SetCell Set);
}
