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
        var sections = (_file.Required("sections")?.AsMappings() ?? []).Select(Section).ToList();
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
        var checks = new CheckReader(expressions).Read(checkMappings);

        var order = new ComputedOrder(variables, [.. computed.Select(one => one.Value)]);
        var finished = new List<Section>();
        var first = 0;
        foreach (var section in sections)
        {
            var when = expressions.When(section.When, first, order);
            var questions = new List<Question>();
            foreach (var draft in section.Questions)
            {
                var condition = expressions.When(draft.When, first, order);
                questions.Add(draft.Finish(expressions) with { When = condition });
                first += draft.Variables.Count;
            }

            finished.Add(new(section.Id, section.Title, section.Intro, when, questions));
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

    private bool IsTooLarge(List<SectionDraft> sections, int rules)
    {
        var size = rules + sections.Sum(section => section.Questions.Sum(question => question.Variables.Count));
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

    private SectionDraft Section(YamlMapping yaml)
    {
        var id = yaml.Required("id");
        var name = id?.AsId() ?? "";
        if (id is not null && name.Length > 0 && !_ids.Add("section " + name))
        {
            id.Report("duplicate-id", $"There are two sections '{name}'. Rename one.");
        }

        var title = yaml.Required("title")?.AsText() ?? QuestionReader.NoText;
        var intro = yaml.Optional("intro")?.AsText();
        var when = yaml.Optional("when")?.AsScalar();
        var questions = yaml.Required("questions")?.AsMappings() ?? [];
        yaml.NothingElse();
        return new(name, title, intro, when, [.. questions.Select(question => new QuestionReader(question, _codeLists, one => IsNew(one, "question")).Read())]);
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

    private sealed record SectionDraft(string Id, Text Title, Text? Intro, YamlScalar? When, IReadOnlyList<QuestionDraft> Questions);
}
