using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads an author's scripted respondents.</summary>
public static class RespondentReader
{
    /// <returns>No value where there is an error.</returns>
    public static Parsed<IReadOnlyList<Respondent>> Read(string file, TestedForm form)
    {
        var problems = new List<Problem>();
        return YamlFile.Text(file, problems) is { } yaml ? Parse(yaml, file, form) : new(null, problems);
    }

    /// <param name="file">The name that problems show.</param>
    /// <returns>No value where there is an error.</returns>
    public static Parsed<IReadOnlyList<Respondent>> Parse(string yaml, string file, TestedForm form)
    {
        var problems = new List<Problem>();
        var respondents = new List<Respondent>();
        if (YamlFile.Parse(yaml, file, problems) is { } root)
        {
            var names = new HashSet<string>(StringComparer.Ordinal);
            var list = root.Required("respondents")?.AsList();
            if (list is { Items.Count: 0 })
            {
                list.Report(
                    "empty-list",
                    "There is no respondent here, so nothing would be tested. Write at least one, or remove the file."
                );
            }

            foreach (var one in list?.AsMappings() ?? [])
            {
                respondents.Add(One(one, form, names));
            }

            root.NothingElse();
        }

        return new(problems.Exists(problem => problem.Severity == Severity.Error) ? null : respondents, problems);
    }

    private static Respondent One(YamlMapping yaml, TestedForm form, HashSet<string> names)
    {
        var name = yaml.Required("name");
        if (name?.AsString() is { } written && !names.Add(written))
        {
            name.Report("duplicate-id", $"Another respondent of this file is called '{written}'. Rename one.");
        }

        var questionnaire = form.Questionnaire;
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
        var expectations = new ExpectationReader(form).Read(yaml);
        yaml.NothingElse();
        if (expectations.Count == 0)
        {
            yaml.Report("nothing-expected", "Nothing is expected of this respondent. Say what it is asked, scores or submits.");
        }

        return new(name?.AsScalar()?.Value ?? "", yaml.Place, answers) { Expectations = expectations };
    }
}
