using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads a questionnaire: first everything but expressions, then, when all names are known, the expressions.</summary>
internal sealed partial class QuestionnaireReader
{
    /// <summary>Variables, computed values and checks in all. The largest questionnaires we know have 2,000.</summary>
    public const int MaximumSize = 10_000;

    private readonly YamlMapping _file;
    private readonly List<Problem> _problems;
    private readonly CodeLists _codeLists;
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private readonly Names _names = new();

    public QuestionnaireReader(YamlMapping file, Classifications classifications, List<Problem> problems)
    {
        (_file, _problems) = (file, problems);
        _codeLists = new(file.Optional("codelists")?.AsMapping(), classifications);
    }

    /// <returns>Null where a problem was reported.</returns>
    public Questionnaire? Read(string source, string hash)
    {
        var id = _file.Required("id")?.AsId();
        var version = Version();
        Languages();
        var title = _file.Required("title")?.AsText();
        var intro = _file.Optional("intro")?.AsText();
        var sections = (_file.Required("sections")?.AsMappings() ?? []).Select(new SectionReader(_codeLists, _ids, id => IsNew(id, "question")).Read).ToList();
        var computedMappings = _file.Optional("computed")?.AsMappings() ?? [];
        var checkMappings = _file.Optional("checks")?.AsMappings() ?? [];
        _file.NothingElse();
        _codeLists.ReportUnused();
        if (IsTooLarge(sections, computedMappings.Count + checkMappings.Count))
        {
            return null;
        }

        var expressions = new ExpressionReader(_names, _problems);
        var variables = Name(sections);
        var computed = new ComputedReader(expressions, _names, variables, id => IsNew(id, "computed value")).Read(computedMappings);
        var checks = Checks(new(expressions), sections, checkMappings);

        var order = new ComputedOrder(variables, [.. computed.Select(one => one.Value)]);
        var finished = new List<Section>();
        var first = 0;
        foreach (var section in sections)
        {
            var when = expressions.When(section.When, first, order);
            var questions = new List<Question>();
            var groups = new Dictionary<GroupDraft, Group>();
            foreach (var draft in section.Questions)
            {
                if (draft.Group is { } open && !groups.ContainsKey(open))
                {
                    groups[open] = new(open.Id, open.Title, expressions.When(open.When, first, order)) { IsShuffled = open.IsShuffled };
                }

                var condition = expressions.When(draft.When, first, order);
                questions.Add(draft.Finish(expressions) with { When = condition, Group = draft.Group is { } group ? groups[group] : null });
                first += draft.Variables.Count;
            }

            finished.Add(new(section.Id, section.Title, section.Intro, when, questions) { Groups = [.. section.Groups.Select(group => groups[group])], IsShuffled = section.IsShuffled });
        }

        return _problems.Exists(problem => problem.Severity == Severity.Error)
            ? null
            : new(finished, VariablesOf(finished, sections), [.. computed.Select(one => new Computed(one.Id, one.Value!))], _names)
            {
                Id = id!,
                Version = version!,
                Hash = hash,
                Source = source,
                Title = title!,
                Intro = intro,
                Checks = checks,
            };
    }

    /// <summary>In the order of the sections; those of the whole questionnaire last.</summary>
    private static List<Check> Checks(CheckReader reader, List<SectionDraft> sections, IReadOnlyList<YamlMapping> ofAll) =>
    [
        .. sections.SelectMany(section =>
            section.Questions.SelectMany(question => reader.Read(question.Checks, new CheckScope.AtQuestion(question.Id)))
                .Concat(section.Groups.SelectMany(group => reader.Read(group.Checks, new CheckScope.InGroup(group.Id))))
                .Concat(reader.Read(section.Checks, new CheckScope.InSection(section.Id)))),
        .. reader.Read(ofAll, CheckScope.Everything),
    ];

    private bool IsTooLarge(List<SectionDraft> sections, int rules)
    {
        var size = rules + sections.Sum(section =>
            1 + section.Checks.Count + section.Groups.Sum(group => 1 + group.Checks.Count) + section.Questions.Sum(question => Math.Max(1, question.Variables.Count) + question.Checks.Count));
        if (size > MaximumSize)
        {
            _file.Report("too-many", $"There are {size} variables, computed values and checks, more than {MaximumSize}. Split the questionnaire.");
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

    private void Languages()
    {
        if (_file.Required("languages") is { } node && node.AsStrings() is { Count: > 0 } languages && !languages.ToHashSet(StringComparer.Ordinal).SetEquals(["de", "en"]))
        {
            node.Report("unknown-language", "The languages are de and en, both. Write [de, en].");
        }
    }

    /// <summary>Questions and computed values share their names.</summary>
    private bool IsNew(YamlNode id, string what)
    {
        var name = id.AsScalar()!.Value;
        if (ExpressionWords.Reserved.Contains(name) || name.Contains('-', StringComparison.Ordinal))
        {
            id.Report("reserved-id", $"'{name}' cannot be the id of a {what}, because expressions could not name it. Use letters, digits and '_', and none of {string.Join(", ", ExpressionWords.Reserved)}.");
            return false;
        }

        if (!_ids.Add(name))
        {
            id.Report("duplicate-id", $"There is another question or computed value '{name}'. Rename one.");
            return false;
        }

        return true;
    }

    /// <returns>The number of variables.</returns>
    private int Name(List<SectionDraft> sections)
    {
        var index = 0;
        foreach (var draft in sections.SelectMany(section => section.Questions))
        {
            if (draft.IsBroken)
            {
                _names.Add(draft.Id, new Named.Broken());
            }
            else if (draft.Parts.Count > 0)
            {
                _names.Add(draft.Id, new Named.Parts([.. draft.Parts.Select((_, i) => new Named.Slot(index + i, draft.Kind!.Value, draft.Options))]));
            }

            foreach (var variable in draft.Variables)
            {
                var slot = variable.Specify is null
                    ? new Named.Slot(index, draft.Kind!.Value, draft.Options)
                    : new Named.Slot(index, ExpressionKind.Text, []);
                _names.Add(variable.Id, slot);
                index++;
            }
        }

        return index;
    }

    private static List<Variable> VariablesOf(List<Section> sections, List<SectionDraft> drafts)
    {
        var all = new List<Variable>();
        foreach (var (section, draft) in sections.Zip(drafts))
        {
            foreach (var (question, questionDraft) in section.Questions.Zip(draft.Questions))
            {
                foreach (var variable in questionDraft.Variables)
                {
                    all.Add(new(variable.Id, question, section, variable.Part, all.Count, variable.Specify));
                }
            }
        }

        return all;
    }

    [GeneratedRegex(@"^(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})$")]
    private static partial Regex SemanticVersion();
}
