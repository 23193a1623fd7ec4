using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The words of a title. Half words are completed: "Back- und Süßwaren" has Backwaren, "Fahr- und Flugschulen" has Fahrschulen,
/// because other titles have Backwaren and Schulen.</summary>
internal static partial class TitleWords
{
    private const int ShortestEnding = 4;

    /// <param name="folded">A title, or a part of it.</param>
    /// <param name="isKnown">Whether a title of the classification has this word.</param>
    /// <returns>Also the halves, marked as such, and words with a hyphen once more without it.</returns>
    public static IEnumerable<(string Text, bool IsHalf)> Of(string folded, Func<string, bool> isKnown)
    {
        var tokens = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < tokens.Length; i++)
        {
            var completed = IsHalf(tokens[i]) ? Completed(tokens[i].Trim('-'), tokens.Skip(i + 1), isKnown) : null;
            if (completed is not null)
            {
                yield return (completed, false);
            }

            var parts = GermanSpelling.Words(tokens[i]);
            foreach (var part in parts)
            {
                yield return (part, completed is not null);
            }

            if (parts.Length > 1)
            {
                yield return (string.Concat(parts), false);
            }
        }
    }

    /// <summary>What a title says, and what it says that it does not cover: behind "ohne", to the end of the brackets, to the next
    /// semicolon or to the end.</summary>
    public static (string Said, string Excluded) Divided(string title) =>
        (Without().Replace(title, " "), string.Join(' ', Without().Matches(title).Select(match => match.Value)));

    /// <summary>The words that stand in full.</summary>
    public static IEnumerable<string> Whole(string folded) =>
        folded.Split(' ').Where(token => !IsHalf(token)).SelectMany(GermanSpelling.Words);

    private static bool IsHalf(string token) => token.Length > 1 && token[^1] == '-';

    /// <summary>A word that is known as a whole, else the longest ending that is a word itself.</summary>
    private static string? Completed(string beginning, IEnumerable<string> following, Func<string, bool> isKnown)
    {
        if (following.FirstOrDefault(token => token[^1] != '-' && !GermanStopWords.Has(token)) is not { } whole)
        {
            return null;
        }

        var endings = Enumerable.Range(1, Math.Max(0, whole.Length - ShortestEnding)).Select(cut => whole[cut..]).ToList();
        return (endings.Find(ending => isKnown(beginning + ending)) ?? endings.Find(ending => isKnown(ending))) is { } found
            ? beginning + found
            : null;
    }

    [GeneratedRegex(@"\bohne\b[^;)]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Without();
}
