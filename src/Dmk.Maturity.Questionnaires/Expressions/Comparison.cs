namespace Dmk.Maturity.Questionnaires;

/// <summary>Comparisons; unknown where a side is missing. Numbers and dates have an order, all other kinds are only equal or not.</summary>
internal static class Comparison
{
    /// <returns>Null when this kind cannot be compared this way.</returns>
    public static Func<Answer[], bool?>? Of(string sign, Typed left, Typed right) =>
        (left, right) switch
        {
            (Typed.Number first, Typed.Number second) => Ordered(sign, first.Read, second.Read),
            (Typed.Day first, Typed.Day second) => Ordered(sign, first.Read, second.Read),
            (Typed.Code first, Typed.Code second) => Equal(sign, first.Read, second.Read),
            (Typed.Words first, Typed.Words second) => Equal(sign, first.Read, second.Read),
            (Typed.Truth first, Typed.Truth second) => sign switch
            {
                "==" => slots => first.Read(slots) is { } one && second.Read(slots) is { } other ? one == other : null,
                "!=" => slots => first.Read(slots) is { } one && second.Read(slots) is { } other ? one != other : null,
                _ => null,
            },
            _ => null,
        };

    private static Func<Answer[], bool?> Ordered<T>(string sign, Func<Answer[], T?> left, Func<Answer[], T?> right)
        where T : struct, IComparable<T> =>
        sign switch
        {
            "==" => slots => left(slots) is { } first && right(slots) is { } second ? first.CompareTo(second) == 0 : null,
            "!=" => slots => left(slots) is { } first && right(slots) is { } second ? first.CompareTo(second) != 0 : null,
            "<" => slots => left(slots) is { } first && right(slots) is { } second ? first.CompareTo(second) < 0 : null,
            "<=" => slots => left(slots) is { } first && right(slots) is { } second ? first.CompareTo(second) <= 0 : null,
            ">" => slots => left(slots) is { } first && right(slots) is { } second ? first.CompareTo(second) > 0 : null,
            _ => slots => left(slots) is { } first && right(slots) is { } second ? first.CompareTo(second) >= 0 : null,
        };

    private static Func<Answer[], bool?>? Equal(string sign, Func<Answer[], string?> left, Func<Answer[], string?> right) =>
        sign switch
        {
            "==" => slots =>
                left(slots) is { } first && right(slots) is { } second ? string.Equals(first, second, StringComparison.Ordinal) : null,
            "!=" => slots =>
                left(slots) is { } first && right(slots) is { } second ? !string.Equals(first, second, StringComparison.Ordinal) : null,
            _ => null,
        };
}
