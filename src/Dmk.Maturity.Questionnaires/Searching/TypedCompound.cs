namespace Dmk.Maturity.Questionnaires;

/// <summary>A typed word taken apart by words of the titles: Softwareschmiede begins with Software, Stromerzeugung ends with Erzeugung,
/// Versandhandel does both.</summary>
/// <param name="Beginning">A stem, or nothing.</param>
/// <param name="End">A stem, or nothing.</param>
internal readonly record struct TypedCompound(TypedWord Beginning, TypedWord End)
{
    /// <summary>The beginning says more about a trade than the end: a Softwareschmiede is no smithy.</summary>
    private const int WorthOfBeginning = 100;

    /// <summary>A shorter end alone is chance more often than not: Werkstatt has nothing to do with Stätten.</summary>
    private const int ShortestEnd = 8;

    /// <summary>Letters that join words, as in Entwicklung-s-büro.</summary>
    private const int MostLinkingLetters = 2;

    public static TypedCompound Of(TypedWord typed, IEnumerable<TitleWord> words)
    {
        var (beginning, end) = ("", "");
        foreach (var word in words)
        {
            var stem = word.Stem;
            if (stem.Length >= TitleWord.ShortestPart && stem.Length < typed.Stem.Length && typed.Letters.HasAll(word.StemLetters))
            {
                beginning = stem.Length > beginning.Length && typed.Text.StartsWith(stem, StringComparison.Ordinal) ? stem : beginning;
                end = stem.Length > end.Length && typed.Stem.EndsWith(stem, StringComparison.Ordinal) ? stem : end;
            }
        }

        var joined = beginning.Length + end.Length;
        var isWhole = beginning.Length > 0 && joined <= typed.Stem.Length && joined >= typed.Stem.Length - MostLinkingLetters;
        return new(TypedWord.OfStem(beginning), TypedWord.OfStem(end.Length >= ShortestEnd || isWhole ? end : ""));
    }

    public bool IsCompound => Beginning.Text.Length > 0 || End.Text.Length > 0;

    /// <summary>Whether a word has the beginning, and the end.</summary>
    public (bool Beginning, bool End) In(TitleWord word) => (word.Has(Beginning), word.Has(End));

    /// <summary>How much of the typed word a title has, in letters.</summary>
    public int Worth((bool Beginning, bool End) has) =>
        (has.Beginning ? WorthOfBeginning + Beginning.Text.Length : 0) + (has.End ? End.Text.Length : 0);
}
