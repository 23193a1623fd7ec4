using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Finds what an expression compares its variables with, where it does nothing else with them.</summary>
internal sealed class PointReader(Questionnaire questionnaire)
{
    /// <returns>Null where the expression does more with a variable than comparing it with something written out.</returns>
    public IReadOnlyList<Point>? Of(ExpressionNode node)
    {
        var points = new List<Point>();
        return Truth(node, points) ? points : null;
    }

    private bool Truth(ExpressionNode node, List<Point> points) =>
        node switch
        {
            ExpressionNode.Binary { Operator: "==" or "!=" or "<" or "<=" or ">" or ">=" } comparison => (
                Literal(comparison.Right) is { } right && Compared(comparison.Left, [right], points)
            ) || (Literal(comparison.Left) is { } left && Compared(comparison.Right, [left], points)),
            ExpressionNode.OneOf list => list.Items.Select(Literal).ToList() is var items
                && !items.Contains(null)
                && Compared(list.Item, items!, points),
            ExpressionNode.Ticked { Item: ExpressionNode.Words code, Question: ExpressionNode.Name name } => Ticked(name, code, points),
            ExpressionNode.Call { Function: "contains", Arguments: [ExpressionNode.Name name, ExpressionNode.Words code] } => Ticked(
                name,
                code,
                points
            ),
            ExpressionNode.Call { Function: "answered" } call => call.Arguments.All(one =>
                one is ExpressionNode.Name name && Noted(name, [], points)
            ),
            _ => false,
        };

    private bool Ticked(ExpressionNode.Name name, ExpressionNode.Words code, List<Point> points) =>
        questionnaire.Names.Find(name.Id) is Named.Slot { Kind: ExpressionKind.Codes } && Noted(name, [code.Value], points);

    private bool Compared(ExpressionNode node, IReadOnlyList<object> values, List<Point> points) =>
        node switch
        {
            ExpressionNode.Name name => questionnaire.Names.Find(name.Id) is Named.Slot && Noted(name, values, points),
            ExpressionNode.Call { Function: "coalesce", Arguments: [ExpressionNode.Name name, var other] } => Literal(other) is not null
                && Noted(name, values, points),
            ExpressionNode.Call { Function: "count_answered" } call => call.Arguments.All(one =>
                one is ExpressionNode.Name name && Noted(name, [], points)
            ),
            _ => false,
        };

    private bool Noted(ExpressionNode.Name name, IReadOnlyList<object> values, List<Point> points)
    {
        var slots = Slots(name.Id);
        foreach (var slot in slots)
        {
            points.Add(new(slot.Index, null));
            points.AddRange(values.Select(value => new Point(slot.Index, value)));
        }

        return slots.Count > 0
            && slots.All(slot =>
                slot.Index < questionnaire.Variables.Count
                && slot.Kind
                    is ExpressionKind.Number
                        or ExpressionKind.Code
                        or ExpressionKind.Codes
                        or ExpressionKind.Date
                        or ExpressionKind.Text
            );
    }

    private IReadOnlyList<Named.Slot> Slots(string id) =>
        questionnaire.Names.Find(id) switch
        {
            Named.Slot slot => [slot],
            Named.Parts parts => parts.Slots,
            _ => [],
        };

    private static object? Literal(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Number number => number.Value,
            ExpressionNode.Negate { Operand: ExpressionNode.Number number } => -number.Value,
            ExpressionNode.Words words => words.Value,
            ExpressionNode.Call { Function: "date", Arguments: [ExpressionNode.Words day] } => DateOnly.ParseExact(
                day.Value,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture
            ),
            _ => null,
        };
}
