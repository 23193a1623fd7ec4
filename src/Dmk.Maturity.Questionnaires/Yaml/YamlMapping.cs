namespace Dmk.Maturity.Questionnaires;

/// <summary>Keys and values in an author's YAML file. Ask for each key that is known, then call <see cref="NothingElse"/>.</summary>
public sealed class YamlMapping : YamlNode
{
    /// <summary>Unknown keys named in one mapping; who has more has another mistake.</summary>
    private const int MostReported = 20;

    private readonly KeyValuePair<YamlScalar, YamlNode>[] _entries;
    private List<string>? _asked;

    /// <summary>What was reported as missing under which key: one of them may stand here, mistyped.</summary>
    private List<(string Key, Problem Told)>? _missing;

    internal YamlMapping(YamlSource source, int line, int column, KeyValuePair<YamlScalar, YamlNode>[] entries)
        : base(source, line, column) => _entries = entries;

    /// <summary>In the order of the file, each key once; for mappings whose keys the author chooses.</summary>
    public IReadOnlyList<KeyValuePair<YamlScalar, YamlNode>> Entries => _entries;

    private protected override string Kind => "a mapping";

    /// <summary>Null when the key is not there.</summary>
    public YamlNode? Optional(string key)
    {
        (_asked ??= Source.SpareLists.TryPop(out var spare) ? spare : []).Add(key);
        return Find(key);
    }

    /// <summary>Without asking for it: it remains unknown to <see cref="NothingElse"/>.</summary>
    internal YamlNode? Find(string key)
    {
        foreach (var (name, value) in _entries)
        {
            if (name.Value == key)
            {
                return value;
            }
        }

        return null;
    }

    /// <summary>Null when the key is not there, which is reported.</summary>
    public YamlNode? Required(string key)
    {
        var value = Optional(key);
        if (value is null)
        {
            Missing(key, "missing-key", $"The key '{key}' is missing here. Add it.");
        }

        return value;
    }

    /// <summary>The text whose languages are keys of this very mapping, as in <c>{ code: x, de: ..., en: ... }</c>. In a file of one
    /// language that one stands for the other too.</summary>
    public Text? TextHere()
    {
        if (Source.Languages is [var only])
        {
            return OnlyTranslation(only);
        }

        var (german, english) = (Translation("de"), Translation("en"));
        return german is null || english is null ? null : new(german, english);
    }

    /// <summary>In which the texts of the file are written.</summary>
    internal IReadOnlyList<Language> Languages => Source.Languages;

    /// <summary>Says in which languages the texts of the file are written, before they are read.</summary>
    internal void SetLanguages(IReadOnlyList<Language> languages) => Source.Languages = languages;

    /// <summary>Reports every key that nobody asked for. One that is missing and stands here mistyped is told once, at this key.</summary>
    public void NothingElse()
    {
        var (reported, asked) = (0, _asked ?? []);
        for (var i = 0; i < _entries.Length && reported < MostReported; i++)
        {
            var key = _entries[i].Key;
            if (asked.Contains(key.Value))
            {
                continue;
            }

            reported++;
            var near = NearMiss.Of(key.Value, (_missing ?? []).Select(one => one.Key)) ?? NearMiss.Of(key.Value, asked);
            Found(near);
            key.Report(
                "unknown-key",
                near is null
                    ? $"The key '{key.Value}' is not known here. Allowed: {string.Join(", ", asked.Distinct())}."
                    : $"The key '{key.Value}' is not known here. Did you mean '{near}'? Allowed: {string.Join(", ", asked.Distinct())}."
            );
        }

        asked.Clear();
        Source.SpareLists.Push(asked);
        (_asked, _missing) = (null, null);
    }

    private void Missing(string key, string code, string message)
    {
        var told = new Problem(Place, code, message);
        Source.Problems.Add(told);
        (_missing ??= []).Add((key, told));
    }

    /// <summary>Takes back that this key is missing.</summary>
    private void Found(string? key)
    {
        foreach (var told in (_missing ?? []).Where(one => one.Key == key).ToList())
        {
            _missing!.Remove(told);
            Source.TakeBack(told.Told);
        }
    }

    private Text? OnlyTranslation(Language language)
    {
        var (written, other) = language == Language.German ? ("de", "en") : ("en", "de");
        Optional(other)
            ?.Report(
                "unknown-language",
                $"The file says that its texts are written in '{written}' only. Remove this one, or write languages: [de, en]."
            );
        return Translation(written) is { } text ? new(text, text) : null;
    }

    private string? Translation(string language)
    {
        if (Optional(language) is { } node)
        {
            if (node is not YamlScalar { SaysNothing: true })
            {
                (node as YamlScalar)?.ReportCut();
                return node.AsString();
            }

            node.Report("missing-translation", $"Nobody can see a text in '{language}'. Write it; the word null stands in quotes.");
            return null;
        }

        Missing(language, "missing-translation", $"The text in '{language}' is missing. Add {language}: to it.");
        return null;
    }
}
