namespace Dmk.Maturity.Questionnaires;

/// <summary>A word of the titles of a classification, with the entries whose titles have it.</summary>
/// <param name="Stem">Of the text.</param>
/// <param name="IsHalf">The "Back-" of "Back- und Süßwaren", which is a word only together with what follows.</param>
/// <param name="Entries">Places of the entries in the classification.</param>
/// <param name="ExcludedBy">Those whose titles have it behind "ohne".</param>
internal sealed record TitleWord(string Text, string Stem, bool IsHalf, IReadOnlyList<int> Entries, IReadOnlyList<int> ExcludedBy)
{
    /// <summary>Fewer letters are in too many words by chance (Eis in Gleisbau).</summary>
    public const int ShortestPart = 4;

    private const int MostTaken = 2;

    private readonly LetterSet _letters = LetterSet.Of(Text + Stem);

    public LetterSet StemLetters { get; } = LetterSet.Of(Stem);

    public bool IsStopWord { get; } = GermanStopWords.Has(Text);

    public WordMatch Match(TypedWord typed)
    {
        if (!_letters.HasAll(typed.StemLetters) && !_letters.HasAll(typed.Letters))
        {
            return WordMatch.None;
        }

        if (Text.StartsWith(typed.Text, StringComparison.Ordinal))
        {
            return IsHalf ? WordMatch.Beginning
                : Text.Length == typed.Text.Length ? WordMatch.Whole
                : Stem == typed.Stem ? WordMatch.Inflected
                : WordMatch.Beginning;
        }

        if (Stem == typed.Stem)
        {
            return IsHalf ? WordMatch.StemBeginning : WordMatch.Stem;
        }

        // Where much was taken off, what is left is another word: Schreiner is nothing of Schreiben.
        if (
            typed.Stem.Length >= ShortestPart
            && typed.Stem.Length >= typed.Text.Length - MostTaken
            && Text.StartsWith(typed.Stem, StringComparison.Ordinal)
        )
        {
            return WordMatch.StemBeginning;
        }

        return
            Contains(typed.Text)
            || (typed.Stem.Length > ShortestPart && typed.Stem.Length >= typed.Text.Length - MostTaken && Contains(typed.Stem))
            ? WordMatch.Part
            : WordMatch.None;
    }

    /// <summary>Whether the letters differ in no more than so many typing errors; the rest is to be counted.</summary>
    public bool MayBe(TypedWord typed, int errors) => LetterSet.Of(Text).Differences(typed.Letters) <= 2 * errors;

    /// <summary>Whether the stem of a part of a compound begins or ends the word.</summary>
    public bool Has(TypedWord part) =>
        part.Stem.Length >= ShortestPart
        && _letters.HasAll(part.StemLetters)
        && (Text.StartsWith(part.Stem, StringComparison.Ordinal) || Stem.EndsWith(part.Stem, StringComparison.Ordinal));

    /// <summary>Anywhere, or at either end where the part is so short that chance would find it (onli, of online, in persönlich).</summary>
    private bool Contains(string part) =>
        part.Length > ShortestPart
            ? Text.Contains(part, StringComparison.Ordinal)
            : part.Length == ShortestPart
                && (Text.StartsWith(part, StringComparison.Ordinal) || Text.EndsWith(part, StringComparison.Ordinal));
}
