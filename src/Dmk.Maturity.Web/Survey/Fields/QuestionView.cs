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

    /// <summary>What was chosen and is no longer offered: it stays until the person chooses otherwise.</summary>
    public IReadOnlyList<KeptCode> Kept { get; init; } = [];

    /// <summary>Of its heading: 2, within a group with a title 3, within an item one more than the item's.</summary>
    public int Level { get; init; } = 2;

    /// <summary>Of the groups that it stands in, the outermost first; those without a title left out.</summary>
    public IReadOnlyList<GroupTitle> Titles { get; init; } = [];

    /// <summary>Of a roster: its items with their questions.</summary>
    public IReadOnlyList<ItemView> Items { get; init; } = [];

    /// <summary>Of a roster: the item that the person is asked about whether it is to go, or null.</summary>
    public string? Removing { get; init; }

    /// <summary>How its fields are called: the question's id, within a roster with the item.</summary>
    public string Id
    {
        get => field ?? Question.Id;
        init;
    }

    public static QuestionView Of(
        Question question,
        Showing showing,
        FieldValues values,
        IReadOnlyList<AnswerProblem> problems,
        Language language
    ) => Of(question, null, showing, values, problems, language);

    /// <param name="item">Of a roster, or null.</param>
    private static QuestionView Of(
        Question question,
        (Question.Roster Roster, string Id)? item,
        Showing showing,
        FieldValues values,
        IReadOnlyList<AnswerProblem> problems,
        Language language
    )
    {
        var interview = showing.Interview;
        var id = item is var (parent, listed) ? ItemId.Variable(parent.Id, listed, question.Id) : question.Id;
        var mine = problems
            .Where(problem => problem.Variable == id || problem.Variable.StartsWith(id + ".", StringComparison.Ordinal))
            .ToList();
        var view = new QuestionView(showing.Of(question, item?.Id), language, values, mine, null, null)
        {
            Id = id,
            Titles = GroupTitle.Above(
                question,
                item is var (of, one) ? FieldNames.Item(of.Id, one) : null,
                title => showing.Interview.Say(title, language, item?.Id)
            ),
            Kept = KeptCode.Of(question, id, showing, item?.Id),
        };
        if (question is Question.SumGroup sum)
        {
            var parts = interview
                .RowsOf(sum, item?.Id)
                .Select(part => interview.Answers[$"{id}.{part.Id}"])
                .OfType<Answer.Number>()
                .ToList();
            return view with
            {
                SumNow = parts.Count > 0 ? parts.Sum(part => part.Value) : null,
                SumTotal = sum.Total.Number(interview, item?.Id),
                SumTotalField = SumTotalField.Of(sum, interview.Questionnaire, item),
            };
        }

        return question is not Question.Roster roster
            ? view
            : view with
            {
                Items =
                [
                    .. interview
                        .ItemsOf(roster)
                        .Select(
                            (item, place) =>
                                new ItemView(
                                    FieldNames.Item(roster.Id, item),
                                    $"{place + 1}. {interview.Say(roster.ItemLabel, language, item)}",
                                    [
                                        .. roster
                                            .Questions.Where(inner => interview.IsAsked(inner, item))
                                            .Select(inner => Of(inner, (roster, item), showing, values, problems, language)),
                                    ]
                                )
                        ),
                ],
            };
    }

    /// <summary>Id of the form that the question stands in.</summary>
    public string Form { get; init; } = "";

    /// <summary>Id of the section that the page shows.</summary>
    public string Section { get; init; } = "";

    /// <summary>The other questions that a mistake depends on.</summary>
    public Func<AnswerProblem, IReadOnlyList<OtherQuestion>> Others { get; init; } = _ => [];

    /// <summary>Information that the answers have called up.</summary>
    public IReadOnlyList<Text> Hints { get; init; } = [];

    /// <summary>Of a sum group: the field that its total is typed into, where the total is the answer to one question; null where it is
    /// anything else. The field may stand on another page.</summary>
    public SumTotalField? SumTotalField { get; init; }

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
            Question.Help is null ? null : FieldNames.HelpId(Id),
            IsPrefilled ? FieldNames.PrefilledId(Id) : null,
            IsWrong(variable) ? FieldNames.ErrorId(variable) : null,
        ];
        var present = string.Join(' ', ids.OfType<string>());
        return present.Length > 0 ? present : null;
    }

    public string? Invalid(string variable) => IsWrong(variable) ? "true" : null;
}
