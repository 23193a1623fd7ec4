using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A number as somebody typed it into a field. What can be read in two ways is asked back, never guessed.</summary>
/// <remarks>The language of the page decides nothing: people type the habit of their keyboard, their program or their country. The rule and
/// its table are in docs/numbers.md.</remarks>
public abstract record TypedNumber
{
    private const int MaximumLength = 100;

    /// <summary>Points and commas behind which these many digits stand may divide thousands.</summary>
    private const int Group = 3;

    /// <summary>More are rounded when they are read.</summary>
    private const int MostKept = 28;

    private static readonly NumberFormatInfo _german = new() { NumberGroupSeparator = ".", NumberDecimalSeparator = "," };
    private static readonly NumberFormatInfo _english = new() { NumberGroupSeparator = ",", NumberDecimalSeparator = "." };

    private static readonly char[] _separators = ['.', ',', '\'', ' '];

    private TypedNumber() { }

    public sealed record Number(decimal Value) : TypedNumber;

    /// <summary>As <c>12.345</c> where a question takes three decimals, or <c>1.234,567</c> where it takes none.</summary>
    /// <param name="Whole">With the separator between thousands.</param>
    /// <param name="Fraction">With the separator as decimal mark.</param>
    public sealed record TwoReadings(decimal Whole, decimal Fraction) : TypedNumber;

    public sealed record NotANumber : TypedNumber;

    /// <summary>A number, but beyond <see cref="NumberBound"/>.</summary>
    public sealed record TooLarge : TypedNumber;

    private static TypedNumber None { get; } = new NotANumber();

    /// <param name="decimals">Digits behind the decimal mark that the question takes.</param>
    /// <param name="units">Those of the question, which may stand beside the number.</param>
    /// <returns>A number may have more decimals than the question takes; that is for its validation to say.</returns>
    public static TypedNumber Read(string typed, int decimals, params IEnumerable<Text> units)
    {
        if (typed.Length > MaximumLength)
        {
            return None;
        }

        var text = TypedUnit.Without(Plain(typed), [.. units.SelectMany(unit => new[] { Plain(unit.De), Plain(unit.En) })]);
        var (sign, digits) = text is ['-' or '+', ..] ? (text[..1], text[1..]) : ("", text);
        var marks = digits.Count(_separators.Contains);
        return (Grouped(digits), Marked(digits, decimals)) switch
        {
            // A mark unlike those before it is a decimal mark where three decimals are possible; alone it may be either.
            ({ }, { } fraction) when decimals >= Group && marks > 1 => Of(sign, fraction),
            // Where they are not, nobody knows whether a point and a comma both divide thousands, or whether decimals are meant.
            ({ } whole, { } fraction) when decimals >= Group || marks > 1 => Of(sign, whole) is Number first
            && Of(sign, fraction) is Number second
                ? new TwoReadings(first.Value, second.Value)
                : new TooLarge(),
            ({ } whole, _) => Of(sign, whole),
            (null, { } fraction) => Of(sign, fraction),
            _ => None,
        };
    }

    /// <summary>How units may be written beside a number, large or small.</summary>
    public static IReadOnlyList<string> Spellings(params IEnumerable<Text> units) =>
        [.. TypedUnit.Spellings([.. units.SelectMany(unit => new[] { unit.De, unit.En })]).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>No grouping, no trailing zeros.</summary>
    public static string Write(decimal value, Language language)
    {
        var invariant = value.ToString("0.############################", CultureInfo.InvariantCulture);
        return language == Language.German ? invariant.Replace('.', ',') : invariant;
    }

    /// <summary>As it is read in a text: <see cref="Write"/> with grouped thousands, <c>250.000</c> or <c>250,000</c>. Not for fields,
    /// and not for years.</summary>
    public static string WriteGrouped(decimal value, Language language) =>
        value.ToString("#,##0.############################", language == Language.German ? _german : _english);

    /// <summary>As it is shown back in a field: <see cref="Write"/>, with a zero at the end where three decimals could be taken for
    /// thousands. Reading it gives the same number.</summary>
    public static string WriteToField(decimal value, Language language)
    {
        var written = Write(value, language);
        return Math.Abs(value) >= 1 && written.Length > Group && written[^(Group + 1)] is ',' or '.' ? written + "0" : written;
    }

    /// <summary>Without what is not seen and without outer white space; one sign for each kind of blank, apostrophe and minus, ASCII for
    /// its full-width forms.</summary>
    private static string Plain(string typed)
    {
        var plain = new StringBuilder(typed.Length);
        foreach (var one in Invisible.Dropped(typed))
        {
            plain.Append(
                one switch
                {
                    >= '\uff01' and <= '\uff5e' => (char)(one - '\uff01' + '!'),
                    '\u2212' => '-',
                    '\u2019' or '\u2018' or '\u02bc' or '\u00b4' or '`' => '\'',
                    // A tab between two numbers must not make one of them.
                    _ when char.IsWhiteSpace(one) => ' ',
                    _ => one,
                }
            );
        }

        return plain.ToString().Replace('\uff07', '\'').Trim();
    }

    private static TypedNumber Of(string sign, string invariant) =>
        invariant.Length <= MostKept
        && decimal.TryParse(
            sign + invariant,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var value
        )
        && NumberBound.Holds(value)
            ? new Number(value == 0 ? 0 : value)
            : new TooLarge();

    /// <summary>One to three digits and then groups of three, whatever divides them; digits alone are not divided.</summary>
    /// <returns>The digits, or null where it is not written so.</returns>
    private static string? Grouped(string text)
    {
        var groups = text.Split(_separators);
        return
            groups is [{ Length: >= 1 and <= Group } first, _, ..]
            && first.Any(digit => digit != '0')
            && groups.All(IsDigits)
            && groups.Skip(1).All(group => group.Length == Group)
            ? string.Concat(groups)
            : null;
    }

    /// <summary>With a decimal mark, the last separator and unlike those of thousands before it, or without any separator.</summary>
    /// <returns>With a decimal point, or null where it is not written so.</returns>
    private static string? Marked(string text, int decimals)
    {
        if (IsDigits(text))
        {
            return text;
        }

        var at = text.LastIndexOfAny(['.', ',']);
        if (at < 0)
        {
            return null;
        }

        var (before, behind) = (text[..at], text[(at + 1)..]);
        var whole =
            before.Length == 0 ? "0"
            : IsDigits(before) ? before
            : before.Contains(text[at], StringComparison.Ordinal) ? null
            : Grouped(before);
        // As long as a group and behind groups, the zeros may be thousands: that is asked back with both readings.
        var mayBeGroup = behind.Length == Group && before.IndexOfAny(_separators) >= 0;
        return whole is not null && IsDigits(behind) && (mayBeGroup || !HasTooManyZeros(whole, behind, decimals))
            ? $"{whole}.{behind}"
            : null;
    }

    /// <summary>Zeros that say nothing, as in <c>10.0000</c> where no decimals are wanted: rather a slip than a decimal mark.</summary>
    private static bool HasTooManyZeros(string whole, string behind, int decimals)
    {
        var most = decimals < Group ? Math.Max(2, decimals) : decimals + 1;
        return whole.Any(digit => digit != '0') && behind.Length > most && behind.AsSpan(decimals).TrimEnd('0').IsEmpty;
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
