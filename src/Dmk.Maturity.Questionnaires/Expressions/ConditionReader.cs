namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads conditions: the grammar of expressions, of which only comparisons with fixed values, lists and <c>answered</c> are
/// conditions that can be looked up in columns.</summary>
internal sealed class ConditionReader
{
    /// <summary>Each one looks at all companies.</summary>
    private const int MostComparisons = 50;

    private readonly List<Problem> _problems = [];
    private int _comparisons;

    public static Parsed<Condition> Read(string text)
    {
        var reader = new ConditionReader();
        if (text.Length > ExpressionWords.MaximumLength)
        {
            reader.Report(0, $"It has {text.Length} characters, more than {ExpressionWords.MaximumLength}.");
            return new(null, reader._problems);
        }

        var (node, at, _, message) = ExpressionParser.Parse(text);
        if (node is null)
        {
            reader.Report(at, message);
            return new(null, reader._problems);
        }

        var condition = reader.Of(node);
        if (reader._comparisons > MostComparisons)
        {
            reader.Report(0, $"It makes {reader._comparisons} comparisons, more than {MostComparisons}; lists count once.");
        }

        return new(reader._problems.Count == 0 ? condition : null, reader._problems);
    }

    private Condition? Of(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Binary { Operator: "and" } both => Of(both.Left) is { } left && Of(both.Right) is { } right
                ? new Condition.Both(left, right)
                : null,
            ExpressionNode.Binary { Operator: "or" } either => Of(either.Left) is { } left && Of(either.Right) is { } right
                ? new Condition.Either(left, right)
                : null,
            ExpressionNode.Binary { Operator: "==" or "!=" or "<" or "<=" or ">" or ">=" } compared => Compared(compared),
            ExpressionNode.Not not => Of(not.Operand) is { } operand ? new Condition.Not(operand) : null,
            ExpressionNode.OneOf list => OneOf(list),
            ExpressionNode.Ticked { Item: ExpressionNode.Words code, Question: ExpressionNode.Name question } => Counted(
                new Condition.Compared(new ConditionName.Answer($"{question.Id}.{code.Value}"), "==", new(null, 1))
            ),
            ExpressionNode.Name name => Counted(new Condition.Compared(new ConditionName.Answer(name.Id), "==", new(null, 1))),
            ExpressionNode.Call { Function: "answered", Arguments: [var about] } => NameOf(about) is { } name
                ? Counted(new Condition.Answered(name))
                : null,
            _ => Refused<Condition>(
                node,
                "This is no condition. Compare answers and scores with numbers, codes in quotes, true or false, as in ai_use == 'many'."
            ),
        };

    private Condition? Compared(ExpressionNode.Binary compared) =>
        IsValue(compared.Left)
            ? Compared(compared.Right, Turned(compared.Operator), compared.Left)
            : Compared(compared.Left, compared.Operator, compared.Right);

    private Condition? Compared(ExpressionNode about, string sign, ExpressionNode with) =>
        NameOf(about) is { } name && ValueOf(with) is { } value ? Counted(new Condition.Compared(name, sign, value)) : null;

    private Condition? OneOf(ExpressionNode.OneOf list)
    {
        var name = NameOf(list.Item);
        var values = list.Items.Select(ValueOf).ToArray();
        return name is null || values.Contains(null) ? null : Counted(new Condition.OneOf(name, [.. values.Select(value => value!.Value)]));
    }

    private ConditionName? NameOf(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Name name => new ConditionName.Answer(name.Id),
            ExpressionNode.Call { Function: "score", Arguments: [ExpressionNode.Words one], Settings: [] } => new ConditionName.Score(
                null,
                one.Value
            ),
            ExpressionNode.Call { Function: "score", Arguments: [ExpressionNode.Words index, ExpressionNode.Words one], Settings: [] } =>
                new ConditionName.Score(index.Value, one.Value),
            _ => Refused<ConditionName>(
                node,
                "Expected an answer, as in ai_use, or a score, as in score('total') or score('dmk-reifegrad', 'total')."
            ),
        };

    private ConditionValue? ValueOf(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Words words:
                return new(words.Value, 0);
            case ExpressionNode.Number number:
                return new(null, number.Value);
            case ExpressionNode.Negate { Operand: ExpressionNode.Number number }:
                return new(null, -number.Value);
            case ExpressionNode.Truth truth:
                return new(null, truth.Value ? 1 : 0);
            default:
                Report(node.At, "Expected a number, a code in quotes, true or false.");
                return null;
        }
    }

    private static bool IsValue(ExpressionNode node) =>
        node
            is ExpressionNode.Words
                or ExpressionNode.Number
                or ExpressionNode.Truth
                or ExpressionNode.Negate { Operand: ExpressionNode.Number };

    private static string Turned(string sign) =>
        sign switch
        {
            "<" => ">",
            "<=" => ">=",
            ">" => "<",
            ">=" => "<=",
            _ => sign,
        };

    private Condition Counted(Condition condition)
    {
        _comparisons++;
        return condition;
    }

    private T? Refused<T>(ExpressionNode node, string message)
        where T : class
    {
        Report(node.At, message);
        return null;
    }

    private void Report(int at, string message) => _problems.Add(new(new("where", 1, at + 1), "expression-syntax", message));
}
