using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>One spelling for the many that people type: small letters, ä = ae = a, ß = ss, no accents, whatever the form of
/// Unicode.</summary>
internal static class GermanSpelling
{
    /// <summary>Letters and digits, with single spaces between words; hyphens stay, because they say that a word goes on.</summary>
    /// <remarks>ae, oe and ue become a, o and u in any word (a "Bauer" becomes a "baur"): title and typed text are treated alike, so that
    /// only matters where two words become
    /// one. The same holds for the two spellings of Friseur and Frisör.</remarks>
    public static string Fold(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Half a surrogate pair, which cannot be normalised, arrives as the replacement character.
            Put(rune, sound);
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in sound.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            Append(Rune.ToLowerInvariant(rune), folded);
        }

        return folded.Replace("seur", "sor").Replace("ae", "a").Replace("oe", "o").Replace("ue", "u").ToString().Trim(' ');
    }

    /// <summary>The words of a folded text; a hyphen divides.</summary>
    public static string[] Words(string folded) => folded.Split([' ', '-'], StringSplitOptions.RemoveEmptyEntries);

    private static void Append(Rune rune, StringBuilder folded)
    {
        if (rune.Value == 'ß')
        {
            folded.Append("ss");
        }
        else if (Rune.IsLetterOrDigit(rune))
        {
            Put(rune, folded);
        }
        else if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.DashPunctuation)
        {
            folded.Append('-');
        }
        else if (
            Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format)
            && folded.Length > 0
            && folded[^1] != ' '
        )
        {
            folded.Append(' ');
        }
    }

    private static void Put(Rune rune, StringBuilder text)
    {
        Span<char> units = stackalloc char[2];
        text.Append(units[..rune.EncodeToUtf16(units)]);
    }
}
