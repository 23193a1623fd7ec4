namespace Dmk.Maturity.Questionnaires;

/// <summary>Turns conditions into formulas; computed values are followed to the answers behind them.</summary>
internal sealed class FormulaReader(Questionnaire questionnaire)
{
    private readonly PointReader _points = new(questionnaire);
    private readonly Dictionary<string, Formula> _leaves = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Formula> _computed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Formula.Free> _free = new(StringComparer.Ordinal);
    private readonly Dictionary<Expression, Formula> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>The condition that was read last.</summary>
    private Expression? _whole;

    public ExpandedExpressions Expanded { get; } = new(questionnaire);

    /// <summary>True where there is no condition.</summary>
    public Formula Of(Expression? condition) =>
        condition is null ? Formula.True
        : _known.TryGetValue(condition, out var known) ? known
        : _known[condition] = Read(condition);

    /// <summary>Parts that are there to make the whole true: operands of "or" and items of a list, with the node that says
    /// them.</summary>
    public IReadOnlyList<Part> Alternatives(ExpressionNode node)
    {
        var parts = new List<Part>();
        Alternatives(node, parts);
        return parts;
    }

    private void Alternatives(ExpressionNode node, List<Part> parts)
    {
        switch (node)
        {
            case ExpressionNode.Binary { Operator: "or" } or:
                Alternative(or.Left, parts);
                Alternative(or.Right, parts);
                break;
            case ExpressionNode.Binary { Operator: "and" } and:
                Alternatives(and.Left, parts);
                Alternatives(and.Right, parts);
                break;
            case ExpressionNode.Call { Function: "all" or "any" } each when IsOverItems(each):
                break;
            case ExpressionNode.Call { Function: "any" } any:
                foreach (var one in any.Arguments)
                {
                    Alternative(one, parts);
                }

                break;
            case ExpressionNode.Call { Function: "all" } all:
                foreach (var one in all.Arguments)
                {
                    Alternatives(one, parts);
                }

                break;
            case ExpressionNode.OneOf { Items.Count: > 1 } list:
                parts.AddRange(
                    list.Items.Select(item => new ExpressionNode.Binary("==", list.Item, item) { At = item.At })
                        .Select(one => new Part(Read(one), one.At, one))
                );
                break;
            default:
                break;
        }
    }

    private void Alternative(ExpressionNode node, List<Part> parts)
    {
        if (node is not (ExpressionNode.Binary { Operator: "or" } or ExpressionNode.Call { Function: "any" }))
        {
            parts.Add(new(Read(node), ExpandedExpressions.Start(node), node));
        }

        Alternatives(node, parts);
    }

    private Formula Read(Expression condition)
    {
        _whole = condition;
        return Read(condition.Node);
    }

    private Formula Read(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Truth truth => new Formula.Constant(truth.Value),
            ExpressionNode.Not not => new Formula.Not(Read(not.Operand)),
            ExpressionNode.Binary { Operator: "and" } and => new Formula.All([Read(and.Left), Read(and.Right)]),
            ExpressionNode.Binary { Operator: "or" } or => new Formula.Any([Read(or.Left), Read(or.Right)]),
            ExpressionNode.Call { Function: "all" or "any" } each when IsOverItems(each) => Leaf(each),
            ExpressionNode.Call { Function: "all" } all => new Formula.All([.. all.Arguments.Select(Read)]),
            ExpressionNode.Call { Function: "any" } any => new Formula.Any([.. any.Arguments.Select(Read)]),
            ExpressionNode.Call { Function: "if", Arguments: [var condition, var yes, var no] } => new Formula.If(
                Read(condition),
                Read(yes),
                Read(no)
            ),
            ExpressionNode.Name name when Expanded.Computed(name.Id) is { } computed => _computed.TryGetValue(name.Id, out var known)
                ? known
                : _computed[name.Id] = Read(computed),
            _ => Leaf(node),
        };

    private bool IsOverItems(ExpressionNode.Call call) =>
        call.Arguments is [ExpressionNode.Name name, ..] && questionnaire.Names.Find(name.Id) is Named.Roster;

    private Formula Leaf(ExpressionNode node)
    {
        var words = node.ToString();
        return _leaves.TryGetValue(words, out var known) ? known : _leaves[words] = Leaf(node, words);
    }

    private Formula Leaf(ExpressionNode node, string words)
    {
        if (Expanded.Of(node) is not { } whole)
        {
            return Free(words, true, true);
        }

        if (_points.Of(whole) is { } points && Typed(whole) is { Kind: ExpressionKind.Truth } exact)
        {
            return new Formula.Exact(exact, points);
        }

        return whole is ExpressionNode.Binary { Operator: "<" or "<=" or ">" or ">=" or "==" or "!=" } comparison
            ? Compared(comparison)
            : Free(whole.ToString(), true, true);
    }

    /// <summary>A condition that is one comparison is typed already.</summary>
    private Expression? Typed(ExpressionNode node) =>
        ReferenceEquals(node, _whole?.Node) ? _whole : Expression.Of(node, questionnaire.Names);

    /// <summary>One form for comparisons that say the same, so that <c>a &gt; b</c> and <c>a &lt;= b</c> are seen to exclude each
    /// other.</summary>
    private Formula Compared(ExpressionNode.Binary comparison)
    {
        var (left, right) = (comparison.Left, comparison.Right);
        return comparison.Operator switch
        {
            "<" => Below(left, right),
            ">" => Below(right, left),
            ">=" => new Formula.Not(Below(left, right)),
            "<=" => new Formula.Not(Below(right, left)),
            "!=" => new Formula.Not(Same(left, right)),
            _ => Same(left, right),
        };
    }

    private Formula.Free Below(ExpressionNode left, ExpressionNode right)
    {
        var (low, high) = (RangeReader.Of(left, questionnaire), RangeReader.Of(right, questionnaire));
        var apart = LinearSum.Difference(left, right, questionnaire);
        return Free($"{left} < {right}", !(low.Least >= high.Most || apart?.Least >= 0), !(low.Most < high.Least || apart?.Most < 0));
    }

    private Formula.Free Same(ExpressionNode left, ExpressionNode right)
    {
        var (one, other) = (RangeReader.Of(left, questionnaire), RangeReader.Of(right, questionnaire));
        string[] words = [left.ToString(), right.ToString()];
        Array.Sort(words, StringComparer.Ordinal);
        var apart = LinearSum.Difference(left, right, questionnaire);
        var never = one.Most < other.Least || one.Least > other.Most || apart?.Least > 0 || apart?.Most < 0;
        return Free($"{words[0]} == {words[1]}", !never, true);
    }

    /// <summary>The same for the same words.</summary>
    private Formula.Free Free(string words, bool canBeTrue, bool canBeFalse) =>
        _free.TryGetValue(words, out var known) ? known : _free[words] = new(canBeTrue, canBeFalse);
}

/// <summary>A part of a condition, where it begins in the source and the node that says it.</summary>
internal sealed record Part(Formula Formula, int At, ExpressionNode Node);
