using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Of one table the companies behind every figure, and the smallest set of them that it tells of.</summary>
internal sealed class TableSets
{
    /// <summary>More than any minimum.</summary>
    private const long Plenty = long.MaxValue / 4;

    private readonly long[][] _respondents;
    private readonly long[][] _guards;
    private readonly bool[][] _uneven;

    private TableSets(IReadOnlyList<ReportingCell> cells, int nodes) =>
        (Cells, _respondents, _guards, _uneven) = (
            cells,
            [.. cells.Select(_ => new long[nodes])],
            [.. cells.Select(_ => Enumerable.Repeat(Plenty, nodes).ToArray())],
            [.. cells.Select(_ => new bool[nodes])]
        );

    /// <summary>Those with companies, each by one reporting cell in it.</summary>
    public IReadOnlyList<ReportingCell> Cells { get; }

    /// <summary>Companies that are shown.</summary>
    public long Companies { get; private set; }

    /// <summary>Companies with a score.</summary>
    public long Respondents(int cell, int node) => _respondents[cell][node];

    /// <summary>Companies of the smallest set that the figure tells of: those of one kind with the score, those who have it and lack that
    /// of its parent, or the other way round.</summary>
    public long Guard(int cell, int node) => Math.Min(_guards[cell][node], _respondents[cell][node]);

    /// <summary>Whether somebody has some of a node and its parts and lacks others.</summary>
    public bool IsUneven(int cell, int node) => _uneven[cell][node];

    /// <param name="table">Its place in the order.</param>
    /// <param name="finer">The places of itself and of the tables that refine it.</param>
    /// <param name="cells">Per group its place among the cells of the table.</param>
    /// <param name="stays">Per group whether the frame has it there.</param>
    public static TableSets Of(
        int table,
        IReadOnlyList<int> finer,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        IReadOnlyList<int> cells,
        IReadOnlyList<bool> stays,
        IReadOnlyList<ReportingCell> examples
    )
    {
        var sets = new TableSets(examples, family.Count);
        var kinds = Enumerable
            .Range(0, groups.Count)
            .Where(at => groups[at].History[table] != Admission.Never)
            .GroupBy(at => (cells[at], Admission.Seen(groups[at].History, finer)));
        foreach (var kind in kinds)
        {
            sets.Add(kind.Key.Item1, family, [.. kind.Select(at => (groups[at], stays[at]))]);
        }

        return sets;
    }

    private void Add(int cell, NodeFamily family, (CompanyGroup Group, bool Stays)[] kind)
    {
        var (having, lacking, adding) = (new Tally(family.Count), new Tally(family.Count), new Tally(family.Count));
        foreach (var (group, stays) in kind)
        {
            Companies += group.Count;
            for (var node = 0; node < family.Count; node++)
            {
                var (has, parent) = (group.Scores[node], family.Parents[node]);
                if (has)
                {
                    having.Add(node, group.Count, stays);
                }

                if (parent >= 0 && family.Counts[node] && group.Scores[parent] != has)
                {
                    (has ? adding : lacking).Add(node, group.Count, stays);
                    _uneven[cell][parent] = true;
                }
            }
        }

        for (var node = 0; node < family.Count; node++)
        {
            _respondents[cell][node] += having.All[node];
            foreach (var tally in new[] { having, lacking, adding })
            {
                if (tally.All[node] > 0)
                {
                    // Somebody is there, if only by what he says.
                    _guards[cell][node] = Math.Min(_guards[cell][node], Math.Max(1, tally.Staying[node]));
                }
            }
        }
    }

    private sealed class Tally(int nodes)
    {
        public long[] All { get; } = new long[nodes];

        public long[] Staying { get; } = new long[nodes];

        public void Add(int node, long companies, bool stay)
        {
            All[node] += companies;
            Staying[node] += stay ? companies : 0;
        }
    }
}
