namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks at lists of options and rows, one by one and against each other.</summary>
internal static class OptionRules
{
    public static void Check(DefinitionPlaces places)
    {
        var options =
            (DefinitionPlaces.Child(places.Root, "codelists") as YamlMapping)
                ?.Entries.Select(entry => Listed(entry.Value, $"the code list '{entry.Key.Value}'", "code"))
                .ToList()
            ?? [];
        var asked = Lists(places, "options", "code").ToList();
        options.AddRange(asked);
        var rows = Lists(places, "rows", "id").Concat(Lists(places, "items", "id")).ToList();
        var (german, english) = (
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase),
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        );
        foreach (var list in options.Concat(rows))
        {
            german.Clear();
            english.Clear();
            Labels(list, german, english);
        }

        foreach (
            var option in options
                .SelectMany(list => list.Entries)
                .Where(one =>
                    DefinitionPlaces.Word(one.Yaml, "exclusive") == "true"
                    && DefinitionPlaces.Word(one.Yaml, "specify") is "true" or "required"
                )
        )
        {
            DefinitionPlaces
                .At(option.Yaml, "specify")
                .Report(
                    "specify-on-exclusive",
                    $"'{option.Code}' rules out all other options, so there is nothing to specify. Remove 'specify' or 'exclusive'.",
                    Severity.Warning
                );
        }

        Exclusive(asked);
        Drift(options);
        Drift(rows);
    }

    /// <summary>Where one option is chosen, each rules out the others already.</summary>
    private static void Exclusive(List<OptionList> asked)
    {
        foreach (var option in asked.Where(list => list.IsOneChoice).SelectMany(list => list.Entries))
        {
            if (DefinitionPlaces.Word(option.Yaml, "exclusive") == "true")
            {
                DefinitionPlaces
                    .At(option.Yaml, "exclusive")
                    .Report(
                        "exclusive-single",
                        $"One option is chosen here, so '{option.Code}' rules out the others anyway. Remove 'exclusive', or take "
                            + "type: multiple.",
                        Severity.Warning
                    );
            }
        }
    }

    private static IEnumerable<OptionList> Lists(DefinitionPlaces places, string key, string code) =>
        places
            .AllQuestions.Where(question => DefinitionPlaces.Child(question, key) is not null)
            .Select(question =>
                Listed(DefinitionPlaces.Child(question, key)!, $"'{DefinitionPlaces.Word(question, "id")}'", code) with
                {
                    IsOneChoice =
                        DefinitionPlaces.Word(question, "type") is "single" or "grid"
                        && DefinitionPlaces.Word(question, "each") != "multiple",
                }
            );

    private static OptionList Listed(YamlNode node, string name, string code) =>
        new(
            name,
            node,
            [
                .. ((node as YamlList)?.Items ?? [])
                    .OfType<YamlMapping>()
                    .Select(one => new ListedOption(DefinitionPlaces.Word(one, code), Label(one, "de", "en"), Label(one, "en", "de"), one)),
            ]
        );

    /// <summary>In a file of one language that one stands for the other too.</summary>
    private static string Label(YamlMapping entry, string language, string other) =>
        DefinitionPlaces.Word(entry, DefinitionPlaces.Child(entry, language) is null ? other : language).Trim();

    /// <param name="german">Empty, as the other: a large file has too many lists to make two for each.</param>
    private static void Labels(OptionList list, Dictionary<string, string> german, Dictionary<string, string> english)
    {
        foreach (var entry in list.Entries)
        {
            if (!german.TryAdd(entry.De, entry.Code) | !english.TryAdd(entry.En, entry.Code))
            {
                var twice = german[entry.De] == entry.Code ? (entry.En, Other: english[entry.En]) : (entry.De, Other: german[entry.De]);
                entry.Yaml.Report(
                    "duplicate-label",
                    $"'{entry.Code}' reads '{twice.Item1}', as '{twice.Other}' does: nobody could tell them apart. Reword one."
                );
            }
        }
    }

    /// <summary>Lists that were probably meant to be the same: equal codes in another order or with other labels, or equal labels with
    /// other codes.</summary>
    private static void Drift(List<OptionList> lists)
    {
        var (byCodes, byLabels) = (
            new Dictionary<string, OptionList>(StringComparer.Ordinal),
            new Dictionary<string, OptionList>(StringComparer.Ordinal)
        );
        OptionList? first = null;
        foreach (var list in lists.Where(list => list.Entries.Count > 1))
        {
            if (first is not null && IsSame(first, list))
            {
                continue;
            }

            var codes = string.Join('\n', list.Entries.Select(entry => entry.Code).Order(StringComparer.Ordinal));
            var labels = string.Join('\n', list.Entries.Select(entry => $"{entry.De}|{entry.En}").Order(StringComparer.OrdinalIgnoreCase));
            if (byCodes.TryGetValue(codes, out var same))
            {
                SameCodes(same, list);
            }
            else if (byLabels.TryGetValue(labels, out same))
            {
                list.Node.Report(
                    "codelist-drift",
                    $"These read like those of {same.Name} in line {same.Node.Place.Line}, but have other "
                        + "codes. Use one code list for both, or the codes of the other.",
                    Severity.Warning
                );
            }

            first = byCodes.TryAdd(codes, list) ? list : first;
            byLabels.TryAdd(labels, list);
        }
    }

    /// <summary>Whether they read the same: then what was looked for in the first need not be in the second.</summary>
    private static bool IsSame(OptionList first, OptionList second)
    {
        var isSame = first.Entries.Count == second.Entries.Count;
        for (var i = 0; isSame && i < first.Entries.Count; i++)
        {
            var (one, other) = (first.Entries[i], second.Entries[i]);
            isSame = (one.Code, one.De, one.En) == (other.Code, other.De, other.En);
        }

        return isSame;
    }

    private static void SameCodes(OptionList first, OptionList second)
    {
        var byCode = first.Entries.DistinctBy(entry => entry.Code).ToDictionary(entry => entry.Code, StringComparer.Ordinal);
        if (
            second.Entries.FirstOrDefault(entry => byCode[entry.Code] is var other && (other.De, other.En) != (entry.De, entry.En)) is
            { } drifted
        )
        {
            drifted.Yaml.Report(
                "codelist-drift",
                $"'{drifted.Code}' reads otherwise in {first.Name} (line "
                    + $"{byCode[drifted.Code].Yaml.Place.Line}), which has the same codes. Use one code list for both, or codes of their "
                    + "own.",
                Severity.Warning
            );
        }
        else if (!first.Entries.Select(entry => entry.Code).SequenceEqual(second.Entries.Select(entry => entry.Code)))
        {
            second.Node.Report(
                "codelist-drift",
                $"These are the codes of {first.Name} in line {first.Node.Place.Line}, in another "
                    + "order. Put both in one order, or use one code list for both.",
                Severity.Warning
            );
        }
    }

    private sealed record OptionList(string Name, YamlNode Node, IReadOnlyList<ListedOption> Entries)
    {
        public bool IsOneChoice { get; init; }
    }

    private sealed record ListedOption(string Code, string De, string En, YamlMapping Yaml);
}
