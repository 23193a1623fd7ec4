using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads a questionnaire: first everything but expressions, then, when all names are known, the expressions.</summary>
internal sealed partial class QuestionnaireReader
{
    /// <summary>Sections, groups, variables, computed values and checks in all. The largest questionnaires we know have 2,000.</summary>
    public const int MaximumSize = 20_000;

    private static readonly Dictionary<string, Language> _languages = new(StringComparer.Ordinal)
    {
        ["de"] = Language.German,
        ["en"] = Language.English,
    };

    /// <summary>Errors beside which everything is there to be looked at more closely: no part is left out because of them.</summary>
    private static readonly HashSet<string> _leaveWhole =
    [
        "conditional-minimum",
        "division-by-zero",
        "prefill-mismatch",
        "shuffled-condition",
        "wrong-pattern",
    ];

    private readonly YamlMapping _file;
    private readonly List<Problem> _problems;
    private readonly CodeLists _codeLists;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly TextPlaces _texts = new();

    public QuestionnaireReader(YamlMapping file, Classifications classifications, List<Problem> problems)
    {
        (_file, _problems) = (file, problems);
        Languages();
        _codeLists = new(file.Optional("codelists")?.AsMapping(), classifications, _texts);
    }

    /// <returns>Null where a part could not be read; there may be errors that leave all parts readable.</returns>
    public Questionnaire? Read(string source, string hash)
    {
        var id = _file.Required("id")?.AsId();
        var version = Version();
        var title = _texts.Read(_file.Required("title"));
        var intro = _texts.Read(_file.Optional("intro"));
        var list = _file.Required("sections");
        if (list is YamlList { Items.Count: 0 })
        {
            list.Report("empty-list", "There is no section. Write at least one.");
        }

        var sections = (list?.AsMappings() ?? [])
            .Select(new SectionReader(_codeLists, _texts, _ids, id => IsNew(id, "question")).Read)
            .ToList();
        var computedMappings = _file.Optional("computed")?.AsMappings() ?? [];
        var checkMappings = _file.Optional("checks")?.AsMappings() ?? [];
        _file.NothingElse();
        _codeLists.ReportUnused();
        if (IsTooLarge(sections, computedMappings.Count + checkMappings.Count))
        {
            return null;
        }

        var slotNames = new SlotNames(
            [.. sections.SelectMany(section => section.Questions)],
            computedMappings.Count,
            PreviousIn(source),
            _codeLists.Classifications,
            _problems
        );
        var expressions = new ExpressionReader(slotNames.Names, _problems);
        var computed = new ComputedReader(
            expressions,
            slotNames.Names,
            slotNames.Chain,
            slotNames.Layout.Variables,
            id => IsNew(id, "computed value")
        ).Read(computedMappings);
        var checks = Checks(slotNames, sections, checkMappings);

        var order = new ComputedOrder(slotNames.Layout, slotNames.RosterVariables, [.. computed.Select(one => one.Value)]);
        var pipes = new PipeReader(_texts, order, _problems);
        pipes.Read(title, slotNames.Names, default);
        pipes.Read(intro, slotNames.Names, default);
        var finisher = new SectionFinisher(slotNames, order, pipes, _codeLists.Conditions, _problems);
        var finished = sections.Select(finisher.Finish).ToList();
        foreach (var (check, names) in checks)
        {
            pipes.Read(check.Message, names, Settled.Everything);
        }

        return !IsWhole
            ? null
            : new(
                finished,
                finisher.Variables,
                [.. computed.Select(one => new Computed(one.Id, one.Value!))],
                [.. checks.Select(one => one.Check)],
                new(slotNames.Names, slotNames.Layout, finisher.Templates, pipes.Piped, slotNames.Facts)
            )
            {
                Id = id!,
                Version = version!,
                Hash = hash,
                Source = source,
                Languages = _file.Languages,
                Title = title!,
                Intro = intro,
            };
    }

    /// <summary>Whether every part was read. Behind too many problems no expression is.</summary>
    private bool IsWhole =>
        _problems.Count < ExpressionReader.MostProblems
        && !_problems.Exists(problem => problem.Severity == Severity.Error && !_leaveWhole.Contains(problem.Code));

    /// <summary>In the order of the sections, those of the whole questionnaire last; each with the names that it can use.</summary>
    private List<(Check Check, Names Names)> Checks(SlotNames slotNames, List<SectionDraft> sections, IReadOnlyList<YamlMapping> ofAll)
    {
        var reader = new CheckReader(_texts);
        var all = new List<(Check, Names)>();
        foreach (var section in sections)
        {
            foreach (var question in section.Questions)
            {
                var isRoster = question.Inner.Count > 0;
                var names = isRoster ? slotNames.Roster(question).Inner : slotNames.Names;
                foreach (var inner in question.Inner)
                {
                    Add(inner.Checks, new CheckScope.AtQuestion(inner.Id), names);
                }

                Add(question.Checks, isRoster ? new CheckScope.EachItem(question.Id) : new CheckScope.AtQuestion(question.Id), names);
            }

            foreach (var group in section.Groups)
            {
                Add(group.Checks, new CheckScope.InGroup(group.Id), slotNames.Names);
            }

            Add(section.Checks, new CheckScope.InSection(section.Id), slotNames.Names);
        }

        Add(ofAll, CheckScope.Everything, slotNames.Names);
        return all;

        void Add(IReadOnlyList<YamlMapping> mappings, CheckScope scope, Names names)
        {
            all.AddRange(reader.Read(mappings, scope, new(names, _problems)).Select(check => (check, names)));
        }
    }

    private bool IsTooLarge(List<SectionDraft> sections, int rules)
    {
        var size =
            rules
            + sections.Sum(section =>
                1
                + section.Checks.Count
                + section.Groups.Sum(group => 1 + group.Checks.Count)
                + section
                    .Questions.SelectMany(question => question.Inner.Prepend(question))
                    .Sum(question => Math.Max(1, question.Variables.Count) + question.Checks.Count)
            );
        if (size > MaximumSize)
        {
            _file.Report(
                "too-many",
                $"There are {size} variables, computed values and checks, more than {MaximumSize}. Split the questionnaire."
            );
        }

        return size > MaximumSize;
    }

    private string? Version()
    {
        var node = _file.Required("version");
        var version = node?.AsString();
        if (version is not null && !SemanticVersion().IsMatch(version))
        {
            node!.Report("wrong-kind", $"'{version}' is not a version. Write three numbers, as in 1.0.0.");
        }

        return version;
    }

    /// <summary>Before any text is read.</summary>
    private void Languages()
    {
        if (_file.Required("languages") is not { } node || node.AsList() is null || node.AsStrings() is not { } written)
        {
            return;
        }

        if (written.Count > 0 && written.Distinct(StringComparer.Ordinal).Count() == written.Count && written.All(_languages.ContainsKey))
        {
            _file.SetLanguages([.. _languages.Where(one => written.Contains(one.Key)).Select(one => one.Value)]);
        }
        else
        {
            node.Report("unknown-language", "The languages are de and en, each once. Write [de, en], [de] or [en].");
        }
    }

    /// <summary>Questions and computed values share their names.</summary>
    private bool IsNew(YamlNode id, string what)
    {
        var name = id.AsScalar()!.Value;
        if (Fact.Reserved.Contains(name))
        {
            id.Report(
                "reserved-id",
                $"'{name}' cannot be the id of a {what}: it is what expressions call something known beside the answers. Rename it."
            );
            return false;
        }

        if (ExpressionWords.Reserved.Contains(name) || name.Contains('-', StringComparison.Ordinal))
        {
            id.Report(
                "reserved-id",
                $"'{name}' cannot be the id of a {what}, because expressions could not name it. Use letters, digits "
                    + $"and '_', and none of {string.Join(", ", ExpressionWords.Reserved)}."
            );
            return false;
        }

        if (!_ids.Add(name))
        {
            id.Report("duplicate-id", $"There is another question or computed value '{name}'. Rename one.");
            return false;
        }

        return true;
    }

    /// <summary>Variables that may be read as they were in the last wave: every name behind <c>previous.</c> in the file.</summary>
    /// <remarks>Hardly any file reads them, and looking for the word alone is much faster than looking for names.</remarks>
    private static HashSet<string> PreviousIn(string source) =>
        source.Contains(Fact.Previous, StringComparison.Ordinal)
            ? [.. PreviousNames().Matches(source).Select(match => match.Groups[1].Value)]
            : [];

    [GeneratedRegex(@"\bprevious\.([A-Za-z][A-Za-z0-9_]*(?:\.[A-Za-z][A-Za-z0-9_]*)?)", RegexOptions.NonBacktracking)]
    private static partial Regex PreviousNames();

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})$")]
    private static partial Regex SemanticVersion();
}
