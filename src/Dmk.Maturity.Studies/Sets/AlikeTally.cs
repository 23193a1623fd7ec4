namespace Dmk.Maturity.Studies;

/// <summary>Companies with one place in the frame, one by what they say, and one history, counted by the nodes that they have a score
/// of. Tables are made up of these, so that every company is looked at once, however many tables there are.</summary>
internal sealed class AlikeTally
{
    private readonly ScoreKinds _kinds;

    private AlikeTally(CompanyGroup example, ScoreKinds kinds)
    {
        (Example, _kinds) = (example, kinds);
        var nodes = kinds.Family.Count;
        (Having, Lacking, Adding) = (new long[nodes], new long[nodes], new long[nodes]);
        Patterns = new Dictionary<(UInt128 Parts, bool HasNode), long>[nodes];
    }

    /// <summary>One of the groups: its place and its history are those of all.</summary>
    public CompanyGroup Example { get; }

    /// <summary>How many they are.</summary>
    public long Count { get; private set; }

    /// <summary>Per node, companies with a score.</summary>
    public long[] Having { get; }

    /// <summary>Per node, companies with a score of the parent and not of the node.</summary>
    public long[] Lacking { get; }

    /// <summary>Per node, companies with a score of the node and not of the parent.</summary>
    public long[] Adding { get; }

    /// <summary>Per node with parts, companies by the parts that they have; null for all others.</summary>
    public Dictionary<(UInt128 Parts, bool HasNode), long>?[] Patterns { get; }

    /// <returns>In the order of their first groups.</returns>
    public static AlikeTally[] Of(NodeFamily family, IReadOnlyList<CompanyGroup> groups)
    {
        var kinds = new ScoreKinds(family);
        var numberOf = new Dictionary<(ReportingCell Stratum, ReportingCell Cell, int History), int>();
        var histories = new HistoryNumbers();
        var members = new List<List<(int Kind, long Count)>>();
        var tallies = new List<AlikeTally>();
        foreach (var group in groups)
        {
            var key = (group.Stratum, group.Cell, histories.Of(group.History));
            if (!numberOf.TryGetValue(key, out var number))
            {
                numberOf.Add(key, number = tallies.Count);
                tallies.Add(new(group, kinds));
                members.Add([]);
            }

            members[number].Add((kinds.Of(group.Scores), group.Count));
        }

        _ = Parallel.For(0, tallies.Count, at => tallies[at].Add(members[at]));
        return [.. tallies];
    }

    private void Add(List<(int Kind, long Count)> members)
    {
        var counts = new Dictionary<int, long>();
        foreach (var (kind, count) in members)
        {
            counts[kind] = counts.GetValueOrDefault(kind) + count;
        }

        foreach (var (number, count) in counts)
        {
            var kind = _kinds[number];
            Count += count;
            Add(Having, kind.Having, count);
            Add(Lacking, kind.Lacking, count);
            Add(Adding, kind.Adding, count);
            foreach (var (node, parts, hasNode) in kind.Patterns)
            {
                var patterns = Patterns[node] ??= [];
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(patterns, (parts, hasNode), out _) += count;
            }
        }
    }

    private static void Add(long[] tally, int[] nodes, long count)
    {
        foreach (var node in nodes)
        {
            tally[node] += count;
        }
    }
}
