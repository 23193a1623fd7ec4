namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads one classification: <c>id, title, source, edition</c>, and its entries, written out (<c>entries: [{ code, de, en,
/// parent, ... }]</c>)
/// or in a table beside it (<c>entriesFile: x.csv</c>).</summary>
/// <remarks><c>languages: [de]</c> where the entries have no English labels; <c>parents: id</c> where their parents are entries of
/// another classification. <c>wordsFile: y.csv</c> where everyday names lead to its codes (<see cref="WordTable"/>).</remarks>
internal static class ClassificationReader
{
    private static readonly string[] _known = ["code", "de", "en", "parent"];

    /// <returns>Null where a problem was reported.</returns>
    public static ClassificationFile? Read(YamlMapping file, List<Problem> problems)
    {
        var before = problems.Count;
        var id = file.Required("id")?.AsId();
        var title = file.Required("title")?.AsText();
        var source = file.Required("source")?.AsString();
        var edition = file.Required("edition")?.AsString();
        var languages = Languages(file.Optional("languages"));
        var parentsIn = file.Optional("parents");
        var parentsId = parentsIn?.AsId();
        var rows = Rows(file, languages, problems);
        ClassificationTree.Check(rows, parentsIn is not null, problems);
        var words = Words(file, id, problems.Count > before ? [] : rows, problems);
        file.NothingElse();

        return problems.Count > before
            ? null
            : new(
                new(id!, title!, source!, edition!, [.. rows.Select(row => row.Entry)])
                {
                    Languages = languages,
                    ParentsIn = parentsId,
                    Words = words,
                },
                parentsIn,
                rows
            );
    }

    private static Language[] Languages(YamlNode? node)
    {
        var both = new[] { Language.German, Language.English };
        switch (node?.AsStrings())
        {
            case ["de"]:
                return [Language.German];
            case null or ["de", "en"]:
                return both;
            default:
                node.Report("unknown-language", "The entries have German labels, or German and English ones. Write [de] or [de, en].");
                return both;
        }
    }

    private static List<ClassificationRow> Rows(YamlMapping file, Language[] languages, List<Problem> problems)
    {
        var written = file.Optional("entries");
        var table = file.Optional("entriesFile");
        if (written is null == table is null)
        {
            file.Report(
                "missing-key",
                "A classification has either 'entries' (written out) or 'entriesFile' (a table beside this file), one of them."
            );
            return [];
        }

        return written is not null ? [.. written.AsMappings().Select(yaml => Row(yaml, languages)).OfType<ClassificationRow>()]
            : table!.AsString() is { } name ? Table(name, table, languages, problems)
            : [];
    }

    private static ClassificationRow? Row(YamlMapping yaml, Language[] languages)
    {
        var code = yaml.Required("code");
        var label =
            languages.Length > 1 ? yaml.TextHere()
            : yaml.Required("de")?.AsString() is { } german ? new Text(german, german)
            : null;
        var parent = yaml.Optional("parent");
        if (languages.Length == 1 && yaml.Optional("en") is { } english)
        {
            english.Report(
                "unknown-language",
                "This classification has German labels only. Write languages: [de, en] above, or remove this."
            );
        }

        var properties = yaml
            .Entries.Where(entry => !_known.Contains(entry.Key.Value))
            .Select(entry => KeyValuePair.Create(entry.Key.Value, entry.Value.AsString()))
            .Where(entry => entry.Value is not null)
            .ToDictionary(entry => entry.Key, entry => entry.Value!, StringComparer.Ordinal);
        return code?.AsString() is { } written && label is not null
            ? new(new(written, label, parent?.AsString(), properties), yaml.Place, parent?.Place ?? yaml.Place, null)
            : null;
    }

    private static List<ClassificationWord> Words(YamlMapping file, string? id, List<ClassificationRow> rows, List<Problem> problems) =>
        file.Optional("wordsFile") is { } node
        && node.AsString() is { } name
        && id is not null
        && rows.Count > 0
        && Beside(name, node) is { } path
        && TableFile.Text(path, problems) is { } text
            ? new WordTable(path, id, rows, problems).Read(text)
            : [];

    private static List<ClassificationRow> Table(string name, YamlNode node, Language[] languages, List<Problem> problems) =>
        Beside(name, node) is { } path && TableFile.Text(path, problems) is { } text
            ? new ClassificationTable(path, languages, problems).Read(text)
            : [];

    /// <summary>Only a file beside this one, so that a folder of classifications is read from nowhere else.</summary>
    /// <returns>Null where a problem was reported.</returns>
    private static string? Beside(string name, YamlNode node)
    {
        if (
            name.EndsWith(".csv", StringComparison.Ordinal)
            && char.IsAsciiLetterOrDigit(name[0])
            && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.')
        )
        {
            return Path.Combine(Path.GetDirectoryName(node.Place.File) ?? "", name);
        }

        node.Report("wrong-kind", "The table stands in the same folder. Write its plain name (letters, digits, '-', '_'), ending in .csv.");
        return null;
    }
}
