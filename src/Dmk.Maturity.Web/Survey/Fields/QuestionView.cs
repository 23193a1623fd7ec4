using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>One question as a page shows it: its fields' values and what is wrong with them.</summary>
/// <param name="SumNow">Of a sum group: what the stored parts add up to; null where none is there.</param>
/// <param name="SumTotal">Of a sum group: what they must add up to.</param>
public sealed record QuestionView(
    Question Question,
    Language Language,
    FieldValues Values,
    IReadOnlyList<AnswerProblem> Problems,
    decimal? SumNow,
    decimal? SumTotal
)
{
    /// <summary>The variable whose codes were searched just now: its hits are what the person waits for.</summary>
    public string? Searched { get; init; }

    /// <summary>The answer is what the frame gave.</summary>
    public bool IsPrefilled { get; init; }

    public static QuestionView Of(
        Question question,
        Interview interview,
        FieldValues values,
        IReadOnlyList<AnswerProblem> problems,
        Language language
    )
    {
        var mine = problems
            .Where(problem => problem.Variable == question.Id || problem.Variable.StartsWith(question.Id + ".", StringComparison.Ordinal))
            .ToList();
        if (question is not Question.SumGroup sum)
        {
            return new(question, language, values, mine, null, null);
        }

        var parts = sum.Items.Select(item => interview.Answers[$"{sum.Id}.{item.Id}"]).OfType<Answer.Number>().ToList();
        return new(question, language, values, mine, parts.Count > 0 ? parts.Sum(part => part.Value) : null, sum.Total.Number(interview));
    }

    /// <summary>Id of the form that the question stands in.</summary>
    public string Form { get; init; } = "";

    /// <summary>Id of the section that the page shows.</summary>
    public string Section { get; init; } = "";

    /// <summary>The other questions that a mistake depends on.</summary>
    public Func<AnswerProblem, IReadOnlyList<OtherQuestion>> Others { get; init; } = _ => [];

    /// <summary>Information that the answers have called up.</summary>
    public IReadOnlyList<Text> Hints { get; init; } = [];

    public string Label => Question.Text.In(Language);

    public bool HasProblems => Problems.Count > 0;

    public IEnumerable<AnswerProblem> ProblemsOf(string variable) => Problems.Where(problem => problem.Variable == variable);

    public bool IsWrong(string variable) => ProblemsOf(variable).Any();

    /// <summary>The other questions that the mistakes in a variable depend on, each once.</summary>
    public IReadOnlyList<OtherQuestion> OthersOf(string variable) =>
        [.. ProblemsOf(variable).SelectMany(Others).DistinctBy(other => other.Variable)];

    /// <summary>Ids of the help text and of the errors of a variable, for aria-describedby; null where there are none.</summary>
    public string? DescribedBy(string variable)
    {
        string?[] ids =
        [
            Question.Help is null ? null : FieldNames.HelpId(Question.Id),
            IsPrefilled ? FieldNames.PrefilledId(Question.Id) : null,
            IsWrong(variable) ? FieldNames.ErrorId(variable) : null,
        ];
        var present = string.Join(' ', ids.OfType<string>());
        return present.Length > 0 ? present : null;
    }

    public string? Invalid(string variable) => IsWrong(variable) ? "true" : null;
}
