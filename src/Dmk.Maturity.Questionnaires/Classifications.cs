namespace Dmk.Maturity.Questionnaires;

/// <summary>A code of a classification, with its parent where the classification is a tree.</summary>
/// <param name="Properties">Further facts of the entry by key, as text (<c>ags</c>, <c>nuts1</c>, <c>from</c>, <c>to</c>, <c>sections</c>).</param>
public sealed record ClassificationEntry(string Code, Text Label, string? Parent, IReadOnlyDictionary<string, string> Properties);

/// <summary>A code list shared by all questionnaires and studies: Länder, sectors, sections of an edition, size classes.</summary>
public sealed record Classification(string Id, Text Title, string Source, string Edition, IReadOnlyList<ClassificationEntry> Entries)
{
    public ClassificationEntry? Find(string code) => Entries.FirstOrDefault(entry => entry.Code == code);
}

/// <summary>The classifications of one folder (<c>questionnaires/classifications</c>).</summary>
public sealed class Classifications
{
    private readonly Dictionary<string, Classification> _byId;

    public Classifications(IEnumerable<Classification> all) => _byId = all.ToDictionary(one => one.Id, StringComparer.Ordinal);

    public IEnumerable<Classification> All => _byId.Values;

    /// <summary>By id: <c>land</c>, <c>land-group</c>, <c>sector</c>, <c>sector-group</c>, <c>wz2008</c>, <c>wz2025</c>, <c>size-class</c>.</summary>
    public Classification? Find(string id) => _byId.GetValueOrDefault(id);

    public static Reading<Classifications> Read(string folder) => throw new NotImplementedException(folder);
}
