namespace Dmk.Maturity.Questionnaires;

/// <summary>A code list shared by all questionnaires and studies: Länder, sectors, sections of an edition, size classes.</summary>
public sealed record Classification(string Id, Text Title, string Source, string Edition, IReadOnlyList<ClassificationEntry> Entries)
{
    public ClassificationEntry? Find(string code) => Entries.FirstOrDefault(entry => entry.Code == code);
}
