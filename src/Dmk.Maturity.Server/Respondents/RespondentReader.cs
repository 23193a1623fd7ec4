using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>Reads an author's scripted respondents: files below <c>tests/</c> beside the questionnaire.</summary>
internal static class RespondentReader
{
    public const string Folder = "tests";

    /// <returns>The files in the order of their names, none where the folder is not there.</returns>
    public static IReadOnlyList<string> FilesOf(AuthorsFolder folder)
    {
        var tests = Path.Combine(Path.GetDirectoryName(folder.File) is { Length: > 0 } at ? at : ".", Folder);
        return Directory.Exists(tests) ? [.. Directory.EnumerateFiles(tests, "*.yaml").Order(StringComparer.Ordinal)] : [];
    }

    /// <returns>No value where there is an error.</returns>
    public static Parsed<IReadOnlyList<Respondent>> Read(string file, AuthorsFolder folder)
    {
        var problems = new List<Problem>();
        var respondents = new List<Respondent>();
        if (YamlFile.Read(file, problems) is { } root)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            foreach (var yaml in root.Required("respondents")?.AsMappings() ?? [])
            {
                respondents.Add(One(yaml, folder, names));
            }

            root.NothingElse();
        }

        return new(problems.Exists(problem => problem.Severity == Severity.Error) ? null : respondents, problems);
    }

    private static Respondent One(YamlMapping yaml, AuthorsFolder folder, HashSet<string> names)
    {
        var name = yaml.Required("name");
        if (name?.AsString() is { } written && !names.Add(written))
        {
            name.Report("duplicate-id", $"Another respondent of this file is called '{written}'. Rename one.");
        }

        var questionnaire = folder.Questionnaire;
        var answers = yaml.Required("answers")?.AsMapping() is { } sheet ? AnswerSheet.Read(sheet, questionnaire) : Answers.None;
        var today = yaml.Optional("today");
        if (today is null && questionnaire.ReadsToday)
        {
            yaml.Report(
                "missing-key",
                "The questionnaire reads 'today'. Say on which day this respondent answers, as in today: 2027-03-01."
            );
        }

        answers = answers.With(AnswerSheet.Facts(yaml.Optional("previous")?.AsMapping(), today, questionnaire).All);
        var expectations = new ExpectationReader(folder).Read(yaml);
        yaml.NothingElse();
        if (expectations.Count == 0)
        {
            yaml.Report("nothing-expected", "Nothing is expected of this respondent. Say what it is asked, scores or submits.");
        }

        return new(name?.AsScalar()?.Value ?? "", yaml.Place, answers, expectations);
    }
}
