namespace Dmk.Maturity.Questionnaires;

/// <summary>Functions over values that are written out, as in <c>sum(a, b, 3)</c>: each gives null where it has reported a
/// problem.</summary>
internal static class OverValues
{
    /// <summary>Of one number; missing where it is.</summary>
    public static Func<TypeCheck, ExpressionNode.Call, Typed?> Number(Func<decimal, decimal> give) =>
        (types, call) => OfNumber(types, call, give);

    public static Func<TypeCheck, ExpressionNode.Call, Typed?> Numbers(Func<decimal?[], decimal?> give) =>
        (types, call) => AllNumbers(types, call) is { } numbers ? new Typed.Number(slots => give(numbers(slots))) : null;

    /// <param name="give">Of the sum of the values that are there, and of their number.</param>
    public static Func<TypeCheck, ExpressionNode.Call, Typed?> Total(Func<decimal, int, decimal?> give) =>
        (types, call) =>
        {
            var rule = MissingRule.Of(call, types);
            return AllNumbers(types, call) is { } numbers && rule is not null
                ? new Typed.Number(slots => rule.Total(numbers(slots), give))
                : null;
        };

    public static Func<TypeCheck, ExpressionNode.Call, Typed?> Truths(Func<bool?[], bool?> give) =>
        (types, call) =>
        {
            var all = call.Arguments.Select(types.Truth).ToList();
            if (all.Contains(null))
            {
                return null;
            }

            var truths = Together([.. all.OfType<Func<Answer[], bool?>>()]);
            return new Typed.Truth(slots => give(truths(slots)));
        };

    /// <summary>Whether there is a value everywhere; never unknown.</summary>
    public static Typed? Answered(TypeCheck types, ExpressionNode.Call call)
    {
        if (types.Each(call.Arguments) is not { } each)
        {
            return null;
        }

        var present = each.Select(one => one.Typed.Present).ToArray();
        return new Typed.Truth(slots => Array.TrueForAll(present, one => one(slots)));
    }

    /// <summary>How many have a value. A multiple choice counts its ticked options, "none of these" aside; where it is missing, so is the
    /// count.</summary>
    public static Typed? CountAnswered(TypeCheck types, ExpressionNode.Call call)
    {
        if (types.Each(call.Arguments) is not { } each)
        {
            return null;
        }

        var counts = Together([.. each.Select(one => Count(one.Typed))]);
        return new Typed.Number(slots => counts(slots).Aggregate((decimal?)0, (sum, count) => sum + count));
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

    /// <summary>Whether an option of a multiple choice is ticked, or a text has words in it.</summary>
    public static Typed? Contains(TypeCheck types, ExpressionNode.Call call) =>
        types.Of(call.Arguments[0]) switch
        {
            null => null,
            Typed.Words words => OverTexts.Contains(words, types, call.Arguments[1]),
            _ => CodeCheck.Ticked(call.At, call.Arguments[0], call.Arguments[1], types),
        };

    /// <summary>The first that is there.</summary>
    public static Typed? FirstPresent(TypeCheck types, ExpressionNode.Call call) =>
        types.Each(call.Arguments) is { } each && CodeCheck.Alike(each, types) is { } alike
            ? new Choice.FirstPresent().Of(alike, call.Arguments[0].At, types)
            : null;

    /// <summary>Missing where the condition is unknown.</summary>
    public static Typed? Conditional(TypeCheck types, ExpressionNode.Call call)
    {
        var condition = types.Truth(call.Arguments[0]);
        var (yes, no) = (types.Of(call.Arguments[1]), types.Of(call.Arguments[2]));
        return
            condition is not null
            && yes is not null
            && no is not null
            && CodeCheck.Alike([(yes, call.Arguments[1].At), (no, call.Arguments[2].At)], types) is { } alike
            ? new Choice.Conditional(condition).Of(alike, call.Arguments[1].At, types)
            : null;
    }

    /// <summary>Half away from zero, as people round.</summary>
    public static Typed? Round(TypeCheck types, ExpressionNode.Call call)
    {
        if (call.Arguments is [_, var second] && second is not ExpressionNode.Number { Value: >= 0 and <= 10 })
        {
            return types.Report(second.At, "wrong-arguments", "The number of digits is a whole number from 0 to 10.");
        }

        var digits = call.Arguments is [_, ExpressionNode.Number given] ? (int)given.Value : 0;
        return OfNumber(types, call, value => Math.Round(value, digits, MidpointRounding.AwayFromZero));
    }

    public static Typed? Date(TypeCheck types, ExpressionNode.Call call) =>
        call.Arguments[0] is not ExpressionNode.Words words ? NoDate(types, call)
        : Days.Written(words.Value) is { } day ? new Typed.Day(_ => day)
        : words.Value.Length == Days.Form.Length && words.Value.All(letter => char.IsAsciiDigit(letter) || letter == '-')
            ? types.Report(call.Arguments[0].At, "wrong-arguments", $"There is no day {words.Value} in the calendar. Correct month or day.")
        : NoDate(types, call);

    private static Typed? NoDate(TypeCheck types, ExpressionNode.Call call) =>
        types.Report(call.Arguments[0].At, "wrong-arguments", "Write a date as date('2027-03-01').");

    private static Typed.Number? OfNumber(TypeCheck types, ExpressionNode.Call call, Func<decimal, decimal> give) =>
        types.Number(call.Arguments[0]) is { } number ? new(slots => number(slots) is { } value ? give(value) : null) : null;

    private static Func<Answer[], decimal?[]>? AllNumbers(TypeCheck types, ExpressionNode.Call call)
    {
        if (types.Each(call.Arguments) is not { } each)
        {
            return null;
        }

        var other = each.FirstOrDefault(one => one.Typed is not Typed.Number);
        return other.Typed is null
            ? Together([.. each.Select(one => ((Typed.Number)one.Typed).Read)])
            : types.Clash<Func<Answer[], decimal?[]>>(other.At, "a number", other.Typed);
    }

    private static Func<Answer[], T[]> Together<T>(Func<Answer[], T>[] all) => slots => Array.ConvertAll(all, one => one(slots));
}
