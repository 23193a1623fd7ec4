namespace Dmk.Maturity.Questionnaires;

/// <summary>Turns conditions into formulas; computed values are followed to the answers behind them.</summary>
internal sealed class FormulaReader(Questionnaire questionnaire)
{
    private readonly ExpandedExpressions _expanded = new(questionnaire);
    private readonly PointReader _points = new(questionnaire);
    private readonly Dictionary<string, int> _free = new(StringComparer.Ordinal);
    private readonly Dictionary<Expression, Formula> _known = new(ReferenceEqualityComparer.Instance);

    /// <summary>How many things are too involved to follow, so far.</summary>
    public int FreeCount => _free.Count;

    /// <summary>True where there is no condition.</summary>
    public Formula Of(Expression? condition) =>
        condition is null ? Formula.True
        : _known.TryGetValue(condition, out var known) ? known
        : _known[condition] = Read(condition.Node);

    /// <summary>Parts that are there to make the whole true: operands of "or" and items of a list. Each with its offset in the
    /// source.</summary>
    public IEnumerable<(Formula Formula, int At, string Words)> Alternatives(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Binary { Operator: "or" } or => [.. Alternative(or.Left), .. Alternative(or.Right)],
            ExpressionNode.Binary { Operator: "and" } and => [.. Alternatives(and.Left), .. Alternatives(and.Right)],
            ExpressionNode.Call { Function: "all" or "any" } each when IsOverItems(each) => [],
            ExpressionNode.Call { Function: "any" } any => any.Arguments.SelectMany(Alternative),
            ExpressionNode.Call { Function: "all" } all => all.Arguments.SelectMany(Alternatives),
            ExpressionNode.OneOf { Items.Count: > 1 } list => list.Items.Select(item =>
                (Read(new ExpressionNode.Binary("==", list.Item, item) { At = item.At }), item.At, item.ToString())
            ),
            _ => [],
        };

    private IEnumerable<(Formula, int, string)> Alternative(ExpressionNode node) =>
        node is ExpressionNode.Binary { Operator: "or" } or ExpressionNode.Call { Function: "any" }
            ? Alternatives(node)
            : [(Read(node), ExpandedExpressions.Start(node), node.ToString()), .. Alternatives(node)];

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
            ExpressionNode.Name name when _expanded.Computed(name.Id) is { } computed => Read(computed),
            _ => Leaf(node),
        };

    private bool IsOverItems(ExpressionNode.Call call) =>
        call.Arguments is [ExpressionNode.Name name, ..] && questionnaire.Names.Find(name.Id) is Named.Roster;

    private Formula Leaf(ExpressionNode node)
    {
        if (_expanded.Of(node) is not { } whole)
        {
            return Free(node.ToString(), true, true);
        }

        if (
            _points.Of(whole) is { } points
            && Expression.Parse(whole.ToString(), _ => default, questionnaire.Names, []) is { Kind: ExpressionKind.Truth } exact
        )
        {
            return new Formula.Exact(exact, points);
        }

        return whole is ExpressionNode.Binary { Operator: "<" or "<=" or ">" or ">=" or "==" or "!=" } comparison
            ? Compared(comparison)
            : Free(whole.ToString(), true, true);
    }

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
        return Free($"{left} < {right}", !(low.Least >= high.Most), !(low.Most < high.Least));
    }

    private Formula.Free Same(ExpressionNode left, ExpressionNode right)
    {
        var (one, other) = (RangeReader.Of(left, questionnaire), RangeReader.Of(right, questionnaire));
        string[] words = [left.ToString(), right.ToString()];
        Array.Sort(words, StringComparer.Ordinal);
        return Free($"{words[0]} == {words[1]}", !(one.Most < other.Least || one.Least > other.Most), true);
    }

    private Formula.Free Free(string words, bool canBeTrue, bool canBeFalse)
    {
        _free.TryAdd(words, _free.Count);
        return new(_free[words], canBeTrue, canBeFalse);
    }
}
