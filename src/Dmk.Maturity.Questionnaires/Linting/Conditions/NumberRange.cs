namespace Dmk.Maturity.Questionnaires;

/// <summary>Between which bounds a number lies where it is there, both included; null is unbounded.</summary>
internal readonly record struct NumberRange(decimal? Least, decimal? Most)
{
    private static readonly NumberRange _any = new(null, null);

    /// <param name="node">Without computed values.</param>
    public static NumberRange Of(ExpressionNode node, Questionnaire questionnaire) =>
        node switch
        {
            ExpressionNode.Number number => new(number.Value, number.Value),
            ExpressionNode.Negate negate => Minus(new(0, 0), Of(negate.Operand, questionnaire)),
            ExpressionNode.Name name => questionnaire.Variable(name.Id) is { } variable ? OfAnswer(variable) : _any,
            ExpressionNode.Binary { Operator: "+" } sum => Plus(Of(sum.Left, questionnaire), Of(sum.Right, questionnaire)),
            ExpressionNode.Binary { Operator: "-" } difference => Minus(
                Of(difference.Left, questionnaire),
                Of(difference.Right, questionnaire)
            ),
            ExpressionNode.Binary { Operator: "*" } product => Times(Of(product.Left, questionnaire), Of(product.Right, questionnaire)),
            ExpressionNode.Call call => OfCall(call, questionnaire),
            _ => _any,
        };

    private static NumberRange OfAnswer(Variable variable) =>
        (variable.Question, variable.Specify) switch
        {
            (Question.Numeric numeric, null) => new(numeric.Min?.Constant, numeric.Max?.Constant),
            (Question.SumGroup group, null) => new(0, group.Total.Constant is { } total ? Arithmetic.Plus(total, group.Tolerance) : null),
            _ => _any,
        };

    private static NumberRange OfCall(ExpressionNode.Call call, Questionnaire questionnaire)
    {
        var all = call.Arguments.Select(one => Of(one, questionnaire)).ToList();
        return (call.Function, all) switch
        {
            ("abs", [var one]) => one.Least >= 0
                ? one
                : new(0, one.Least is { } least && one.Most is { } most ? Math.Max(Math.Abs(least), Math.Abs(most)) : null),
            ("count_answered", _) => new(0, null),
            ("min", _) => new(Lowest(all.Select(one => one.Least)), all.Min(one => one.Most)),
            ("max", _) => new(all.Max(one => one.Least), Highest(all.Select(one => one.Most))),
            ("coalesce", _) => new(Lowest(all.Select(one => one.Least)), Highest(all.Select(one => one.Most))),
            _ => _any,
        };
    }

    /// <summary>Unbounded where one is.</summary>
    private static decimal? Lowest(IEnumerable<decimal?> bounds) => bounds.ToList() is var all && all.Contains(null) ? null : all.Min();

    private static decimal? Highest(IEnumerable<decimal?> bounds) => bounds.ToList() is var all && all.Contains(null) ? null : all.Max();

    private static NumberRange Plus(NumberRange left, NumberRange right) => new(Sum(left.Least, right.Least), Sum(left.Most, right.Most));

    private static NumberRange Minus(NumberRange left, NumberRange right) =>
        new(Sum(left.Least, -right.Most), Sum(left.Most, -right.Least));

    private static NumberRange Times(NumberRange left, NumberRange right)
    {
        if (left is not { Least: { } a, Most: { } b } || right is not { Least: { } c, Most: { } d })
        {
            return left.Least >= 0 && right.Least >= 0 ? new(0, null) : _any;
        }

        decimal?[] corners = [Arithmetic.Times(a, c), Arithmetic.Times(a, d), Arithmetic.Times(b, c), Arithmetic.Times(b, d)];
        return corners.Contains(null) ? _any : new(corners.Min(), corners.Max());
    }

    private static decimal? Sum(decimal? left, decimal? right) =>
        left is { } first && right is { } second ? Arithmetic.Plus(first, second) : null;
}
