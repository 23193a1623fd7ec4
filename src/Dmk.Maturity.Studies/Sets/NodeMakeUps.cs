using System.Collections.Concurrent;

namespace Dmk.Maturity.Studies;

/// <summary>Of what the scores of companies are made, for all nodes of a family.</summary>
internal sealed class NodeMakeUps(NodeFamily family)
{
    private readonly ConcurrentDictionary<ScorePattern, NodeShare[]?[]> _known = new();

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    /// <summary>How many things there are in which scores have shares; grows with every pattern.</summary>
    public int Things
    {
        get
        {
            lock (_numbers)
            {
                return _numbers.Count;
            }
        }
    }

    /// <returns>By the numbers of the nodes; null where there is no score.</returns>
    public NodeShare[]?[] Of(ScorePattern scores) => _known.GetOrAdd(scores, Made);

    /// <summary>Whether a company has the same score at two nodes, whatever it is; so it does where it has none at either.</summary>
    public bool AreAlike(ScorePattern scores, int one, int other)
    {
        var made = Of(scores);
        return (made[one], made[other]) switch
        {
            (null, null) => true,
            ({ } first, { } second) => first.Length == second.Length
                && Array.TrueForAll(
                    first,
                    share => Array.Exists(second, there => there.Thing == share.Thing && Math.Abs(there.Share - share.Share) < 1e-9)
                ),
            _ => false,
        };
    }

    private NodeShare[]?[] Made(ScorePattern scores) =>
        [
            .. family
                .Models.Index()
                .SelectMany(model => model.Item.MakeUps(node => scores[family.NumberOf(model.Index, model.Item.Nodes[node])]))
                .Select(made => made?.Shares.Select(share => new NodeShare(NumberOf(share.Key), share.Value)).ToArray()),
        ];

    private int NumberOf(string name)
    {
        lock (_numbers)
        {
            if (!_numbers.TryGetValue(name, out var number))
            {
                _numbers.Add(name, number = _numbers.Count);
            }

            return number;
        }
    }
}
