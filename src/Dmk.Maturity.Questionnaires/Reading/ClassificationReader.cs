namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads one classification: <c>id, title, source, edition, entries: [{ code, de, en, parent, ... }]</c>.</summary>
internal static class ClassificationReader
{
    private static readonly string[] s_known = ["code", "de", "en", "parent"];

    /// <returns>Null where a problem was reported.</returns>
    public static Classification? Read(YamlMapping file, List<Problem> problems)
    {
        var before = problems.Count;
        var id = file.Required("id")?.AsId();
        var title = file.Required("title")?.AsText();
        var source = file.Required("source")?.AsString();
        var edition = file.Required("edition")?.AsString();
        var entries = (file.Required("entries")?.AsMappings() ?? []).Select(Entry).OfType<(ClassificationEntry Entry, YamlMapping Yaml)>().ToList();
        file.NothingElse();

        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (entry, yaml) in entries.Where(one => !codes.Add(one.Entry.Code)))
        {
            yaml.Report("duplicate-id", $"The code '{entry.Code}' stands here twice. Keep one.");
        }

        return problems.Count > before ? null : new(id!, title!, source!, edition!, [.. entries.Select(one => one.Entry)]);
    }

    private static (ClassificationEntry, YamlMapping)? Entry(YamlMapping yaml)
    {
        var code = yaml.Required("code")?.AsString();
        var label = yaml.TextHere();
        var parent = yaml.Optional("parent")?.AsString();
        var properties = yaml.Entries
            .Where(entry => !s_known.Contains(entry.Key.Value))
            .Select(entry => KeyValuePair.Create(entry.Key.Value, entry.Value.AsString()))
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal);
        return code is null || label is null ? null : (new(code, label, parent, properties), yaml);
    }
}
