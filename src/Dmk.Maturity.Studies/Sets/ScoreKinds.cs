namespace Dmk.Maturity.Studies;

/// <summary>The patterns of scores that occur, each taken apart once.</summary>
internal sealed class ScoreKinds(NodeFamily family)
{
    private readonly Dictionary<ScorePattern, int> _numberOf = [];
    private readonly List<ScoreKind> _kinds = [];

    public NodeFamily Family => family;

    public ScoreKind this[int number] => _kinds[number];

    public int Of(ScorePattern scores)
    {
        if (!_numberOf.TryGetValue(scores, out var number))
        {
            _numberOf.Add(scores, number = _kinds.Count);
            _kinds.Add(Made(scores));
        }

        return number;
    }

    private ScoreKind Made(ScorePattern scores)
    {
        var (having, lacking, adding) = (new List<int>(), new List<int>(), new List<int>());
        var patterns = new List<(int, UInt128, bool)>();
        for (var node = 0; node < family.Count; node++)
        {
            var (has, parent) = (scores[node], family.Parents[node]);
            if (has)
            {
                having.Add(node);
            }

            if (parent >= 0 && family.Counts[node] && scores[parent] != has)
            {
                (has ? adding : lacking).Add(node);
            }

            if (family.Parts[node].Count > 0 && PartPatterns.PartsOf(family, node, scores) is var parts && (parts != 0 || has))
            {
                patterns.Add((node, parts, has));
            }
        }

        return new([.. having], [.. lacking], [.. adding], [.. patterns]);
    }
}

/// <summary>The nodes of which somebody has a score.</summary>
/// <param name="Having">Nodes.</param>
/// <param name="Lacking">Nodes with a weight that are lacking where the parent is there.</param>
/// <param name="Adding">Nodes with a weight that are there where the parent is lacking.</param>
/// <param name="Patterns">Of each node with parts, where any of them is there, which are.</param>
internal sealed record ScoreKind(int[] Having, int[] Lacking, int[] Adding, (int Node, UInt128 Parts, bool HasNode)[] Patterns);
