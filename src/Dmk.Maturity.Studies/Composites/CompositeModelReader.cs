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
        ["ladder"] = CompositeAggregation.Ladder,
    };

    private static readonly Dictionary<string, int> _directions = new(StringComparer.Ordinal) { ["positive"] = 1, ["negative"] = -1 };
    private static readonly Dictionary<string, bool> _equal = new(StringComparer.Ordinal) { ["equal"] = true };
    private static readonly Dictionary<string, bool> _screened = new(StringComparer.Ordinal) { ["reported"] = false, ["imputed"] = true };

    private const string ThresholdHint = "The threshold of all children of a count or a ladder is 'threshold' at that node.";

    private readonly List<CompositeColumn> _columns = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<CompositeLevel>> _levels = new(StringComparer.Ordinal);
    private double _from;
    private double _to = 100;

    public static Parsed<CompositeModel> Parse(string yaml, string file)
    {
        var problems = new List<Problem>();
        var model = YamlFile.Parse(yaml, file, problems) is { } top ? new CompositeModelReader().Model(top) : null;
        return new(problems.Exists(problem => problem.Severity == Severity.Error) ? null : model, problems);
    }

    private CompositeModel? Model(YamlMapping top)
    {
        var id = top.Optional("id")?.AsId();
        _ = top.Optional("version");
        SkipTitle(top);
        var scale = top.Optional("scale")?.AsMapping();
        (_from, _to) = (Number(scale?.Required("from"), 0), Number(scale?.Required("to"), 100));
        scale?.NothingElse();
        if (_from >= _to)
        {
            scale!.Report("scale-not-ascending", "The end of the scale must be above its beginning.");
        }

        var screen = top.Optional("screen")?.AsMapping();
        var share = screen?.Required("availability")?.AsDecimal(0, 1) ?? 0;
        var imputed = screen?.Optional("of")?.AsChoice(_screened) ?? false;
        screen?.NothingElse();
        var steps = ColumnSteps.Default(_from, _to).Below(top);
        var doubts = DoubtReader.Read(top);
        var levels = Levels(top, []);
        var root = top.Required("index")?.AsMapping();
        var whole = root is null ? null : Node(root, 1, steps, levels);
        top.NothingElse();
        if (whole?.Reached is not null)
        {
            root!.Report("reached-of-no-use", $"Nothing stands above the index that 'reached' could count for. {ThresholdHint}");
        }

        if (root is not null && whole is CompositeNode.Leaf)
        {
            root.Report("node-kind", "The index itself needs children.");
        }

        return whole is CompositeNode.Branch branch
            ? new(id ?? branch.Id, (double)share, branch, _columns)
            {
                ScreensImputed = imputed,
                Levels = _levels,
                Doubts = doubts,
            }
            : null;
    }

    private CompositeNode? Node(YamlMapping node, double weight, ColumnSteps above, IReadOnlyList<CompositeLevel> levelsAbove)
    {
        var id = node.Required("id")?.AsId();
        if (id is not null && !_ids.Add(id))
        {
            node.Report("duplicate-id", $"There is a node '{id}' already. Give each its own id.");
        }

        SkipTitle(node);
        var steps = above.Below(node);
        var levels = Levels(node, levelsAbove);
        if (id is not null)
        {
            _levels[id] = levels;
        }

        var reached = (double?)node.Optional("reached")?.AsDecimal();
        CompositeNode? made = node.Optional("children") is { } children
            ? Branch(node, children, id, weight, steps, levels)
            : Leaf(node, id, weight, steps);
        node.NothingElse();
        return made is null ? null : made with { Reached = reached };
    }

    /// <summary>Results name nodes by their ids; a title is for who reads the file, as words or in both languages.</summary>
    private static void SkipTitle(YamlMapping node)
    {
        if (node.Optional("title") is YamlMapping title)
        {
            _ = (title.Optional("de"), title.Optional("en"));
            title.NothingElse();
        }
    }

    /// <summary>What this node says, or what stands above it.</summary>
    private static IReadOnlyList<CompositeLevel> Levels(YamlMapping node, IReadOnlyList<CompositeLevel> above)
    {
        if (node.Optional("levels") is not { } list)
        {
            return above;
        }

        var levels = new List<CompositeLevel>();
        foreach (var level in list.AsMappings())
        {
            var (id, from) = (level.Required("id")?.AsId(), (double?)level.Required("from")?.AsDecimal());
            _ = (level.Optional("de"), level.Optional("en"));
            level.NothingElse();
            if (id is null || from is not { } start)
            {
                continue;
            }

            if (levels.Exists(one => one.Id == id))
            {
                level.Report("duplicate-id", $"There is a level '{id}' already. Give each its own id.");
            }

            if (levels.Count > 0 && start <= levels[^1].From)
            {
                level.Report("levels-not-ascending", $"The level '{id}' begins not above the one before it. Put them in ascending order.");
            }

            levels.Add(new(id, start));
        }

        return levels;
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

    private CompositeNode.Branch? Branch(
        YamlMapping node,
        YamlNode children,
        string? id,
        double weight,
        ColumnSteps steps,
        IReadOnlyList<CompositeLevel> levels
    )
    {
        var rule = Rule(node);
        var equal = node.Optional("weights")?.AsChoice(_equal) ?? false;
        var below = new List<CompositeNode?>();
        foreach (var child in children.AsMappings())
        {
            below.Add(Node(child, Weight(child, equal), steps, levels));
        }

        if (below.Count == 0)
        {
            children.Report("no-children", "There is nothing below this node. Add indicators, or remove it.");
        }

        if (
            rule is not { Aggregation: CompositeAggregation.Count or CompositeAggregation.Ladder }
            && below.Exists(child => child?.Reached is not null)
        )
        {
            children.Report("reached-of-no-use", $"'reached' counts below a count or a ladder only. {ThresholdHint}");
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

    private AggregationRule? Rule(YamlMapping node)
    {
        var written = node.Required("aggregate");
        var power = written as YamlMapping;
        var exponent = power?.Required("power")?.AsDecimal(-100, 100);
        power?.NothingElse();
        var missing = node.Optional("missing")?.AsMapping();
        var share = missing?.Required("atLeast")?.AsDecimal(0, 1) ?? 0;
        missing?.NothingElse();
        var threshold = Number(node.Optional("threshold"), _to);
        var aggregation = power is null ? written?.AsChoice(_aggregations) : CompositeAggregation.Power;
        return aggregation is not { } kind ? null : new(kind, (double)(exponent ?? 1), threshold, (double)share, _from, _to);
    }

    private static double Number(YamlNode? node, double otherwise) => (double?)node?.AsDecimal() ?? otherwise;
}
