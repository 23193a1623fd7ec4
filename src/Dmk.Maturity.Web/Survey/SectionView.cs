using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>A section as its page shows it: the questions on the path, what stands in their fields, what is wrong.</summary>
/// <param name="Number">Its place among the sections on the path, from 1.</param>
/// <param name="Before">The answers that the fields were filled with, in their canonical form: what the form sends back is compared with
/// them.</param>
/// <param name="Seen">Problems that the page shows, to be passed at the second attempt: only submission insists.</param>
public sealed record SectionView(
    Section Section,
    int Number,
    IReadOnlyList<Question> Questions,
    FieldValues Values,
    string Before,
    IReadOnlyList<AnswerProblem> Problems,
    string Seen
)
{
    /// <summary>Whether the problems are of stored answers; else nothing was saved.</summary>
    public bool Stored { get; private init; }

    /// <summary>Whether an answer has brought questions that were not there before.</summary>
    public bool NewQuestions { get; init; }

    /// <summary>The section with what is stored.</summary>
    public static SectionView Of(Visit visit, Section section, Language language)
    {
        var questions = AskedIn(visit, section);
        var variables = VariablesOf(visit, questions);
        var stored = visit.State.Answers.Where(id => variables.Any(variable => variable.Id == id));
        return new(section, NumberOf(visit, section), questions, FieldValues.Of(variables, stored, language), Text(stored), [], "")
        {
            Stored = true,
        };
    }

    /// <summary>The section as it was typed, with what is wrong; nothing was saved.</summary>
    public static SectionView Of(Visit visit, Section section, PostedSection posted, IReadOnlyList<AnswerProblem> problems) =>
        new(section, NumberOf(visit, section), posted.Questions, posted.Values, Text(posted.Before), problems, "");

    /// <summary>The section with what is wrong in the stored answers.</summary>
    public SectionView WithStoredProblems(Visit visit)
    {
        var problems = StoredProblems(visit, Section);
        return this with { Problems = problems, Seen = SeenOf(problems) };
    }

    /// <summary>What the form showed: ids of questions.</summary>
    public string Shown => string.Join(' ', Questions.Select(question => question.Id));

    public static IReadOnlyList<Question> AskedIn(Visit visit, Section section) => [.. section.Questions.Where(visit.Interview.IsAsked)];

    public static IReadOnlyList<Variable> VariablesOf(Visit visit, IReadOnlyList<Question> questions) =>
        [.. visit.Questionnaire.Variables.Where(variable => questions.Contains(variable.Question))];

    /// <summary>Mistakes in the stored answers of this section: sums, bounds over several answers, hard checks. What is only open is for
    /// the last page.</summary>
    public static IReadOnlyList<AnswerProblem> StoredProblems(Visit visit, Section section)
    {
        var own = visit
            .Questionnaire.Variables.Where(variable => variable.Section == section)
            .Select(variable => variable.Id)
            .Concat(section.Questions.Select(question => question.Id))
            .ToHashSet(StringComparer.Ordinal);
        var mistakes = visit.Interview.Problems.Where(problem => problem.Code != "required" && own.Contains(problem.Variable));
        var checks = visit
            .Interview.Fired.Where(fired =>
                fired.Check.Level == CheckLevel.Hard && fired.Variables.Count > 0 && own.Contains(fired.Variables[^1])
            )
            .Select(fired => new AnswerProblem(fired.Variables[^1], "check:" + fired.Check.Id, fired.Check.Message));
        return [.. mistakes, .. checks];
    }

    public static string SeenOf(IEnumerable<AnswerProblem> problems) =>
        string.Join(' ', problems.Select(problem => $"{problem.Variable}:{problem.Code}"));

    /// <summary>Links from the summary to the fields.</summary>
    public IReadOnlyList<(string Address, string Message)> Links(Language language) =>
        [.. Problems.Select(problem => (Anchor(problem.Variable), $"{Asked(problem.Variable, language)} {problem.Message.In(language)}"))];

    private string Asked(string variable, Language language) =>
        Questions
            .FirstOrDefault(question => variable == question.Id || variable.StartsWith(question.Id + ".", StringComparison.Ordinal))
            ?.Text.In(language)
        ?? "";

    private string Anchor(string variable)
    {
        var question = Questions.FirstOrDefault(question => question.Id == variable);
        return "#" + FieldNames.Id(question is null ? variable : FieldNames.FirstVariable(question));
    }

    private static int NumberOf(Visit visit, Section section) => visit.Sections.TakeWhile(other => other.Id != section.Id).Count() + 1;

    private static string Text(Answers answers) => Encoding.UTF8.GetString(AnswersJson.Write(answers));
}
