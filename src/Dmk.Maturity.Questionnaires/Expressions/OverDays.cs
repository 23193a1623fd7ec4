namespace Dmk.Maturity.Questionnaires;

/// <summary>Functions over days and periods: each gives null where it has reported a problem.</summary>
internal static class OverDays
{
    /// <summary>A number of a day; missing where the day is.</summary>
    public static Func<TypeCheck, ExpressionNode.Call, Typed?> OfDay(Func<DateOnly, int> give) =>
        (types, call) =>
            types.Of(call.Arguments[0]) switch
            {
                Typed.Day day => new Typed.Number(slots => day.Read(slots) is { } one ? give(one) : null),
                { } other => types.Clash<Typed>(call.Arguments[0].At, "a date", other),
                null => null,
            };

    /// <summary>A day of a period; missing where the period is.</summary>
    public static Func<TypeCheck, ExpressionNode.Call, Typed?> OfPeriod(Func<Answer.Period, DateOnly> give) =>
        (types, call) =>
            Period(types, call) is { } period ? new Typed.Day(slots => period.Read(slots) is { } one ? give(one) : null) : null;

    /// <summary>How many days a period has, both ends included.</summary>
    public static Typed? Length(TypeCheck types, ExpressionNode.Call call) =>
        Period(types, call) is { } period
            ? new Typed.Number(slots => period.Read(slots) is { } one ? one.To.DayNumber - one.From.DayNumber + 1 : null)
            : null;

    private static Typed.Period? Period(TypeCheck types, ExpressionNode.Call call) =>
        types.Of(call.Arguments[0]) switch
        {
            Typed.Period period => period,
            { } other => types.Clash<Typed.Period>(call.Arguments[0].At, "a period", other),
            null => null,
        };
}
