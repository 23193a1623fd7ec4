using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads the expressions of a questionnaire, each in the kind that its place asks for.</summary>
internal sealed class ExpressionReader(Names names, List<Problem> problems)
{
    /// <summary>Nobody reads more problems than this; further expressions are left unread.</summary>
    internal const int MostProblems = 500;

    public Expression? Number(YamlScalar? source) => Of(source, "a number", ExpressionKind.Number);

    public Expression? Truth(YamlScalar? source) => Of(source, "true or false", ExpressionKind.Truth);

    public Expression? Computed(YamlScalar? source) =>
        Of(
            source,
            "a number, true or false, a text, a code or a date",
            ExpressionKind.Number,
            ExpressionKind.Truth,
            ExpressionKind.Text,
            ExpressionKind.Code,
            ExpressionKind.Date
        );

    /// <summary>A day written as 2027-03-01, or an expression that gives one.</summary>
    public Expression? Day(YamlScalar? source) =>
        source is null ? null
        : Days.Written(source.Value) is not null ? Constant($"date('{source.Value}')")
        : LooksLikeDay(source.Value) ? NoSuchDay(source)
        : Of(source, "a date", ExpressionKind.Date);

    private static bool LooksLikeDay(string text) =>
        text.Length > 0 && text.All(letter => char.IsAsciiDigit(letter) || letter is '-' or '.' or '/');

    private static Expression? NoSuchDay(YamlScalar source)
    {
        if (source.Value.Length == Days.Form.Length && source.Value[4] == '-' && source.Value[7] == '-')
        {
            source.Report("out-of-range", $"There is no day {source.Value} in the calendar. Correct month or day.");
        }
        else
        {
            source.Report(
                "wrong-kind",
                $"'{source.Value}' is no day. Write year, month and day as in 2027-03-01, or an expression such as today."
            );
        }

        return null;
    }

    /// <summary>A truth that depends on answers: one that does not is a mistake or of no use.</summary>
    public Expression? NotConstant(YamlScalar? source) =>
        source is null ? null : NotConstant(new PartCondition(source.Value, source.PlaceAt, source));

    private Expression? NotConstant(PartCondition source)
    {
        var truth = Of(source, "true or false", ExpressionKind.Truth);
        if (truth is { Slots.Count: 0 })
        {
            source.Node.Report(
                "constant-condition",
                "This reads no answer: it always gives the same. Name a question in it, or remove it."
            );
            return null;
        }

        return truth;
    }

    /// <summary>A bound that the type of a question brings with it.</summary>
    public Expression? Constant(string? source) => source is null ? null : Expression.Parse(source, _ => default, names, problems);

    /// <summary>A condition for being asked. It reads only what is settled before.</summary>
    public Expression? When(YamlScalar? source, Settled settled, ComputedOrder order) =>
        source is null ? null : When(new PartCondition(source.Value, source.PlaceAt, source), settled, order);

    /// <summary>The same of an option or a row.</summary>
    public Expression? When(PartCondition condition, Settled settled, ComputedOrder order)
    {
        var when = NotConstant(condition);
        if (when is null || when.Slots.All(slot => order.IsSettled(slot, settled)))
        {
            return when;
        }

        var early = when.Reads.Where(id => !SlotsOf(names.Find(id)).All(slot => order.IsSettled(slot, settled)));
        condition.Node.Report(
            "read-before-asked",
            $"This condition reads {string.Join(", ", early)}, which is settled only later. Move the "
                + "question down, or ask that one first."
        );
        return null;
    }

    private static IReadOnlyList<int> SlotsOf(Named? named) =>
        named switch
        {
            Named.Slot slot => [slot.Index],
            Named.Parts parts => [.. parts.Slots.Select(slot => slot.Index)],
            Named.Roster roster => [roster.Items],
            Named.Worked(var value) => value.Slots,
            Named.OfItems or Named.Cyclic or Named.Broken or null => [],
            _ => throw new UnreachableException(named.GetType().Name),
        };

    private Expression? Of(YamlScalar? source, string expected, params ReadOnlySpan<ExpressionKind> kinds) =>
        source is null ? null : Of(new PartCondition(source.Value, source.PlaceAt, source), expected, kinds);

    private Expression? Of(PartCondition source, string expected, params ReadOnlySpan<ExpressionKind> kinds)
    {
        if (problems.Count >= MostProblems)
        {
            return null;
        }

        var expression = Expression.Parse(source.Source, source.PlaceAt, names, problems, out var node);
        if (node is not null && source.Node is YamlScalar written && written.Value == source.Source)
        {
            new ExpressionSense(names, written).Look(node);
        }

        if (expression is null)
        {
            return null;
        }

        if (kinds.Contains(expression.Kind))
        {
            return expression;
        }

        problems.Add(new(source.PlaceAt(0), "type-clash", $"This must give {expected}, but it gives {expression.KindInWords}."));
        return null;
    }
}
