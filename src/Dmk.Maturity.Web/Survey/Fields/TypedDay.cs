using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>A date as somebody typed it into the fields of day, month and year, or whole into one of them.</summary>
/// <param name="Value">Null where something is wrong.</param>
/// <param name="Wrong">Which parts are wrong, in the order of the fields, with what stands there; none where the date is read.</param>
internal sealed record TypedDay(DateOnly? Value, IReadOnlyList<Text> Wrong)
{
    private static readonly char[] _marks = [' ', '.', ',', '/', '-', '\u2013'];

    /// <summary>As a field is read: without what is not seen, in the usual form of each character, without blanks around it. Blank where
    /// nothing is left.</summary>
    public static string Plain(string typed)
    {
        var whole = string.Concat(Invisible.Dropped(typed).EnumerateRunes());
        return string.Concat(whole.Normalize(NormalizationForm.FormKC).Select(one => char.IsWhiteSpace(one) ? ' ' : one)).Trim();
    }

    public static TypedDay Read(string day, string month, string year)
    {
        string[] fields = [Plain(day), Plain(month), Plain(year)];
        var filled = fields.Where(field => field.Length > 0).ToList();
        return filled is [var only] && Whole(only) is var (d, m, y) ? OfParts(d, m, y) : OfParts(fields[0], fields[1], fields[2]);
    }

    /// <summary>The three parts of a whole date in one field: 1.3.1998, 1998-03-01, 1. März 1998, March 1, 1998.</summary>
    /// <returns>Null where these are not three parts, or nobody knows which of them is the month.</returns>
    private static (string Day, string Month, string Year)? Whole(string typed) =>
        typed.Split(_marks, StringSplitOptions.RemoveEmptyEntries) switch
        {
            [{ Length: 4 } year, var month, var day] when IsDigits(year) => (day, month, year),
            [var month, var day, var year] when MonthName.Read(month) is not null => (day, month, year),
            // In English 3/4 is the third of April here and the fourth of March elsewhere.
            [var first, var second, _]
                when typed.Contains('/', StringComparison.Ordinal) && MayBeMonth(first) && MayBeMonth(second) && first != second => null,
            [var day, var month, var year] => (day, month, year),
            _ => null,
        };

    private static TypedDay OfParts(string day, string month, string year)
    {
        var (d, m, y) = (Day(day), Month(month), Year(year));
        Text?[] wrong =
        [
            d is not null ? null : DayWords.WrongDay(day),
            m is not null ? null : DayWords.WrongMonth(month),
            y is not null ? null : DayWords.WrongYear(year),
        ];
        return d is not { } theDay || m is not { } theMonth || y is not { } theYear ? new(null, [.. wrong.OfType<Text>()])
            : DateTime.DaysInMonth(theYear, theMonth) is var most && theDay > most ? new(null, [DayWords.TooLate(theDay, most)])
            : new(new DateOnly(theYear, theMonth, theDay), []);
    }

    private static int? Day(string typed)
    {
        var day = typed.TrimEnd('.', ' ');
        foreach (var ending in new[] { "st", "nd", "rd", "th" })
        {
            day = day.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? day[..^2] : day;
        }

        return Digits(day) is { } number and >= 1 and <= 31 ? number : null;
    }

    private static int? Month(string typed)
    {
        var month = typed.TrimEnd('.', ' ');
        return Digits(month) is { } number and >= 1 and <= 12 ? number : MonthName.Read(month);
    }

    /// <summary>Four digits: of two nobody knows the century.</summary>
    private static int? Year(string typed) =>
        typed.TrimEnd('.', ' ') is { Length: 4 } year && Digits(year) is { } number and >= 1000 ? number : null;

    private static bool MayBeMonth(string typed) => Digits(typed) is >= 1 and <= 12;

    private static int? Digits(string typed) =>
        IsDigits(typed) && int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsDigits(string typed) => typed.Length > 0 && typed.All(char.IsAsciiDigit);
}
