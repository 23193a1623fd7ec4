using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads the tree of an index model: nodes with their weights and aggregations; <see cref="IndicatorReader"/> reads the leaves.</summary>
internal sealed class IndexTreeReader(Questionnaire questionnaire, (double From, double To) scale, List<Problem> problems)
{
    private static readonly Dictionary<string, Aggregation> _aggregations = new(StringComparer.Ordinal)
    {
        ["arithmetic"] = Aggregation.Arithmetic,
        ["geometric"] = Aggregation.Geometric,
        ["harmonic"] = Aggregation.Harmonic,
        ["minimum"] = Aggregation.Minimum,
        ["count"] = Aggregation.Count,
    };

    private readonly IndicatorReader _indicators = new(questionnaire, scale, problems);
    private readonly List<IndexNode> _nodes = [];
    private readonly List<ScoredNode?> _scored = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<IndexNode> Nodes => _nodes;

    /// <summary>Null while any node is broken.</summary>
    public ScoringPlan? Plan => _scored.Count > 0 && _scored.TrueForAll(node => node is not null) ? new([.. _scored.Select(node => node!)], scale.From, scale.To) : null;

    public void Read(YamlMapping root)
    {
        if (!root.Entries.Any(entry => entry.Key.Value == "children"))
        {
            root.Report("node-kind", "The index itself needs children: dimensions or indicators.");
            return;
        }

        Node(root, null, 0, 1);
    }

    private int Node(YamlMapping node, IndexNode? parent, int depth, double weight)
    {
        var index = _nodes.Count;
        var id = Id(node);
        var title = node.Optional("title")?.AsText();
        var place = new IndexNode(id ?? "", title ?? new("", ""), index, parent?.Index, weight, depth);
        _nodes.Add(place);
        _scored.Add(null);
        if (node.Optional("children") is { } children)
        {
            var branch = Branch(node, children, place);
            Require(title, node);
            _scored[index] = id is null || title is null || branch is null ? null : new(weight, null, branch);
        }
        else
        {
            var indicator = _indicators.Read(node, out var fallback);
            title ??= fallback;
            if (node.Entries.Any(entry => entry.Key.Value == "value"))
            {
                Require(title, node);
            }

            _scored[index] = id is null || title is null || indicator is null ? null : new(weight, indicator, null);
        }

        _nodes[index] = place with { Title = title ?? place.Title };
        node.NothingElse();
        return index;
    }

    private string? Id(YamlMapping node)
    {
        var id = node.Required("id")?.AsId();
        if (id is not null && !_ids.Add(id))
        {
            node.Report("duplicate-id", $"There is a node '{id}' already. Give each its own id.");
        }

        return id;
    }

    private static void Require(Text? title, YamlMapping node)
    {
        if (title is null && !node.Entries.Any(entry => entry.Key.Value == "title"))
        {
            node.Report("missing-key", "The key 'title' is missing here. Add it; only an indicator on a question can do without.");
        }
    }

    private Branch? Branch(YamlMapping node, YamlNode children, IndexNode place)
    {
        var aggregation = node.Required("aggregate")?.AsChoice(_aggregations);
        if (aggregation is Aggregation.Geometric or Aggregation.Harmonic && scale.From < 0)
        {
            node.Report("aggregate-needs-positive", "Geometric and harmonic means need scores of 0 and above. Let the scale begin at 0, or aggregate otherwise.");
        }

        var equal = node.Optional("weights")?.AsChoice(new Dictionary<string, bool>(StringComparer.Ordinal) { ["equal"] = true }) ?? false;
        var places = new List<int>();
        foreach (var child in children.AsMappings())
        {
            var weight = Weight(child, equal);
            places.Add(Node(child, place, place.Depth + 1, weight));
        }

        if (places.Count == 0 && children is YamlList)
        {
            children.Report("no-children", "There is nothing below this node. Add indicators, or remove it.");
        }

        var availability = AvailabilityReader.Read(node, places.Count);
        return aggregation is null || places.Count == 0 ? null : new([.. places], aggregation.Value, availability);
    }

    private static double Weight(YamlMapping child, bool equal)
    {
        if (equal)
        {
            child.Optional("weight")?.Report("weight-with-equal-weights", "The node above says weights: equal. Remove this weight, or 'weights: equal' there.");
            return 1;
        }

        var node = child.Required("weight");
        var weight = node?.AsDecimal();
        if (weight <= 0)
        {
            node!.Report("weight-not-positive", "A weight must be above 0. To leave an indicator out, remove it.");
        }

        return (double)(weight ?? 1);
    }
}
