namespace Dmk.Maturity.Questionnaires;

/// <summary>A word of the titles of a classification, with the entries whose titles have it.</summary>
/// <param name="IsHalf">The "Back-" of "Back- und Süßwaren", which is a word only together with what follows.</param>
/// <param name="Entries">Places of the entries in the classification.</param>
/// <param name="ExcludedBy">Those whose titles have it behind "ohne".</param>
internal sealed record TitleWord(string Text, bool IsHalf, IReadOnlyList<int> Entries, IReadOnlyList<int> ExcludedBy)
{
    /// <summary>Fewer letters are in too many words by chance (Eis in Gleisbau).</summary>
    public const int ShortestPart = 4;

    private const int ShortestTypo = 6;

    public string Stem { get; } = GermanStem.Of(Text);

    public bool IsStopWord { get; } = GermanStopWords.Has(Text);

    /// <param name="typed">As <see cref="GermanSpelling.Fold"/> leaves it.</param>
    /// <param name="typedStem">Its stem.</param>
    public WordMatch Match(string typed, string typedStem)
    {
        if (Text.StartsWith(typed, StringComparison.Ordinal))
        {
            return IsHalf ? WordMatch.Beginning
                : Text.Length == typed.Length ? WordMatch.Whole
                : Stem == typedStem ? WordMatch.Inflected
                : WordMatch.Beginning;
        }

        if (Stem == typedStem)
        {
            return IsHalf ? WordMatch.StemBeginning : WordMatch.Stem;
        }

        if (typedStem.Length >= ShortestPart && Text.StartsWith(typedStem, StringComparison.Ordinal))
        {
            return WordMatch.StemBeginning;
        }

        return (typed.Length >= ShortestPart && Text.Contains(typed, StringComparison.Ordinal)) || Has(typedStem) ? WordMatch.Part : WordMatch.None;
    }

    /// <summary>Whether the stem of a part is in the word: anywhere, or at either end where it is so short that chance would find it (onli, of online, in persönlich).</summary>
    public bool Has(string part) =>
        part.Length > ShortestPart ? Text.Contains(part, StringComparison.Ordinal)
        : part.Length == ShortestPart && (Text.StartsWith(part, StringComparison.Ordinal) || Stem.EndsWith(part, StringComparison.Ordinal));

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
