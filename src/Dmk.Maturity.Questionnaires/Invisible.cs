using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Characters that nobody sees (Unicode's categories Cf and Cc, white space aside): marks of the writing direction, zero-width
/// blanks, soft hyphens, the byte order mark, control characters. Programs add them when a number or a code is copied.</summary>
public static class Invisible
{
    /// <summary>The text without them.</summary>
    public static string Dropped(string text)
    {
        if (IsAllSeen(text))
        {
            return text;
        }

        var seen = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i += char.IsSurrogatePair(text, i) ? 2 : 1)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(text, i) != UnicodeCategory.Format && !IsControl(text[i]))
            {
                seen.Append(text, i, char.IsSurrogatePair(text, i) ? 2 : 1);
            }
        }

        return seen.ToString();
    }

    /// <summary>Most text is ASCII: nothing needs to be looked up.</summary>
    private static bool IsAllSeen(string text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAscii(letter) || IsControl(letter))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsControl(char letter) => char.IsControl(letter) && !char.IsWhiteSpace(letter);
}
