using System.Text;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A code that begins what was typed: <c>62.01</c>, <c>6201</c>, <c>62 01</c>, <c>J 62.01</c>, <c>62.01.9 Sonstige
/// Softwareentwicklung</c>.</summary>
/// <param name="Top">The letter before it, small; the code must stand below that one.</param>
/// <param name="Digits">Letters in a few classifications; without points and spaces; 1.11 is 0111, because spreadsheets drop the
/// zero.</param>
/// <param name="Rest">What follows, often nothing.</param>
internal readonly partial record struct TypedCode(char? Top, string Digits, string Rest)
{
    /// <summary>What was typed without the name of the classification, as in "WZ 62.01" and "WZ J".</summary>
    public static string WithoutName(string typed)
    {
        var text = typed.Trim();
        return Name().Match(text) is { Success: true } name ? text[name.Length..].Trim() : text;
    }

    [GeneratedRegex(
        @"^(wz|nace)(\s*(20)?(03|08|25)(?=[\s:-]+\S)|\s+(rev\.?\s*2(\.1)?)(?=[\s:]+\S))?(?![a-z])[\s:-]*(?=\S)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Name();

    /// <summary>For codes that are letters or words, as in "D Energieversorgung".</summary>
    /// <returns>Null where there is one word only.</returns>
    public static TypedCode? OfFirstWord(string folded) =>
        folded.IndexOf(' ', StringComparison.Ordinal) is var end and > 0 ? new(null, folded[..end], folded[end..]) : null;

    /// <returns>Null where it does not begin with a number.</returns>
    public static TypedCode? Of(string typed)
    {
        var text = typed.Trim();
        char? top = null;
        if (
            text.Length > 1
            && char.IsAsciiLetter(text[0])
            && text.AsSpan(1).TrimStart() is { Length: > 0 } behind
            && char.IsAsciiDigit(behind[0])
        )
        {
            top = char.ToLowerInvariant(text[0]);
            text = behind.ToString();
        }

        var digits = new StringBuilder();
        var at = 0;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || (digits.Length > 0 && text[at] is '.' or ',' or ' ')))
        {
            if (char.IsAsciiDigit(text[at]))
            {
                digits.Append(text[at]);
            }
            else if (text[at] is '.' or ',' && at == 1)
            {
                digits.Insert(0, '0');
            }

            at++;
        }

        return digits.Length == 0 || (at < text.Length && text[at - 1] != ' ') ? null : new(top, digits.ToString(), text[at..]);
    }
}
