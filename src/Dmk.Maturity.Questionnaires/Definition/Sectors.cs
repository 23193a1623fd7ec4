namespace Dmk.Maturity.Questionnaires;

/// <summary>The report sector that a code of the WZ belongs to: said by the sections of its edition.</summary>
public static class Sectors
{
    private const string Key = "sector";

    /// <summary>The sections of the edition of a classification.</summary>
    /// <returns>Null where it is no WZ.</returns>
    public static Classification? SectionsOf(Classifications classifications, Classification wz) =>
        classifications.All.FirstOrDefault(one => one.Edition == wz.Edition && one.Entries.Any(entry => entry.Properties.ContainsKey(Key)));

    /// <returns>Null where its section belongs to no sector, such as agriculture.</returns>
    public static string? Of(string code, Classification wz, Classification sections)
    {
        for (var entry = wz.Find(code); entry is not null; entry = wz.ParentOf(entry))
        {
            if (sections.Find(entry.Code)?.Properties.GetValueOrDefault(Key) is { } sector)
            {
                return sector;
            }
        }

        return null;
    }
}
