namespace Dmk.Maturity.Questionnaires;

/// <summary>The code lists that questions of one questionnaire can use: its own, then the classifications.</summary>
internal sealed class CodeLists
{
    /// <summary>Of a list written out; larger ones are classifications.</summary>
    public const int MostOptions = 5_000;

    /// <summary>Options of shared lists that have a condition or a field for words, and options and rows that come from what is ticked
    /// before: of all questions together, as a list counts for each question that takes it. A long condition counts for several.</summary>
    public const int MostSpecial = 20_000;

    private static readonly Dictionary<string, Specification> _specify = new()
    {
        ["true"] = Specification.Optional,
        ["false"] = Specification.None,
        ["required"] = Specification.Required,
    };

    private readonly Dictionary<string, (YamlScalar Name, IReadOnlyList<Option> Options)> _own = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Option>> _classified = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Option>> _searched = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<Option>> _multiples = new(StringComparer.Ordinal);
    private readonly TextPlaces _texts;
    private int _special;
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    public CodeLists(YamlMapping? yaml, Classifications classifications, TextPlaces texts)
    {
        _texts = texts;
        Classifications = classifications;
        foreach (var (name, list) in yaml?.Entries ?? [])
        {
            if (classifications.Find(name.Value) is not null)
            {
                name.Report(
                    "duplicate-id",
                    $"There is a classification '{name.Value}'. Rename this code list, or remove it and use the classification."
                );
            }

            _own.Add(name.Value, (name, Options(list)));
        }
    }

    public Classifications Classifications { get; }

    /// <summary>Of options and rows.</summary>
    public PartConditions Conditions { get; } = new();

    /// <summary>The classification of a code search and its entries that can be chosen: <c>classification: name, levels: [4, 5]</c>, all
    /// levels unless said.</summary>
    public (Classification? Classification, IReadOnlyList<Option> Options) Searched(YamlMapping question)
    {
        var named = question.Required("classification");
        var levelsNode = question.Optional("levels");
        var levels = levelsNode?.AsList()?.Items.Select(item => item.AsInteger(1, 20)).OfType<int>().Distinct().Order().ToList() ?? [];
        if (levelsNode is YamlList { Items.Count: 0 })
        {
            levelsNode.Report("empty-list", "There is no level here. Write those that can be chosen from, or remove 'levels'.");
        }

        if (named?.AsString() is not { } name)
        {
            return (null, []);
        }

        if (Classifications.Find(name) is not { } classification)
        {
            ReportUnknown(name, named, "classification", Classifications.All.Select(one => one.Id));
            return (null, []);
        }

        var key = $"{name} {string.Join(' ', levels)}";
        if (!_searched.TryGetValue(key, out var options))
        {
            _searched[key] = options = [
                .. classification
                    .Entries.Where(entry => levels.Count == 0 || levels.Contains(classification.LevelOf(entry)))
                    .Select(entry => new Option(entry.Code, entry.Label)),
            ];
        }

        if (options.Count == 0)
        {
            levelsNode?.Report(
                "empty-list",
                $"The classification '{name}' has no entry at these levels, so nothing could be chosen. 1 is the top."
            );
        }

        return (classification, options);
    }

    /// <summary>The options of a question: <c>codelist: name</c>, or <c>options: [...]</c> written out.</summary>
    public IReadOnlyList<Option> Of(YamlMapping question)
    {
        var named = question.Optional("codelist");
        var written = question.Optional("options");
        var carried = question.Optional("optionsFrom");
        if (new[] { named, written, carried }.Count(node => node is not null) != 1)
        {
            question.Report(
                "missing-key",
                "A choice needs either 'codelist' (the name of a code list), 'options' (written out) or 'optionsFrom' (a multiple choice "
                    + "before it), one of them."
            );
            return [];
        }

        if (carried is not null)
        {
            return carried.AsScalar() is { } source ? [.. TickedIn(source).Select(option => Carried(option, source))] : [];
        }

        if (written is not null)
        {
            return Options(written);
        }

        var options = named!.AsString() is { } name ? Find(name, named) : [];
        return IsTooMany(options.Sum(Weight), named) ? [] : options;
    }

    /// <returns>Null where the options of a question are not the entries of a classification.</returns>
    public Classification? ClassificationOf(YamlMapping question) =>
        question.Optional("codelist") is YamlScalar { Value: var name } && !_own.ContainsKey(name) ? Classifications.Find(name) : null;

    /// <summary>The rows that come from what is ticked in a multiple choice: <c>rowsFrom: tools</c>.</summary>
    public IReadOnlyList<Row> RowsFrom(YamlScalar source)
    {
        var rows = TickedIn(source).Select(option => new Row(option.Code, option.Label)).ToList();
        if (rows.Find(row => !QuestionReader.IsNameable(row.Id)) is { } wrong)
        {
            source.Report(
                "reserved-id",
                $"The code '{wrong.Id}' of '{source.Value}' cannot be the id of a row, because expressions could not name it. Use letters, "
                    + "digits and '_' there."
            );
            return [];
        }

        rows.ForEach(row => Conditions.NoteTicked(row, row.Id, source));
        return rows;
    }

    /// <summary>Options of a multiple choice that later questions can carry on.</summary>
    public void NoteMultiple(string id, IReadOnlyList<Option> options) => _multiples.TryAdd(id, options);

    private List<Option> TickedIn(YamlScalar source)
    {
        if (_multiples.TryGetValue(source.Value, out var options))
        {
            var ticked = options.Where(option => !option.Exclusive).ToList();
            return IsTooMany(ticked.Count, source) ? [] : ticked;
        }

        var near = NearMiss.Of(source.Value, _multiples.Keys);
        source.Report(
            "unknown-name",
            $"There is no multiple choice '{source.Value}' before this question.{(near is null ? "" : $" Did you mean '{near}'?")}"
        );
        return [];
    }

    /// <summary>What an option of a list that questions share adds in each of them: its condition is read anew, a long one takes
    /// longer.</summary>
    private int Weight(Option option) =>
        (option.AsksToSpecify ? 1 : 0) + (Conditions.Find(option) is { } condition ? 1 + condition.Source.Length / 40 : 0);

    /// <summary>Says so once, where they become too many.</summary>
    private bool IsTooMany(int more, YamlNode node)
    {
        var before = _special;
        _special += more;
        if (before <= MostSpecial && _special > MostSpecial)
        {
            node.Report(
                "too-many",
                $"From here on there are more than {MostSpecial} options and rows that have a condition or a field for words, or that come "
                    + "from what is ticked before. Shorten their lists, or use them in fewer questions."
            );
        }

        return _special > MostSpecial;
    }

    private Option Carried(Option option, YamlScalar source)
    {
        var carried = new Option(option.Code, option.Label, Last: option.Last);
        Conditions.NoteTicked(carried, option.Code, source);
        return carried;
    }

    public void ReportUnused()
    {
        foreach (var (name, _) in _own.Values.Where(one => !_used.Contains(one.Name.Value)))
        {
            name.Report("unused-codelist", $"No question uses the code list '{name.Value}'. Remove it.", Severity.Warning);
        }
    }

    private IReadOnlyList<Option> Find(string name, YamlNode node)
    {
        _used.Add(name);
        if (_own.TryGetValue(name, out var own))
        {
            return own.Options;
        }

        if (_classified.TryGetValue(name, out var known))
        {
            return known;
        }

        if (Classifications.Find(name) is { } classification)
        {
            return _classified[name] = [.. classification.Entries.Select(entry => new Option(entry.Code, entry.Label))];
        }

        ReportUnknown(name, node, "code list", _own.Keys.Concat(Classifications.All.Select(one => one.Id)));
        return [];
    }

    private static void ReportUnknown(string name, YamlNode node, string what, IEnumerable<string> known)
    {
        var all = known.ToList();
        var near = NearMiss.Of(name, all);
        node.Report(
            "unknown-codelist",
            $"There is no {what} '{name}'.{(near is null ? "" : $" Did you mean '{near}'?")} There are: " + $"{string.Join(", ", all)}."
        );
    }

    private List<Option> Options(YamlNode list)
    {
        var mappings = list.AsMappings();
        if (list is YamlList { Items.Count: 0 })
        {
            list.Report("empty-list", "There is no option here. Write at least one.");
        }

        if (mappings.Count > MostOptions)
        {
            list.Report(
                "too-many",
                $"There are {mappings.Count} options, more than {MostOptions}. Make it a classification and ask by code search."
            );
            return [];
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        return [.. mappings.Select(one => Option(one, codes)).OfType<Option>()];
    }

    private Option? Option(YamlMapping yaml, HashSet<string> codes)
    {
        var node = yaml.Required("code");
        var code = node?.AsString();
        var label = _texts.Here(yaml);
        var exclusive = yaml.Optional("exclusive")?.AsTruth() ?? false;
        var specify = yaml.Optional("specify")?.AsChoice(_specify) ?? Specification.None;
        var last = yaml.Optional("last")?.AsTruth() ?? false;
        var when = yaml.Optional("when")?.AsScalar();
        yaml.NothingElse();
        if (code is null || label is null)
        {
            return null;
        }

        if (code.Length > 64 || !code.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.'))
        {
            node!.Report("wrong-kind", "A code has letters, digits, '_', '-' and '.', at most 64. What people read stands in de and en.");
            return null;
        }

        if (specify != Specification.None && !QuestionReader.IsNameable(code))
        {
            node!.Report(
                "reserved-id",
                $"The code '{code}' names the variable behind \"please specify\", therefore it begins with a "
                    + "letter and has only letters, digits and '_'."
            );
        }

        if (!codes.Add(code))
        {
            node!.Report("duplicate-id", $"The code '{code}' stands here twice. Keep one.");
        }

        var option = new Option(code, label, exclusive, specify, last);
        Conditions.Note(option, when);
        return option;
    }
}
