namespace Dmk.Maturity.Studies;

/// <summary>Which figures have something in common that a company may have: only these can be taken from each other. Whatever a mixture
/// holds beside those that it must hold, and that nothing links to them, adds companies and takes none away.</summary>
internal sealed class FigureLinks
{
    private const int PerWord = 64;

    private readonly ulong[][] _linked;

    /// <param name="patterns">All that occur.</param>
    /// <param name="nodes">How many there are.</param>
    public FigureLinks(NodeMakeUps makeUps, IEnumerable<ScorePattern> patterns, int nodes)
    {
        var words = (nodes + PerWord - 1) / PerWord;
        _linked = [.. Enumerable.Range(0, nodes).Select(_ => new ulong[words])];
        foreach (var pattern in patterns)
        {
            foreach (var sharing in Sharing(makeUps.Of(pattern)))
            {
                var together = new ulong[words];
                sharing.ForEach(node => together[node / PerWord] |= 1UL << (node % PerWord));
                foreach (var linked in sharing.Select(node => _linked[node]))
                {
                    for (var word = 0; word < words; word++)
                    {
                        linked[word] |= together[word];
                    }
                }
            }
        }
    }

    /// <returns>Those of some figures that a chain of them links to one, which is not among them.</returns>
    public List<int> To(int figure, IEnumerable<int> others)
    {
        var (left, found) = (others.ToList(), new List<int> { figure });
        for (var at = 0; at < found.Count; at++)
        {
            var one = found[at];
            found.AddRange(left.Where(other => AreLinked(one, other)));
            _ = left.RemoveAll(other => AreLinked(one, other));
        }

        return found[1..];
    }

    private bool AreLinked(int one, int other) => (_linked[one][other / PerWord] >> (other % PerWord) & 1) == 1;

    /// <summary>Per thing that a company has, the nodes in whose scores it has a share.</summary>
    private static Dictionary<int, List<int>>.ValueCollection Sharing(NodeShare[]?[] made)
    {
        var sharing = new Dictionary<int, List<int>>();
        foreach (var (node, one) in made.Index())
        {
            foreach (var share in one ?? [])
            {
                if (!sharing.TryGetValue(share.Thing, out var nodes))
                {
                    sharing.Add(share.Thing, nodes = []);
                }

                nodes.Add(node);
            }
        }

        return sharing.Values;
    }
}
