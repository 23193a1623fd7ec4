namespace Dmk.Maturity.Questionnaires;

/// <summary>A typed word taken apart by words of the titles: Softwareschmiede begins with Software, Stromerzeugung ends with Erzeugung, Versandhandel does both.</summary>
/// <param name="Beginning">A stem, or nothing.</param>
/// <param name="End">A stem, or nothing.</param>
internal readonly record struct TypedCompound(string Beginning, string End)
{
    /// <summary>The beginning says more about a trade than the end: a Softwareschmiede is no smithy.</summary>
    private const int WorthOfBeginning = 100;

    /// <summary>A shorter end alone is chance more often than not: Werkstatt has nothing to do with Stätten.</summary>
    private const int ShortestEnd = 6;

    /// <summary>Letters that join words, as in Entwicklung-s-büro.</summary>
    private const int MostLinkingLetters = 2;

    public static TypedCompound Of(string typed, string typedStem, IEnumerable<TitleWord> words)
    {
        var (beginning, end) = ("", "");
        foreach (var stem in words.Where(word => word.Stem.Length >= TitleWord.ShortestPart && word.Stem.Length < typedStem.Length).Select(word => word.Stem))
        {
            beginning = stem.Length > beginning.Length && typed.StartsWith(stem, StringComparison.Ordinal) ? stem : beginning;
            end = stem.Length > end.Length && typedStem.EndsWith(stem, StringComparison.Ordinal) ? stem : end;
        }

        var joined = beginning.Length + end.Length;
        var isWhole = beginning.Length > 0 && joined <= typedStem.Length && joined >= typedStem.Length - MostLinkingLetters;
        return new(beginning, end.Length >= ShortestEnd || isWhole ? end : "");
    }

    /// <summary>Whether a word has the beginning, and the end.</summary>
    public (bool Beginning, bool End) In(TitleWord word) => (word.Has(Beginning), word.Has(End));

    /// <summary>How much of the typed word a title has, in letters.</summary>
    public int Worth((bool Beginning, bool End) has) => (has.Beginning ? WorthOfBeginning + Beginning.Length : 0) + (has.End ? End.Length : 0);
}
