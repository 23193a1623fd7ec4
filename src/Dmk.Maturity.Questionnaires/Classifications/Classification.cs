using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A code list shared by all questionnaires and studies: Länder, sectors, sections or all classes of an edition, size
/// classes.</summary>
public sealed class Classification(string id, Text title, string source, string edition, IReadOnlyList<ClassificationEntry> entries)
{
    private readonly Lazy<FrozenDictionary<string, ClassificationEntry>> _byCode = new(() =>
        entries.DistinctBy(entry => entry.Code).ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal)
    );

    public string Id => id;

    public Text Title => title;

    public string Source => source;

    public string Edition => edition;

    public IReadOnlyList<ClassificationEntry> Entries => entries;

    /// <summary>The languages in which its entries are named. In a language that is not among them the German name stands.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [Language.German, Language.English];

    /// <summary>The classification that the parents of these entries belong to, as in <c>land-group</c> for <c>land</c>; null where they
    /// are entries of this very one.</summary>
    public string? ParentsIn { get; init; }

    /// <summary>Everyday names that lead to codes, for searching besides the titles; none where the file names no table of
    /// words.</summary>
    public IReadOnlyList<ClassificationWord> Words { get; init; } = [];

    /// <returns>Null when there is none of this code.</returns>
    public ClassificationEntry? Find(string code) => _byCode.Value.GetValueOrDefault(code);

    /// <summary>How deep an entry stands in the tree: 1 without a parent in this classification. Of the WZ 1 is a section, 2 a division,
    /// 3 a group, 4 a class, 5 a subclass.</summary>
    public int LevelOf(ClassificationEntry entry)
    {
        var level = 1;
        for (var parent = ParentOf(entry); parent is not null && level <= entries.Count; parent = ParentOf(parent))
        {
            level++;
        }

        return level;
    }

    /// <summary>The levels that there are, from the top; see <see cref="LevelOf"/>.</summary>
    public IReadOnlyList<int> Levels() => [.. entries.Select(LevelOf).Distinct().Order()];

    /// <summary>In which language a title stands that is asked for in one: in German, where there is none in that one.</summary>
    public Language Spoken(Language wanted) => Languages.Contains(wanted) ? wanted : Language.German;

    /// <summary>Whether a code stands below another one, at any distance. No code is below itself, and an unknown one is below
    /// nothing.</summary>
    public bool IsBelow(string code, string ancestor)
    {
        var above = Find(code) is { } entry ? ParentOf(entry) : null;
        for (var steps = 0; above is not null && steps <= entries.Count; steps++)
        {
            if (above.Code == ancestor)
            {
                return true;
            }

            above = ParentOf(above);
        }

        return false;
    }

    /// <returns>Null at the top, and where the parents are entries of another classification.</returns>
    public ClassificationEntry? ParentOf(ClassificationEntry entry) =>
        ParentsIn is null && entry.Parent is { } parent ? Find(parent) : null;
}
