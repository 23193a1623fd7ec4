using System.Collections.Concurrent;
using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>Of what the scores of companies are made, for all nodes of a family.</summary>
internal sealed class NodeMakeUps(NodeFamily family)
{
    private readonly ConcurrentDictionary<ScorePattern, ScoreMakeUp?[]> _known = new();

    /// <returns>By the numbers of the nodes.</returns>
    public ScoreMakeUp?[] Of(ScorePattern scores) => _known.GetOrAdd(scores, Made);

    /// <summary>Whether a company has the same score at two nodes, whatever it is; so it does where it has none at either.</summary>
    public bool AreAlike(ScorePattern scores, int one, int other)
    {
        var made = Of(scores);
        return (made[one]?.Shares, made[other]?.Shares) switch
        {
            (null, null) => true,
            ({ } first, { } second) => first.Count == second.Count
                && first.All(share => second.TryGetValue(share.Key, out var there) && Math.Abs(there - share.Value) < 1e-9),
            _ => false,
        };
    }

    private ScoreMakeUp?[] Made(ScorePattern scores) =>
        [
            .. family
                .Models.Index()
                .SelectMany(model => model.Item.MakeUps(node => scores[family.NumberOf(model.Index, model.Item.Nodes[node])])),
        ];
}
