using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A code list shared by all questionnaires and studies: Länder, sectors, sections of an edition, size classes.</summary>
public sealed class Classification(string id, Text title, string source, string edition, IReadOnlyList<ClassificationEntry> entries)
{
    private readonly Lazy<FrozenDictionary<string, ClassificationEntry>> _byCode =
        new(() => entries.DistinctBy(entry => entry.Code).ToFrozenDictionary(entry => entry.Code, StringComparer.Ordinal));

    public string Id => id;

    public Text Title => title;

    public string Source => source;

    public string Edition => edition;

    public IReadOnlyList<ClassificationEntry> Entries => entries;

    /// <summary>The languages in which its entries are named. In a language that is not among them the German name stands.</summary>
    public IReadOnlyList<Language> Languages { get; init; } = [Language.German, Language.English];

    /// <returns>Null when there is none of this code.</returns>
    public ClassificationEntry? Find(string code) => _byCode.Value.GetValueOrDefault(code);

    /// <summary>How deep an entry stands in the tree: 1 without a parent in this classification.</summary>
    public int LevelOf(ClassificationEntry entry)
    {
        var level = 1;
        for (var parent = ParentOf(entry); parent is not null && level <= entries.Count; parent = ParentOf(parent))
        {
            level++;
        }

        return level;
    }

    private ClassificationEntry? ParentOf(ClassificationEntry entry) => entry.Parent is { } parent ? Find(parent) : null;
}
