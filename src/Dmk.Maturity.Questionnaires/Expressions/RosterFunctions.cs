using System.Buffers;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Functions over the items of a roster: the roster stands first, then what is looked at within each item, as in <c>sum(sites,
/// persons)</c>.</summary>
/// <remarks>The rules for missing values are those of the same functions over written-out values, with the items in their place. All are
/// missing while
/// the roster is: nobody knows how many items there are.</remarks>
internal sealed class RosterFunctions(TypeCheck types, string id, Named.Roster roster)
{
    private readonly TypeCheck _inner = types.Within(id, roster);

    public static IReadOnlyList<string> All { get; } = ["count", "sum", "mean", "min", "max", "any", "all"];

    /// <returns>Null where a problem was reported.</returns>
    public Typed? Of(ExpressionNode.Call call)
    {
        if (call.Arguments.Count != 2 && (call.Function != "count" || call.Arguments.Count > 2))
        {
            return types.Report(
                call.At,
                "wrong-arguments",
                $"Over a roster, '{call.Function}' takes the roster and what to look at "
                    + $"within each item, as in {call.Function}({id}, ...)."
            );
        }

        if (call.Settings.Count > 0 && call.Function is not ("sum" or "mean"))
        {
            return types.Report(call.Settings[0].At, "wrong-arguments", $"'{call.Function}' has no setting '{call.Settings[0].Key}'.");
        }

        return call switch
        {
            { Function: "count", Arguments.Count: 1 } => new Typed.Number(slots => (slots[roster.Items] as Answer.EachItem)?.All.Count),
            { Function: "count" or "any" or "all" } => Truths(call),
            _ => Numbers(call),
        };
    }

    private Typed? Truths(ExpressionNode.Call call)
    {
        if (_inner.Truth(call.Arguments[1]) is not { } condition)
        {
            return null;
        }

        var truths = InEachItem(condition);
        return call.Function switch
        {
            "count" => new Typed.Number(slots => truths(slots) is { } all && !all.Contains(null) ? all.Count(one => one == true) : null),
            "any" => new Typed.Truth(slots =>
                truths(slots) is { } all
                    ? all.Contains(true)
                        ? true
                        : all.Contains(null)
                            ? null
                            : false
                    : null
            ),
            _ => new Typed.Truth(slots =>
                truths(slots) is { } all
                    ? all.Contains(false)
                        ? false
                        : all.Contains(null)
                            ? null
                            : true
                    : null
            ),
        };
    }

    private Typed.Number? Numbers(ExpressionNode.Call call)
    {
        var rule = call.Function is "sum" or "mean" ? MissingRule.Of(call, types) : new(Skip: false, AtLeast: 1);
        if (_inner.Number(call.Arguments[1]) is not { } number || rule is null)
        {
            return null;
        }

        var numbers = InEachItem(number);
        return call.Function switch
        {
            "min" => new(slots => numbers(slots) is { Length: > 0 } all && !all.Contains(null) ? all.Min() : null),
            "max" => new(slots => numbers(slots) is { Length: > 0 } all && !all.Contains(null) ? all.Max() : null),
            _ => new(slots => numbers(slots) is { } all ? Total(all, rule, call.Function == "mean") : null),
        };
    }

    private static decimal? Total(decimal?[] numbers, MissingRule rule, bool isMean)
    {
        decimal? sum = 0;
        var present = 0;
        foreach (var number in numbers)
        {
            if (number is { } value)
            {
                sum = sum is { } before ? Arithmetic.Plus(before, value) : null;
                present++;
            }
        }

        return present < rule.Needed(numbers.Length) || sum is null ? null
            : isMean ? Arithmetic.Divide(sum.Value, present)
            : sum;
    }

    /// <returns>What it gives within each item; null while the roster is missing.</returns>
    private Func<Answer[], T?[]?> InEachItem<T>(Func<Answer[], T?> read)
        where T : struct =>
        slots =>
        {
            if (slots[roster.Items] is not Answer.EachItem items)
            {
                return null;
            }

            var values = new T?[items.All.Count];
            var frame = ArrayPool<Answer>.Shared.Rent(roster.Layout.All);
            Array.Copy(slots, frame, Math.Min(slots.Length, roster.Layout.All));
            for (var i = 0; i < values.Length; i++)
            {
                items.All[i].CopyTo(frame, roster.First);
                values[i] = read(frame);
            }

            ArrayPool<Answer>.Shared.Return(frame, clearArray: true);
            return values;
        };
}
