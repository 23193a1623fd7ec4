using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>One node of the tree, ready to score.</summary>
/// <param name="Indicator">Null for a node with children.</param>
internal sealed record ScoredNode(double Weight, Indicator? Indicator, Branch? Branch);

/// <summary>A node with children.</summary>
/// <param name="Children">Their places, all behind their parent's.</param>
internal sealed record Branch(int[] Children, Aggregation Aggregation, Availability Availability);

/// <summary>An index model compiled for scoring: one pass over the nodes, children before parents, that allocates only its result.</summary>
internal sealed class ScoringPlan(ScoredNode[] nodes, double from, double to)
{
    /// <summary>Up to this many nodes their presence stands on the stack.</summary>
    private const int OnTheStack = 1024;

    public double[] Score(Interview interview)
    {
        var scores = new double[nodes.Length];
        var presences = nodes.Length <= OnTheStack ? stackalloc Presence[nodes.Length] : new Presence[nodes.Length];
        for (var i = nodes.Length - 1; i >= 0; i--)
        {
            scores[i] = nodes[i].Indicator is { } indicator
                ? indicator.Score(interview, out presences[i])
                : Aggregate(nodes[i].Branch!, scores, presences, out presences[i]);
        }

        return scores;
    }

    private double Aggregate(Branch branch, ReadOnlySpan<double> scores, ReadOnlySpan<Presence> presences, out Presence presence)
    {
        var mean = new Mean(branch.Aggregation, from, to);
        var (present, inapplicable, whole) = (0, 0, 0.0);
        foreach (var child in branch.Children)
        {
            var weight = nodes[child].Weight;
            switch (presences[child])
            {
                case Presence.Present:
                    mean.Add(scores[child], weight);
                    present++;
                    whole += weight;
                    break;
                case Presence.Inapplicable:
                    inapplicable++;
                    whole += branch.Availability.OfApplicable ? 0 : weight;
                    break;
                default:
                    whole += weight;
                    break;
            }
        }

        if (branch.Availability.Suffices(present, mean.Weight, whole))
        {
            presence = Presence.Present;
            return mean.Value;
        }

        presence = inapplicable == branch.Children.Length ? Presence.Inapplicable : Presence.Missing;
        return double.NaN;
    }
}
