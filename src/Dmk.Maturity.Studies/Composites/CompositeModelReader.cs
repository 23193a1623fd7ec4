using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Reads a composite of columns: an index model whose leaves name a column in the place of a question.</summary>
internal sealed class CompositeModelReader
{
    private static readonly Dictionary<string, CompositeAggregation> _aggregations = new(StringComparer.Ordinal)
    {
        ["arithmetic"] = CompositeAggregation.Arithmetic,
        ["geometric"] = CompositeAggregation.Geometric,
        ["harmonic"] = CompositeAggregation.Harmonic,
        ["minimum"] = CompositeAggregation.Minimum,
        ["maximum"] = CompositeAggregation.Maximum,
        ["count"] = CompositeAggregation.Count,
    };

    private static readonly Dictionary<string, int> _directions = new(StringComparer.Ordinal) { ["positive"] = 1, ["negative"] = -1 };
    private static readonly Dictionary<string, bool> _equal = new(StringComparer.Ordinal) { ["equal"] = true };
    private static readonly Dictionary<string, bool> _screened = new(StringComparer.Ordinal) { ["reported"] = false, ["imputed"] = true };

    private readonly List<CompositeColumn> _columns = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public static Parsed<CompositeModel> Parse(string yaml, string file)
    {
        var problems = new List<Problem>();
        var model = YamlFile.Parse(yaml, file, problems) is { } top ? new CompositeModelReader().Model(top) : null;
        return new(problems.Exists(problem => problem.Severity == Severity.Error) ? null : model, problems);
    }

    private CompositeModel? Model(YamlMapping top)
    {
        var id = top.Optional("id")?.AsId();
        _ = (top.Optional("version"), top.Optional("title"), top.Optional("levels"));
        var scale = top.Optional("scale")?.AsMapping();
        var (from, to) = (Number(scale?.Required("from"), 0), Number(scale?.Required("to"), 100));
        scale?.NothingElse();
        if (from >= to)
        {
            scale!.Report("scale-not-ascending", "The end of the scale must be above its beginning.");
        }

        var screen = top.Optional("screen")?.AsMapping();
        var share = screen?.Required("availability")?.AsDecimal(0, 1) ?? 0;
        var imputed = screen?.Optional("of")?.AsChoice(_screened) ?? false;
        screen?.NothingElse();
        var steps = ColumnSteps.Default(from, to).Below(top);
        var root = top.Required("index")?.AsMapping();
        var whole = root is null ? null : Node(root, 1, steps);
        top.NothingElse();
        if (root is not null && whole is CompositeNode.Leaf)
        {
            root.Report("node-kind", "The index itself needs children.");
        }

        return whole is CompositeNode.Branch branch
            ? new(id ?? branch.Id, (double)share, branch, _columns) { ScreensImputed = imputed }
            : null;
    }

    private CompositeNode? Node(YamlMapping node, double weight, ColumnSteps above)
    {
        var id = node.Required("id")?.AsId();
        if (id is not null && !_ids.Add(id))
        {
            node.Report("duplicate-id", $"There is a node '{id}' already. Give each its own id.");
        }

        _ = node.Optional("title");
        var steps = above.Below(node);
        CompositeNode? made = node.Optional("children") is { } children
            ? Branch(node, children, id, weight, steps)
            : Leaf(node, id, weight, steps);
        node.NothingElse();
        return made;
    }

    private CompositeNode.Leaf? Leaf(YamlMapping node, string? id, double weight, ColumnSteps steps)
    {
        var column = node.Required("column")?.AsString();
        var turned = node.Optional("direction")?.AsChoice(_directions) ?? 1;
        var scale = steps.Scale(node);
        if (id is null || column is null || scale is null)
        {
            return null;
        }

        _columns.Add(new(id, column, turned, steps.DenominatorOf(column), steps.Impute, steps.Treat, scale));
        return new(id, weight, _columns.Count - 1);
    }

    private CompositeNode.Branch? Branch(YamlMapping node, YamlNode children, string? id, double weight, ColumnSteps steps)
    {
        var rule = Rule(node);
        var equal = node.Optional("weights")?.AsChoice(_equal) ?? false;
        var below = new List<CompositeNode?>();
        foreach (var child in children.AsMappings())
        {
            below.Add(Node(child, Weight(child, equal), steps));
        }

        if (below.Count == 0)
        {
            children.Report("no-children", "There is nothing below this node. Add indicators, or remove it.");
        }

        return id is null || rule is null || below.Count == 0 || below.Contains(null) ? null : new(id, weight, rule.Value, [.. below!]);
    }

    private static double Weight(YamlMapping child, bool equal)
    {
        var node = equal ? child.Optional("weight") : child.Required("weight");
        if (equal)
        {
            node?.Report("weight-with-equal-weights", "The node above says weights: equal. Remove this weight, or 'weights: equal' there.");
            return 1;
        }

        var weight = node?.AsDecimal();
        if (weight <= 0)
        {
            node!.Report("weight-not-positive", "A weight must be above 0. To leave an indicator out, remove it.");
        }

        return (double)(weight ?? 1);
    }

    private static AggregationRule? Rule(YamlMapping node)
    {
        var written = node.Required("aggregate");
        var power = written as YamlMapping;
        var exponent = power?.Required("power")?.AsDecimal(-100, 100);
        power?.NothingElse();
        var missing = node.Optional("missing")?.AsMapping();
        var share = missing?.Required("atLeast")?.AsDecimal(0, 1) ?? 0;
        missing?.NothingElse();
        var reached = Number(node.Optional("reached"), 100);
        var aggregation = power is null ? written?.AsChoice(_aggregations) : CompositeAggregation.Power;
        return aggregation is not { } kind ? null : new(kind, (double)(exponent ?? 1), reached, (double)share);
    }

    private static double Number(YamlNode? node, double otherwise) => (double?)node?.AsDecimal() ?? otherwise;
}
