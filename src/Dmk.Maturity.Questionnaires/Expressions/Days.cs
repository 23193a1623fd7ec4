using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Arithmetic with days; missing where a part is, and beyond the calendar.</summary>
internal static class Days
{
    /// <summary>As in 2027-03-01.</summary>
    public const string Form = "yyyy-MM-dd";

    /// <returns>Null where there is no such day, or it is written otherwise.</returns>
    public static DateOnly? Written(string text) =>
        DateOnly.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>How many days it takes from the first to the second, 0 on the same day.</summary>
    public static Func<Answer[], decimal?> Between(Func<Answer[], DateOnly?> from, Func<Answer[], DateOnly?> to) =>
        slots => from(slots) is { } first && to(slots) is { } last ? last.DayNumber - first.DayNumber : null;

    /// <summary>The day that comes so many days later; part of a day is none.</summary>
    public static Func<Answer[], DateOnly?> After(Func<Answer[], DateOnly?> from, Func<Answer[], decimal?> days) =>
        slots => from(slots) is { } first && days(slots) is { } count ? After(first, decimal.Truncate(count)) : null;

    private static DateOnly? After(DateOnly day, decimal count) =>
        Arithmetic.Plus(day.DayNumber, count) is >= 0 and { } number && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)number)
            : null;
}
