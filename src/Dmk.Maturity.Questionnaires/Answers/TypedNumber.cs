using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Numbers as people type them: <c>1.234,5</c> in German, <c>1,234.5</c> in English. Ambiguous input is asked back, never
/// guessed.</summary>
/// <remarks>Ambiguous is exactly a lone separator that groups thousands in this language and has three digits behind it, as <c>12.500</c>
/// in German:
/// it may be meant as 12500 or, with the other habit, as 12.5. A number that can be read in one way only is taken, in either
/// habit.</remarks>
public static class TypedNumber
{
    private const int MaximumLength = 40;

    /// <returns>The number, or the code of what is wrong: notANumber, ambiguousNumber.</returns>
    public static (decimal? Value, string? Problem) Read(string typed, Language language)
    {
        if (typed.Length > MaximumLength || Plain(typed) is not { } plain)
        {
            return (null, "notANumber");
        }

        var (sign, digits) = plain is ['-' or '+', ..] ? (plain[..1], plain[1..]) : ("", plain);
        if (IsAmbiguous(digits, language))
        {
            return (null, "ambiguousNumber");
        }

        var invariant = Invariant(digits, language);
        return
            invariant is not null
            && decimal.TryParse(
                sign + invariant,
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var value
            )
            ? (value, null)
            : (null, "notANumber");
    }

    /// <summary>As it is shown back in a field: no grouping, no trailing zeros. Reading it gives the same number.</summary>
    public static string Write(decimal value, Language language)
    {
        var invariant = value.ToString("0.############################", CultureInfo.InvariantCulture);
        return language == Language.German ? invariant.Replace('.', ',') : invariant;
    }

    /// <summary>Without outer white space, and with spaces and apostrophes between digits gone where they group thousands.</summary>
    private static string? Plain(string typed)
    {
        var plain = new StringBuilder(typed.Trim().Replace('\u2212', '-'));
        for (var i = plain.Length - 1; i >= 0; i--)
        {
            if (char.IsWhiteSpace(plain[i]) || plain[i] is '\'' or '\u2019')
            {
                if (!Groups(plain.ToString(), i))
                {
                    return null;
                }

                plain.Remove(i, 1);
            }
        }

        return plain.ToString();
    }

    /// <summary>A digit before and exactly three behind. Separators further right are already gone, so "three" means three or a
    /// multiple.</summary>
    private static bool Groups(string text, int at)
    {
        var behind = text.Skip(at + 1).TakeWhile(char.IsAsciiDigit).Count();
        return at > 0 && char.IsAsciiDigit(text[at - 1]) && behind > 0 && behind % 3 == 0;
    }

    private static bool IsAmbiguous(string digits, Language language)
    {
        var group = language == Language.German ? '.' : ',';
        return digits.Split(group) is [{ Length: >= 1 and <= 3 } before, { Length: 3 } behind]
            && before[0] != '0'
            && (before + behind).All(char.IsAsciiDigit);
    }

    private static string? Invariant(string digits, Language language)
    {
        var (group, point) = language == Language.German ? ('.', ',') : (',', '.');
        return WithoutGroups(digits, group, point) ?? WithoutGroups(digits, point, group);
    }

    /// <returns>Digits with a decimal point, or null when they are not written in this habit.</returns>
    private static string? WithoutGroups(string digits, char group, char point)
    {
        var parts = digits.Split(point);
        if (parts.Length > 2 || (parts.Length == 2 && !IsDigits(parts[1])))
        {
            return null;
        }

        var groups = parts[0].Split(group);
        var isGrouped = groups.Length > 1;
        if (
            !groups.All(IsDigits)
            || (isGrouped && (groups[0].Length > 3 || groups[0][0] == '0' || groups.Skip(1).Any(one => one.Length != 3)))
        )
        {
            return null;
        }

        return string.Concat(groups) + (parts.Length == 2 ? "." + parts[1] : "");
    }

    private static bool IsDigits(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
