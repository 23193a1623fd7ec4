using System.Runtime.CompilerServices;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Finds the codes of a classification by number, by everyday names of trades in German and English, or by the words of their
/// titles, as people type them.</summary>
/// <remarks>
/// First the code that was typed and the codes that begin with it, then an everyday name that equals what was typed, in any of its forms
/// (umlauts, plural, women, -ei, -betrieb, one word or two). Then names and titles by how much of either is in the other: as whole words,
/// beginnings, stems, parts of compounds, with typing errors (one in words of 4 to 7 letters, two beyond; looked for only where nothing
/// has the word itself), with the beginning or end of a typed compound, and last titles that only exclude the word ("ohne Möbel"). Rare
/// words count more than common ones, fillers (Firma, GmbH, shop) little, stop words ("und", "sonstige") nothing unless nothing else was
/// typed, and a word that nothing has decides nothing. Where something sure was found, what is far from it is left out. A class and its
/// only subclass are one hit. Equal input gives equal output.
/// <code>
/// var search = CodeSearch.Over(classifications.Find("wz2025-classes")!, levels: [4, 5]);
/// var hits = search.Find("Dachdecker", limit: 20);
/// </code>
/// </remarks>
public sealed class CodeSearch
{
    /// <summary>In characters; what is typed beyond them is not read.</summary>
    public const int MaximumLength = 200;

    private static readonly ConditionalWeakTable<Classification, CodeIndex> _indices = [];

    private static readonly ConditionalWeakTable<Question.CodeSearch, CodeScope.Codes> _chosen = [];

    /// <summary>What is invisible is not counted, but there is an end to it.</summary>
    private const int MostRead = 10 * MaximumLength;

    private readonly CodeScope _scope;

    private CodeSearch(Classification classification, CodeScope scope) => (Classification, _scope) = (classification, scope);

    /// <summary>Costs nothing: the index of a classification is built once, at the first search (some milliseconds for 2,000 codes), and
    /// shared by all searches over it.</summary>
    /// <param name="classification">Whose words, titles and codes are searched.</param>
    /// <param name="levels">Those to be found (<see cref="Classification.LevelOf"/>), or null for all. What stands below a level leads to
    /// the code above it, and the other way round.</param>
    public static CodeSearch Over(Classification classification, IEnumerable<int>? levels = null) =>
        new(classification, levels is null ? new CodeScope.Everything() : new CodeScope.Levels(levels.ToHashSet()));

    /// <summary>Finds classes of the WZ (level 4), behind the first one its subclass where that was meant and there are several; all codes
    /// of a classification that is not as deep.</summary>
    public static CodeSearch OverClasses(Classification classification) => new(classification, new CodeScope.Classes());

    /// <summary>Finds only what the question lets companies choose.</summary>
    public static CodeSearch For(Question.CodeSearch question) => new(question.Classification, _chosen.GetValue(question, Chosen));

    /// <summary>Whose codes are found.</summary>
    public Classification Classification { get; }

    /// <summary>Whether nothing can be seen in what was typed.</summary>
    public static bool IsBlank(string typed) => string.IsNullOrWhiteSpace(Invisible.Dropped(typed));

    /// <param name="typed">Anything at all; only <see cref="MaximumLength"/> characters are read.</param>
    /// <param name="limit">Most that are wanted.</param>
    /// <returns>The best first; none where nothing fits.</returns>
    public IReadOnlyList<ClassificationEntry> Find(string typed, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var index = _indices.GetValue(Classification, CodeIndex.Of);
        var seen = Invisible.Dropped(typed.Length > MostRead ? typed[..MostRead] : typed);
        return index.Find(seen.Length > MaximumLength ? seen[..MaximumLength] : seen, limit, _scope);
    }

    private static CodeScope.Codes Chosen(Question.CodeSearch question) =>
        new(question.Options.Select(option => CodeIndex.Compact(GermanSpelling.Fold(option.Code))).ToHashSet(StringComparer.Ordinal));
}
