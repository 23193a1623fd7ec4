namespace Dmk.Maturity.Questionnaires;

/// <summary>The unit of a question beside a number as people type it: <c>12,5 %</c>, <c>€ 5</c>, <c>50 Personen</c>.</summary>
internal static class TypedUnit
{
    /// <summary>Spellings of one unit. A question that has one of them takes all.</summary>
    private static readonly string[][] _alike =
    [
        ["%", "Prozent", "percent", "per cent", "pct", "v. H.", "v.H."],
        ["€", "EUR", "Euro", "Euros"],
        ["Tsd. Euro", "Tsd. €", "Tsd. EUR", "Tausend Euro", "T€", "TEUR", "thousand euro", "thousand euros"],
        ["Person", "Personen", "persons", "people"],
        ["Stunde", "Stunden", "Std.", "h", "hour", "hours"],
        ["Tag", "Tage", "day", "days"],
        ["Woche", "Wochen", "week", "weeks"],
        ["Monat", "Monate", "month", "months"],
        ["Jahr", "Jahre", "year", "years"],
        ["Gerät", "Geräte", "device", "devices"],
    ];

    /// <summary>The text without the unit in front of it or behind it; the text as it is where there is none.</summary>
    /// <param name="units">Of the question, in both languages.</param>
    public static string Without(string text, IReadOnlyList<string> units)
    {
        foreach (var unit in Spellings(units).Where(unit => unit.Length > 0).OrderByDescending(unit => unit.Length))
        {
            if (!char.IsAsciiDigit(unit[0]) && text.EndsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return text[..^unit.Length].TrimEnd();
            }

            if (char.IsAsciiDigit(unit[^1]))
            {
                continue;
            }

            if (text.StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return text[unit.Length..].TrimStart();
            }

            if (text is ['-' or '+', ..] && text[1..].StartsWith(unit, StringComparison.OrdinalIgnoreCase))
            {
                return text[0] + text[(1 + unit.Length)..].TrimStart();
            }
        }

        return text;
    }

    /// <summary>Of these units and of those that are other words for them.</summary>
    public static IEnumerable<string> Spellings(IReadOnlyList<string> own) =>
        own.Concat(_alike.Where(alike => alike.Intersect(own, StringComparer.OrdinalIgnoreCase).Any()).SelectMany(alike => alike));
}
