using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The functions of the expression language, by name.</summary>
internal sealed class Functions(TypeCheck types)
{
    private static readonly string[] _all =
    [
        "abs",
        "all",
        "answered",
        "any",
        "coalesce",
        "contains",
        "count",
        "count_answered",
        "date",
        "if",
        "max",
        "mean",
        "min",
        "round",
        "sum",
    ];

    /// <returns>Null where a problem was reported.</returns>
    public Typed? Of(ExpressionNode.Call call)
    {
        if (!_all.Contains(call.Function))
        {
            var near = NearMiss.Of(call.Function, _all);
            return types.Report(
                call.At,
                "unknown-function",
                "There is no function "
                    + $"'{call.Function}'.{(near is null ? "" : $" Did you mean '{near}'?")} There are: {string.Join(", ", _all)}."
            );
        }

        if (
            call.Arguments is [ExpressionNode.Name roster, ..]
            && types.RosterOf(roster) is { } found
            && RosterFunctions.All.Contains(call.Function)
        )
        {
            return new RosterFunctions(types, roster.Id, found).Of(call);
        }

        if (call.Function == "count")
        {
            return types.Report(
                call.At,
                "wrong-arguments",
                "'count' counts the items of a roster. To count answers, write count_answered(...)."
            );
        }

        if (call.Settings.Count > 0 && call.Function is not ("sum" or "mean"))
        {
            return types.Report(call.Settings[0].At, "wrong-arguments", $"'{call.Function}' has no setting '{call.Settings[0].Key}'.");
        }

        var (least, most) = call.Function switch
        {
            "abs" or "date" => (1, 1),
            "contains" => (2, 2),
            "if" => (3, 3),
            "round" => (1, 2),
            _ => (1, int.MaxValue),
        };
        if (call.Arguments.Count < least || call.Arguments.Count > most)
        {
            return types.Report(
                call.At,
                "wrong-arguments",
                $"'{call.Function}' takes "
                    + $"{(least == most ? $"{least}" : most == int.MaxValue ? $"{least} or more" : $"{least} or {most}")} values, not "
                    + $"{call.Arguments.Count}."
            );
        }

        return call.Function switch
        {
            "abs" => types.Number(call.Arguments[0]) is { } number
                ? new Typed.Number(slots => number(slots) is { } value ? Math.Abs(value) : null)
                : null,
            "round" => Round(call),
            "date" => Date(call),
            "if" => If(call),
            "contains" => types.Ticked(call.At, call.Arguments[0], call.Arguments[1]),
            "any" or "all" => AnyAll(call),
            "answered" => Answered(call),
            "coalesce" => Coalesce(call),
            "count_answered" => CountAnswered(call),
            "min" or "max" => MinMax(call),
            _ => SumMean(call),
        };
    }

    /// <summary>Half away from zero, as people round.</summary>
    private Typed.Number? Round(ExpressionNode.Call call)
    {
        if (call.Arguments is [_, var second] && second is not ExpressionNode.Number { Value: >= 0 and <= 10 })
        {
            types.Report(second.At, "wrong-arguments", "The number of digits is a whole number from 0 to 10.");
            return null;
        }

        var digits = call.Arguments is [_, ExpressionNode.Number given] ? (int)given.Value : 0;
        return types.Number(call.Arguments[0]) is { } number
            ? new(slots => number(slots) is { } value ? Math.Round(value, digits, MidpointRounding.AwayFromZero) : null)
            : null;
    }

    private Typed? Date(ExpressionNode.Call call) =>
        call.Arguments[0] is ExpressionNode.Words words
        && DateOnly.TryParseExact(words.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new Typed.Day(_ => day)
            : types.Report(call.Arguments[0].At, "wrong-arguments", "Write a date as date('2027-03-01').");

    /// <summary>Missing where the condition is unknown.</summary>
    private Typed? If(ExpressionNode.Call call)
    {
        var condition = types.Truth(call.Arguments[0]);
        var (yes, no) = (types.Of(call.Arguments[1]), types.Of(call.Arguments[2]));
        if (
            condition is null
            || yes is null
            || no is null
            || types.Alike([(yes, call.Arguments[1].At), (no, call.Arguments[2].At)]) is not { } alike
        )
        {
            return null;
        }

        return (alike[0], alike[1]) switch
        {
            (Typed.Number first, Typed.Number second) => new Typed.Number(slots =>
                condition(slots) switch
                {
                    true => first.Read(slots),
                    false => second.Read(slots),
                    null => null,
                }
            ),
            (Typed.Truth first, Typed.Truth second) => new Typed.Truth(slots =>
                condition(slots) switch
                {
                    true => first.Read(slots),
                    false => second.Read(slots),
                    null => null,
                }
            ),
            (Typed.Day first, Typed.Day second) => new Typed.Day(slots =>
                condition(slots) switch
                {
                    true => first.Read(slots),
                    false => second.Read(slots),
                    null => null,
                }
            ),
            (Typed.Code first, Typed.Code second) => new Typed.Code(
                slots =>
                    condition(slots) switch
                    {
                        true => first.Read(slots),
                        false => second.Read(slots),
                        null => null,
                    },
                first.Options
            ),
            (Typed.Words first, Typed.Words second) => new Typed.Words(
                slots =>
                    condition(slots) switch
                    {
                        true => first.Read(slots),
                        false => second.Read(slots),
                        null => null,
                    },
                null
            ),
            _ => types.Clash<Typed>(call.Arguments[1].At, "a number, text, date, code or truth", alike[0]),
        };
    }

    private Typed.Truth? AnyAll(ExpressionNode.Call call)
    {
        var all = call.Arguments.Select(types.Truth).ToList();
        return all.Contains(null)
            ? null
            : new(
                call.Function == "any"
                    ? Kleene.Any([.. all.OfType<Func<Answer[], bool?>>()])
                    : Kleene.All([.. all.OfType<Func<Answer[], bool?>>()])
            );
    }

    /// <summary>Whether there is a value everywhere; never unknown.</summary>
    private Typed.Truth? Answered(ExpressionNode.Call call)
    {
        if (types.Each(call.Arguments) is not { } each)
        {
            return null;
        }

        var present = each.Select(one => one.Typed.Present).ToArray();
        return new(slots => Array.TrueForAll(present, one => one(slots)));
    }

    /// <summary>The first that is there.</summary>
    private Typed? Coalesce(ExpressionNode.Call call)
    {
        if (types.Each(call.Arguments) is not { } each || types.Alike(each) is not { } alike)
        {
            return null;
        }

        return alike[0] switch
        {
            Typed.Number => new Typed.Number(FirstValue([.. alike.Cast<Typed.Number>().Select(one => one.Read)])),
            Typed.Truth => new Typed.Truth(FirstValue([.. alike.Cast<Typed.Truth>().Select(one => one.Read)])),
            Typed.Day => new Typed.Day(FirstValue([.. alike.Cast<Typed.Day>().Select(one => one.Read)])),
            Typed.Code code => new Typed.Code(First([.. alike.Cast<Typed.Code>().Select(one => one.Read)]), code.Options),
            Typed.Words => new Typed.Words(First([.. alike.Cast<Typed.Words>().Select(one => one.Read)]), null),
            var other => types.Clash<Typed>(call.Arguments[0].At, "a number, text, date, code or truth", other),
        };
    }

    /// <summary>How many have a value. A multiple choice counts its ticked options, "none of these" aside; where it is missing, so is the
    /// count.</summary>
    private Typed.Number? CountAnswered(ExpressionNode.Call call)
    {
        if (types.Each(call.Arguments) is not { } each)
        {
            return null;
        }

        var counts = each.Select(one => Count(one.Typed)).ToArray();
        return new(slots =>
        {
            decimal? sum = 0;
            foreach (var count in counts)
            {
                sum += count(slots);
            }

            return sum;
        });
    }

    private static Func<Answer[], decimal?> Count(Typed typed)
    {
        if (typed is not Typed.Codes codes)
        {
            var present = typed.Present;
            return slots => present(slots) ? 1 : 0;
        }

        var exclusive = codes.Options.Where(option => option.Exclusive).Select(option => option.Code).ToArray();
        return slots => codes.Read(slots) is { } ticked ? ticked.Count - exclusive.Count(ticked.Contains) : null;
    }

    /// <summary>Missing where one is missing.</summary>
    private Typed.Number? MinMax(ExpressionNode.Call call)
    {
        if (Numbers(call) is not { } numbers)
        {
            return null;
        }

        var smallest = call.Function == "min";
        return new(slots =>
        {
            var best = numbers[0](slots);
            for (var i = 1; i < numbers.Length && best is not null; i++)
            {
                best = numbers[i](slots) is { } next
                    ? smallest
                        ? Math.Min(best.Value, next)
                        : Math.Max(best.Value, next)
                    : null;
            }

            return best;
        });
    }

    private Typed.Number? SumMean(ExpressionNode.Call call)
    {
        var rule = MissingRule.Of(call, types);
        if (Numbers(call) is not { } numbers || rule is null)
        {
            return null;
        }

        var least = rule.Needed(numbers.Length);
        var isMean = call.Function == "mean";
        return new(slots =>
        {
            decimal? sum = 0;
            var present = 0;
            foreach (var number in numbers)
            {
                if (number(slots) is { } value)
                {
                    sum = sum is { } before ? Arithmetic.Plus(before, value) : null;
                    present++;
                }
            }

            return present < least || sum is null ? null
                : isMean ? Arithmetic.Divide(sum.Value, present)
                : sum;
        });
    }

    private Func<Answer[], decimal?>[]? Numbers(ExpressionNode.Call call)
    {
        if (types.Each(call.Arguments) is not { } each)
        {
            return null;
        }

        var other = each.FirstOrDefault(one => one.Typed is not Typed.Number);
        return other.Typed is null
            ? [.. each.Select(one => ((Typed.Number)one.Typed).Read)]
            : types.Clash<Func<Answer[], decimal?>[]>(other.At, "a number", other.Typed);
    }

    private static Func<Answer[], T?> FirstValue<T>(Func<Answer[], T?>[] all)
        where T : struct =>
        slots =>
        {
            foreach (var one in all)
            {
                if (one(slots) is { } value)
                {
                    return value;
                }
            }

            return null;
        };

    private static Func<Answer[], string?> First(Func<Answer[], string?>[] all) =>
        slots =>
        {
            foreach (var one in all)
            {
                if (one(slots) is { } value)
                {
                    return value;
                }
            }

            return null;
        };
}
