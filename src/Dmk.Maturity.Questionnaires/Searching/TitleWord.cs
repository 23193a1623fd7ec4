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

    private const int ShortestTypo = 6;

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

        if (typed.Stem.Length >= ShortestPart && Text.StartsWith(typed.Stem, StringComparison.Ordinal))
        {
            return WordMatch.StemBeginning;
        }

        return (typed.Text.Length >= ShortestPart && Text.Contains(typed.Text, StringComparison.Ordinal)) || Has(typed)
            ? WordMatch.Part
            : WordMatch.None;
    }

    /// <summary>Whether the stem of a part is in the word: anywhere, or at either end where it is so short that chance would find it
    /// (onli, of online, in persönlich).</summary>
    public bool Has(TypedWord part) =>
        part.Stem.Length >= ShortestPart
        && _letters.HasAll(part.StemLetters)
        && (
            part.Stem.Length > ShortestPart
                ? Text.Contains(part.Stem, StringComparison.Ordinal)
                : Text.StartsWith(part.Stem, StringComparison.Ordinal) || Stem.EndsWith(part.Stem, StringComparison.Ordinal)
        );

    /// <summary>One letter too many, missing, replaced, or two neighbours exchanged.</summary>
    public bool IsTypoOf(string typed)
    {
        if (typed.Length < ShortestTypo || Math.Abs(typed.Length - Text.Length) > 1)
        {
            return false;
        }

        var same = typed.AsSpan().CommonPrefixLength(Text);
        var typedRest = typed.AsSpan(same);
        var rest = Text.AsSpan(same);
        return (typedRest.Length, rest.Length) switch
        {
            (0, 0) => false,
            var (left, right) when left > right => typedRest[1..].SequenceEqual(rest),
            var (left, right) when left < right => rest[1..].SequenceEqual(typedRest),
            _ => typedRest[1..].SequenceEqual(rest[1..])
                || (rest.Length > 1 && typedRest[0] == rest[1] && typedRest[1] == rest[0] && typedRest[2..].SequenceEqual(rest[2..])),
        };
    }
}
