using System.Runtime.CompilerServices;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Finds the codes of a classification by number or by the words of their German titles, as people type them.</summary>
/// <remarks>
/// First the code that was typed, then the codes that begin with it, then titles with all typed words: as whole words, as beginnings, by
/// their stems, as parts of compounds, with one typing
/// mistake (looked for only where no title has the word), with the beginning or end of a typed compound, and last those that only exclude
/// the word ("ohne Möbel"). Then titles
/// with some of the words, rare words before common ones. Stop words ("und", "sonstige") decide nothing unless nothing else was typed,
/// and a word that no title has decides nothing.
/// Among equals the title that was typed in full, the shorter title, the deeper level, the order of the classification. Equal input gives
/// equal output.
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

    private readonly Classification _classification;
    private readonly HashSet<int>? _levels;

    private CodeSearch(Classification classification, HashSet<int>? levels) => (_classification, _levels) = (classification, levels);

    /// <summary>Costs nothing: the index of a classification is built once, at the first search (some milliseconds for 2,000 codes), and
    /// shared by all searches over it.</summary>
    /// <param name="classification">Whose German titles and codes are searched.</param>
    /// <param name="levels">Those to be found (<see cref="Classification.LevelOf"/>), or null for all.</param>
    public static CodeSearch Over(Classification classification, IEnumerable<int>? levels = null) =>
        new(classification, levels?.ToHashSet());

    /// <param name="typed">Anything at all; only <see cref="MaximumLength"/> characters are read.</param>
    /// <param name="limit">Most that are wanted.</param>
    /// <returns>The best first; none where nothing fits.</returns>
    public IReadOnlyList<ClassificationEntry> Find(string typed, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        var index = _indices.GetValue(_classification, CodeIndex.Of);
        var seen = Invisible.Dropped(typed);
        return index.Find(seen.Length > MaximumLength ? seen[..MaximumLength] : seen, limit, _levels);
    }
}
