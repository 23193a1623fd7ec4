using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Of one table the companies behind every figure, and the smallest set of them that it tells of.</summary>
internal sealed class TableSets
{
    /// <summary>More than any minimum.</summary>
    private const long Plenty = long.MaxValue / 4;

    private readonly long[][] _respondents;
    private readonly long[][] _guards;
    private readonly long[][] _lacking;
    private readonly List<PartPatterns>[][] _patterns;

    private TableSets(IReadOnlyList<ReportingCell> cells, int nodes) =>
        (Cells, _respondents, _lacking, _guards, _patterns) = (
            cells,
            [.. cells.Select(_ => new long[nodes])],
            [.. cells.Select(_ => new long[nodes])],
            [.. cells.Select(_ => Enumerable.Repeat(Plenty, nodes).ToArray())],
            [.. cells.Select(_ => Enumerable.Range(0, nodes).Select(_ => new List<PartPatterns>()).ToArray())]
        );

    /// <summary>Those with companies, each by one reporting cell in it.</summary>
    public IReadOnlyList<ReportingCell> Cells { get; }

    /// <summary>Companies that are shown.</summary>
    public long Companies { get; private set; }

    /// <summary>Companies with a score.</summary>
    public long Respondents(int cell, int node) => _respondents[cell][node];

    /// <summary>Companies with a score of the parent and not of the node.</summary>
    public long Lacking(int cell, int node) => _lacking[cell][node];

    /// <summary>Companies of the smallest set that the figure tells of: those of one kind with the score, those who have it and lack that
    /// of its parent, or the other way round.</summary>
    public long Guard(int cell, int node) => Math.Min(_guards[cell][node], _respondents[cell][node]);

    /// <summary>Whether somebody has some of a node and its parts and lacks others.</summary>
    public bool IsUneven(int cell, int node) => _patterns[cell][node].Exists(kind => kind.AreUneven);

    /// <summary>Who has which parts of a node, kind by kind.</summary>
    public IReadOnlyList<PartPatterns> Patterns(int cell, int node) => _patterns[cell][node];

    /// <param name="table">Its place in the order.</param>
    /// <param name="finer">The places of itself and of the tables that refine it.</param>
    /// <param name="firstWhole">The first state that shows nodes below the dimensions: to those nodes, companies that entered before it are
    /// alike. 0 while none does.</param>
    /// <param name="cells">Per tally its place among the cells of the table.</param>
    /// <param name="stays">Per tally whether the frame has its companies there.</param>
    public static TableSets Of(
        int table,
        IReadOnlyList<int> finer,
        int firstWhole,
        NodeFamily family,
        IReadOnlyList<AlikeTally> companies,
        IReadOnlyList<int> cells,
        IReadOnlyList<bool> stays,
        IReadOnlyList<ReportingCell> examples
    )
    {
        var sets = new TableSets(examples, family.Count);
        int[] members = [.. Enumerable.Range(0, companies.Count).Where(at => History(at)[table] != Admission.Never)];
        sets.Companies = members.Sum(at => companies[at].Count);
        int[] headline = [.. Enumerable.Range(0, family.Count).Where(node => family.Depths[node] <= NodeFamily.Headline)];
        foreach (var kind in members.GroupBy(at => (cells[at], Admission.Seen(History(at), finer))))
        {
            sets.Add(kind.Key.Item1, family, headline, [.. kind.Select(at => (companies[at], stays[at]))]);
        }

        int[] below = [.. Enumerable.Range(0, family.Count).Except(headline)];
        foreach (var kind in members.GroupBy(at => (cells[at], Admission.Seen(Since(History(at), firstWhole), finer))))
        {
            sets.Add(kind.Key.Item1, family, below, [.. kind.Select(at => (companies[at], stays[at]))]);
        }

        return sets;

        IReadOnlyList<int> History(int at)
        {
            return companies[at].Example.History;
        }
    }

    private static int[] Since(IReadOnlyList<int> history, int first) =>
        [.. history.Select(entered => entered == Admission.Never ? entered : Math.Max(entered, first))];

    private void Add(int cell, NodeFamily family, int[] nodes, (AlikeTally Companies, bool Stays)[] kind)
    {
        // Patterns of parts are seen as the parts are, and as the node is.
        foreach (var node in nodes.Select(part => family.Parents[part]).Where(parent => parent >= 0).Union(nodes))
        {
            if (family.Parts[node].Count > 0)
            {
                var patterns = new PartPatterns(family, node);
                foreach (var (companies, stays) in kind)
                {
                    foreach (var (pattern, count) in companies.Patterns[node] ?? [])
                    {
                        patterns.Add(pattern, count, stays);
                    }
                }

                _patterns[cell][node].Add(patterns);
            }
        }

        foreach (var node in nodes)
        {
            var (having, lacking, adding) = (new Tally(), new Tally(), new Tally());
            foreach (var (companies, stays) in kind)
            {
                having.Add(companies.Having[node], stays);
                lacking.Add(companies.Lacking[node], stays);
                adding.Add(companies.Adding[node], stays);
            }

            _respondents[cell][node] += having.All;
            _lacking[cell][node] += lacking.All;
            _guards[cell][node] = Math.Min(_guards[cell][node], Math.Min(having.Guard, Math.Min(lacking.Guard, adding.Guard)));
        }
    }

    private struct Tally
    {
        private long _staying;

        public long All { get; private set; }

        /// <summary>Somebody is there, if only by what he says.</summary>
        public readonly long Guard => All > 0 ? Math.Max(1, _staying) : Plenty;

        public void Add(long companies, bool stay) => (All, _staying) = (All + companies, _staying + (stay ? companies : 0));
    }
}
