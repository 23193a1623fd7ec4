using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Follows the points of every node down to the answers that gave them.</summary>
internal sealed class Explainer
{
    private readonly IndexModel _model;
    private readonly ScoringPlan _plan;
    private readonly double[] _scores;
    private readonly Presence[] _presences;

    /// <summary>For each node what it gave to each node above it, by the depth of that node.</summary>
    private readonly double[][] _points;

    private Explainer(IndexModel model, ScoringPlan plan, Interview interview)
    {
        (_model, _plan) = (model, plan);
        _scores = new double[plan.Nodes.Count];
        _presences = new Presence[plan.Nodes.Count];
        plan.Score(interview, _scores, _presences);
        _points = [.. model.Nodes.Select(node => new double[node.Depth])];
    }

    public static ScoreExplanation Explain(IndexModel model, ScoringPlan plan, Interview interview)
    {
        var explainer = new Explainer(model, plan, interview);
        foreach (var node in model.Nodes.Where(node => plan.Nodes[node.Index].Branch is not null))
        {
            explainer.Divide(node.Index, node.Depth, explainer._scores[node.Index] - plan.Scale.From, gains: true);
        }

        return new([.. model.Nodes.Select(node => explainer.Node(node, interview))]);
    }

    /// <summary>Divides points of a node that go to a node above it, or to itself, among all below it.</summary>
    /// <param name="depth">Of the node to which the points go.</param>
    private void Divide(int node, int depth, double points, bool gains)
    {
        var branch = _plan.Nodes[node].Branch!;
        var parts = new double[branch.Children.Length];
        if (double.IsNaN(points))
        {
            Array.Fill(parts, double.NaN);
        }
        else if (points != 0 && _presences[node] == Presence.Present)
        {
            Attribution.Divide(branch, Entries(branch), _scores[node], points, gains, _plan.Scale, parts);
        }

        for (var k = 0; k < parts.Length; k++)
        {
            var child = branch.Children[k];
            _points[child][depth] = parts[k];
            if (_plan.Nodes[child].Branch is not null)
            {
                Divide(child, depth, parts[k], gains != _plan.Nodes[child].Reversed);
            }
        }
    }

    private ChildScore[] Entries(Branch branch)
    {
        var entries = new ChildScore[branch.Children.Length];
        _plan.Enter(branch, _scores, _presences, entries);
        return entries;
    }

    private NodeExplanation Node(IndexNode node, Interview interview)
    {
        var indicator = _plan.Nodes[node.Index].Indicator;
        var contributions = new List<Contribution>(node.Depth);
        for (var above = node.Parent; above is { } place; above = _model.Nodes[place].Parent)
        {
            contributions.Add(new(_model.Nodes[place], _points[node.Index][_model.Nodes[place].Depth]));
        }

        ReadAnswer[] answers =
        [
            .. (indicator?.Variables ?? []).Select(variable => new ReadAnswer(variable, interview.Effective(variable))),
        ];
        return new(node, _scores[node.Index], Weight(node), contributions, answers, indicator?.ReasonOf(interview));
    }

    private double Weight(IndexNode node)
    {
        if (_presences[node.Index] != Presence.Present || node.Parent is not { } parent)
        {
            return _presences[node.Index] == Presence.Present ? 1 : 0;
        }

        var siblings = _plan.Nodes[parent].Branch!.Children.Where(sibling => _presences[sibling] == Presence.Present);
        return node.Weight / siblings.Sum(sibling => _plan.Nodes[sibling].Weight);
    }
}
