namespace Dmk.Maturity.Questionnaires;

/// <summary>Finds the function of a call and asks that it is called as the table of functions says.</summary>
internal static class FunctionCall
{
    /// <returns>Null where a problem was reported.</returns>
    public static Typed? Of(ExpressionNode.Call call, TypeCheck types) =>
        Functions.Find(call.Function) is not { } function ? Unknown(call, types)
        : function.Items is { } items && Roster(call, types) is var (id, roster) ? OfItems(function, items, call, new(types, id, roster))
        : function.Values is { } values ? OfValues(function, values, call, types)
        : types.Report(call.At, "wrong-arguments", function.InsteadOfValues);

    private static Typed? Unknown(ExpressionNode.Call call, TypeCheck types)
    {
        var instead =
            call.Function == "between" ? "Write a >= 1 and a <= 20 instead."
            : NearMiss.Of(call.Function, Functions.Names) is { } near
                ? $"Did you mean '{near}'? There are: {string.Join(", ", Functions.Names)}."
            : $"There are: {string.Join(", ", Functions.Names)}.";
        return types.Report(call.At, "unknown-function", $"There is no function '{call.Function}'. {instead}");
    }

    private static (string Id, Named.Roster Roster)? Roster(ExpressionNode.Call call, TypeCheck types) =>
        call.Arguments is [ExpressionNode.Name name, ..] && types.RosterOf(name) is { } roster ? (name.Id, roster) : null;

    private static Typed? OfItems(
        Function function,
        Func<OverItems, ExpressionNode.Call, Typed?> items,
        ExpressionNode.Call call,
        OverItems over
    ) =>
        !function.TakesOverItems.Allows(call.Arguments.Count)
            ? over.Types.Report(
                call.At,
                "wrong-arguments",
                $"Over a roster, '{function.Name}' takes the roster and what to look at within each item, as in "
                    + $"{function.Name}({over.Id}, ...)."
            )
        : HasSettings(function, call, over.Types) ? items(over, call)
        : null;

    private static Typed? OfValues(
        Function function,
        Func<TypeCheck, ExpressionNode.Call, Typed?> values,
        ExpressionNode.Call call,
        TypeCheck types
    ) =>
        !HasSettings(function, call, types) ? null
        : function.Takes.Allows(call.Arguments.Count) ? values(types, call)
        : types.Report(call.At, "wrong-arguments", $"'{function.Name}' takes {function.Takes} values, not {call.Arguments.Count}.");

    private static bool HasSettings(Function function, ExpressionNode.Call call, TypeCheck types)
    {
        if (call.Settings.Count == 0 || function.HasMissingRule)
        {
            return true;
        }

        types.Report(call.Settings[0].At, "wrong-arguments", $"'{function.Name}' has no setting '{call.Settings[0].Key}'.");
        return false;
    }
}
