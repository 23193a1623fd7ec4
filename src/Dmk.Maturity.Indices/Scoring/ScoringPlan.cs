using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>An index model compiled for scoring: one pass over the nodes, children before parents, that allocates only its
/// result.</summary>
internal sealed class ScoringPlan(ScoredNode[] nodes, Scale scale)
{
    /// <summary>Up to this many nodes their presence, and the entries of one node, stand on the stack.</summary>
    private const int OnTheStack = 256;

    public Scale Scale => scale;

    public IReadOnlyList<ScoredNode> Nodes => nodes;

    public double[] Score(Interview interview)
    {
        var scores = new double[nodes.Length];
        Score(interview, scores, nodes.Length <= OnTheStack ? stackalloc Presence[nodes.Length] : new Presence[nodes.Length]);
        return scores;
    }

    /// <summary>Fills in both, in the order of the nodes.</summary>
    public void Score(Interview interview, Span<double> scores, Span<Presence> presences)
    {
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            scores[i] = nodes[i].Indicator is { } indicator
                ? indicator.Score(interview, out presences[i])
                : Aggregate(nodes[i].Branch!, scores, presences, out presences[i]);
        }
    }

    /// <summary>The highest score that the index has when one indicator has a better score and nothing else changes; at least that which
    /// it has now.</summary>
    /// <param name="indicator">Its place among the nodes.</param>
    /// <param name="scores">As they are now, like the presences; neither is changed.</param>
    public double Best(int indicator, ReadOnlySpan<double> scores, ReadOnlySpan<Presence> presences)
    {
        var reach = nodes[indicator].Indicator!.Reach;
        var (low, high) = (With(indicator, reach.Low, scores, presences), With(indicator, reach.High, scores, presences));
        return double.IsNaN(scores[0]) ? double.NaN : Math.Max(scores[0], Math.Max(low, high));
    }

    /// <summary>What the children of a node bring to it, in their order.</summary>
    public void Enter(Branch branch, ReadOnlySpan<double> scores, ReadOnlySpan<Presence> presences, Span<ChildScore> entries)
    {
        for (var k = 0; k < entries.Length; k++)
        {
            var child = branch.Children[k];
            var node = nodes[child];
            entries[k] = new(node.Reversed ? scale.Mirror(scores[child]) : scores[child], node.Weight, node.Threshold, presences[child]);
        }
    }

    /// <summary>The score of the index when an indicator has this one.</summary>
    private double With(int indicator, double score, ReadOnlySpan<double> scores, ReadOnlySpan<Presence> presences)
    {
        var (changed, present) = (scores.ToArray(), presences.ToArray());
        (changed[indicator], present[indicator]) = (score, Presence.Present);
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            if (nodes[i].Branch is { } branch)
            {
                changed[i] = Aggregate(branch, changed, present, out present[i]);
            }
        }

        return changed[0];
    }

    private double Aggregate(Branch branch, ReadOnlySpan<double> scores, ReadOnlySpan<Presence> presences, out Presence presence)
    {
        var count = branch.Children.Length;
        var entries = count <= OnTheStack ? stackalloc ChildScore[count] : new ChildScore[count];
        Enter(branch, scores, presences, entries);
        return branch.Score(entries, scale, out presence);
    }
}
