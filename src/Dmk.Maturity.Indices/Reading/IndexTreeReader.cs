using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads the tree of an index model: nodes with their weights and aggregations; <see cref="IndicatorReader"/> reads the
/// leaves.</summary>
internal sealed class IndexTreeReader(Questionnaire questionnaire, Scale scale, List<Problem> problems)
{
    private static readonly Dictionary<string, Direction> _directions = new(StringComparer.Ordinal)
    {
        ["positive"] = Direction.Positive,
        ["negative"] = Direction.Negative,
    };

    private readonly IndicatorReader _indicators = new(questionnaire, scale, problems);
    private readonly List<IndexNode> _nodes = [];
    private readonly List<ScoredNode?> _scored = [];
    private readonly List<ScoreRange> _reaches = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<IndexNode> Nodes => _nodes;

    /// <summary>Null while any node is broken.</summary>
    public ScoringPlan? Plan => IsWhole ? new([.. _scored.Select(node => node!)], scale) : null;

    /// <summary>Of the index itself; null while any node is broken.</summary>
    public ScoreRange? Reach => IsWhole ? _reaches[0] : null;

    private bool IsWhole => _scored.Count > 0 && _scored.TrueForAll(node => node is not null);

    public void Read(YamlMapping root)
    {
        if (!root.Entries.Any(entry => entry.Key.Value == "children"))
        {
            root.Report("node-kind", "The index itself needs children: dimensions or indicators.");
            return;
        }

        Node(root, null, 1, null);
    }

    private int Node(YamlMapping node, IndexNode? parent, double weight, Aggregation? above)
    {
        var index = _nodes.Count;
        var id = Id(node);
        var title = node.Optional("title")?.AsText();
        var direction = ReadDirection(node, parent);
        var threshold = Threshold(node, above);
        var place = new IndexNode(id ?? "", title ?? new("", ""), index, parent?.Index, weight, parent?.Depth + 1 ?? 0)
        {
            Direction = direction,
        };
        _nodes.Add(place);
        _scored.Add(null);
        _reaches.Add(new(scale.From, scale.To));
        var scored = new ScoredNode(weight, direction == Direction.Negative, threshold, null, null);
        if (node.Optional("children") is { } children)
        {
            var branch = Branch(node, children, place);
            Require(title, node);
            _scored[index] = id is null || title is null || branch is null ? null : scored with { Branch = branch };
            _reaches[index] = branch is null ? _reaches[index] : ReachOf(branch);
        }
        else
        {
            var indicator = _indicators.Read(node, direction, out var fallback);
            title ??= fallback;
            if (node.Entries.Any(entry => entry.Key.Value == "value"))
            {
                Require(title, node);
            }

            _scored[index] = id is null || title is null || indicator is null ? null : scored with { Indicator = indicator };
            _reaches[index] = indicator?.Reach ?? _reaches[index];
        }

        _nodes[index] = place with { Title = title ?? place.Title };
        if (!OnlyTakesAway(_scored[index]))
        {
            CheckReach(node, scored, _reaches[index], above);
        }

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

    private static Direction ReadDirection(YamlMapping node, IndexNode? parent)
    {
        var written = node.Optional("direction");
        if (parent is null)
        {
            written?.Report(
                "direction-at-root",
                "The index itself enters nothing above it, so it has no direction. Put the direction at a node below."
            );
        }

        return written?.AsChoice(_directions) ?? Direction.Positive;
    }

    /// <summary>What a count or a ladder asks of this child: <c>reached: 60</c>; without it the end of the scale.</summary>
    private double Threshold(YamlMapping node, Aggregation? above)
    {
        var written = node.Optional("reached");
        var threshold = (double?)written?.AsDecimal();
        if (written is not null && above is not (Aggregation.Count or Aggregation.Ladder))
        {
            written.Report(
                "threshold-unused",
                "Only below a count or a ladder does it matter from where on a node is reached. Remove "
                    + "'reached', or aggregate above with count or ladder."
            );
        }
        else if (threshold <= scale.From || threshold > scale.To)
        {
            written!.Report(
                "threshold-off-scale",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A threshold of {threshold} is not above "
                        + $"{scale.From} and at most {scale.To}: everybody or nobody would reach it."
                )
            );
            threshold = null;
        }

        return threshold ?? scale.To;
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
        var read = AggregationReader.Read(node, scale);
        var weights = new WeightsReader(node);
        var places = new List<int>();
        foreach (var child in children.AsMappings())
        {
            var weight = weights.Read(child);
            places.Add(Node(child, place, weight, read?.Aggregation));
        }

        weights.CheckTotal();
        if (places.Count == 0 && children is YamlList)
        {
            children.Report("no-children", "There is nothing below this node. Add indicators, or remove it.");
        }

        var availability = Availability.AnyChild;
        if (read?.Aggregation != Aggregation.Ladder)
        {
            availability = AvailabilityReader.Read(node, places.Count);
        }
        else if (node.Optional("missing") is { } missing)
        {
            missing.Report(
                "missing-on-ladder",
                "A ladder needs no rule for missing rungs: one that does not apply is taken out, any "
                    + "other on the way leaves the score missing. Remove 'missing'."
            );
        }

        return read is not var (aggregation, exponent) || places.Count == 0 ? null : new([.. places], aggregation, exponent, availability);
    }

    /// <summary>All aggregations rise with each child, so that the lowest children make the lowest score. Below means in which a 0 cannot
    /// be made up for, authors keep scores off
    /// the start of the scale on purpose: there it counts as reached.</summary>
    private ScoreRange ReachOf(Branch branch)
    {
        var (low, high) = (new ChildScore[branch.Children.Length], new ChildScore[branch.Children.Length]);
        for (var k = 0; k < low.Length; k++)
        {
            var child = branch.Children[k];
            if (_scored[child] is not { } node)
            {
                return new(scale.From, scale.To);
            }

            var reach = Entering(_reaches[child], node);
            low[k] = new(reach.Low, node.Weight, node.Threshold, Presence.Present);
            high[k] = new(reach.High, node.Weight, node.Threshold, Presence.Present);
        }

        var floored = branch.Aggregation is Aggregation.Geometric or Aggregation.Harmonic or Aggregation.Power;
        return new(floored ? scale.From : Furthest(branch, low, -1), Furthest(branch, high, 1));
    }

    /// <summary>An answer that leaves a child out may lead further than any that scores.</summary>
    /// <param name="direction">1 upwards, -1 downwards.</param>
    private double Furthest(Branch branch, ChildScore[] children, int direction)
    {
        var furthest = branch.Score(children, scale, out _);
        for (var k = 0; k < children.Length; k++)
        {
            if (_scored[branch.Children[k]] is not { Indicator.LeavesOut: true })
            {
                continue;
            }

            var kept = children[k];
            children[k] = new(double.NaN, kept.Weight, kept.Threshold, Presence.Inapplicable);
            var without = branch.Score(children, scale, out _);
            if (direction * without > direction * furthest)
            {
                furthest = without;
            }
            else
            {
                children[k] = kept;
            }
        }

        return furthest;
    }

    /// <summary>Whoever does not lose points here is left out: there is no top to reach.</summary>
    private bool OnlyTakesAway(ScoredNode? node) => node?.Indicator is { LeavesOut: true } indicator && indicator.Reach.High <= scale.From;

    private ScoreRange Entering(ScoreRange own, ScoredNode node) =>
        node.Reversed ? new(scale.Mirror(own.High), scale.Mirror(own.Low)) : own;

    private void CheckReach(YamlMapping node, ScoredNode scored, ScoreRange own, Aggregation? above)
    {
        var best = Entering(own, scored).High;
        if (above is Aggregation.Count or Aggregation.Ladder)
        {
            if (!scale.Reaches(best, scored.Threshold))
            {
                (node.Optional("reached") ?? node).Report(
                    "unreachable-threshold",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The best answers bring {best:0.##}, but {scored.Threshold} is asked "
                            + $"for: nobody reaches this. Lower 'reached', or raise the scores."
                    ),
                    Severity.Warning
                );
            }
        }
        else if (!scale.Reaches(best, scale.To) && !node.Entries.Any(entry => entry.Key.Value == "children"))
        {
            (node.Optional("score") ?? node.Optional("bands") ?? node).Report(
                "unreachable-score",
                scored.Reversed
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"The lowest score here is {own.Low:0.##}, the scale begins at "
                            + $"{scale.From}, and the direction is negative: nobody can reach the top above."
                    )
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"The best answer scores {own.High:0.##}, the scale ends at {scale.To}: nobody can reach the top."
                    ),
                Severity.Warning
            );
        }
    }
}
