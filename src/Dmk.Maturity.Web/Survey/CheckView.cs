using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What stands between a company and its submission.</summary>
/// <param name="IdempotencyKey">Sent again with the form, so that pressing twice submits once.</param>
/// <param name="Confirmed">Soft checks confirmed so far, with the reason given.</param>
/// <param name="Begun">Reasons of checks that are not confirmed.</param>
public sealed record CheckView(
    Visit Visit,
    string IdempotencyKey,
    IReadOnlyDictionary<string, string> Confirmed,
    IReadOnlyDictionary<string, string> Begun
)
{
    public CheckNote Note { get; init; }

    /// <summary>Soft checks that a submission waited for in vain.</summary>
    public IReadOnlyList<string> Unconfirmed { get; init; } = [];

    /// <summary>As it is stored.</summary>
    public static CheckView Of(Visit visit, string key) => new(visit, key, visit.State.Confirmations, visit.State.BegunReasons);

    /// <summary>As it was sent.</summary>
    public static CheckView Of(Visit visit, PostedCheck posted) => new(visit, posted.Key, posted.Confirmed, posted.Begun);

    /// <summary>Answers that the frame gave and nobody has changed: whoever submits them should have seen them.</summary>
    public IReadOnlyList<(Variable Variable, Answer Answer)> Prefilled =>
        [
            .. from known in Visit.Prefilled.All
            where Visit.State.Answers[known.Key] == known.Value
            let variable = Visit.Questionnaire.Variable(known.Key)
            where variable is not null && Visit.Interview.IsAsked(variable)
            select (variable, known.Value),
        ];

    /// <summary>Checks whose reason is too long, for the form to say that it was told.</summary>
    public string TooLong => string.Join(' ', Soft.Where(fired => IsReasonTooLong(fired.Check)).Select(fired => fired.Check.Id));

    /// <summary>Mistakes and failed hard checks, each with the variable where it can be put right (null where there is none) and the
    /// other questions that it depends on.</summary>
    public IReadOnlyList<(string? Variable, Text Asked, Text Message, IReadOnlyList<OtherQuestion> Others)> Blocking =>
        [
            .. Visit.Interview.Problems.Select(problem =>
                Blocked(problem.Variable, Visit.Showing.Message(problem), CheckPlace.Others(Visit.Showing, problem))
            ),
            .. Fired(CheckLevel.Hard)
                .Select(fired => (Fired: fired, Place: CheckPlace.Of(Visit.Interview, fired)))
                .Select(one =>
                    Blocked(one.Place, Visit.Showing.Message(one.Fired), CheckPlace.Others(Visit.Showing, one.Fired, one.Place))
                ),
        ];

    public IReadOnlyList<FiredCheck> Soft => [.. Fired(CheckLevel.Soft)];

    public IReadOnlyList<Text> Hints => [.. Fired(CheckLevel.Info).Select(Visit.Showing.Message)];

    /// <summary>Sections with questions that nobody has answered; a submission does not need them.</summary>
    public IReadOnlyList<(Section Section, int Open)> Open =>
        [
            .. Visit
                .Sections.Select(section => (section, Visit.Interview.Progress(section)))
                .Where(one => one.Item2.Answered < one.Item2.Asked)
                .Select(one => (one.section, one.Item2.Asked - one.Item2.Answered)),
        ];

    public string Reason(string check) => Confirmed.GetValueOrDefault(check) ?? Begun.GetValueOrDefault(check, "");

    public IReadOnlyList<(string Address, string Message)> UnconfirmedLinks(Language language) =>
        [
            .. Soft.Where(fired => Unconfirmed.Contains(fired.Check.Id))
                .Select(fired =>
                    IsReasonTooLong(fired.Check)
                        ? (
                            "#reason-" + fired.Check.Id,
                            $"{Visit.Showing.Message(fired).In(language)} {ReasonTooLong(fired.Check).In(language)}"
                        )
                    : IsWithoutReason(fired.Check)
                        ? (
                            "#reason-" + fired.Check.Id,
                            $"{Visit.Showing.Message(fired).In(language)} {SurveyWords.ReasonMissing.In(language)}"
                        )
                    : ("#confirm-" + fired.Check.Id, Visit.Showing.Message(fired).In(language))
                ),
        ];

    /// <summary>The questions that a check reads, each once.</summary>
    public IReadOnlyList<OtherQuestion> Sources(FiredCheck fired) => CheckPlace.Others(Visit.Showing, fired, null);

    /// <summary>The field of a variable on its section's page.</summary>
    /// <param name="from">The page that a correction leads back to, see <see cref="CameFrom"/>.</param>
    public static string? AddressOf(Visit visit, string id, string from) =>
        CheckPlace.Find(visit.Questionnaire, id) is { } variable
            ? $"{visit.PathOf(variable.Section)}{CameFrom.In(visit, from, "?")}#{FieldNames.Id(variable.Id)}"
            : null;

    /// <summary>Confirmed, and without the reason that the check demands.</summary>
    public bool IsWithoutReason(Remark check) =>
        check.Explain == Explanation.Required && Confirmed.TryGetValue(check.Id, out var reason) && reason.Length == 0;

    public bool IsReasonTooLong(Remark check) => !CheckReason.Fits(Reason(check.Id));

    /// <summary>What to do about a reason that is too long.</summary>
    public Text ReasonTooLong(Remark check) => SurveyWords.ReasonTooLong(CheckReason.Longest, Characters.In(Reason(check.Id)));

    private IEnumerable<FiredCheck> Fired(CheckLevel level) => Visit.Fired.Where(fired => fired.Check.Level == level);

    private (string? Variable, Text Asked, Text Message, IReadOnlyList<OtherQuestion> Others) Blocked(
        string? place,
        Text message,
        IReadOnlyList<OtherQuestion> others
    ) =>
        place is not null && CheckPlace.Find(Visit.Questionnaire, place) is { } variable
            ? (variable.Id, CheckPlace.Asked(variable, Visit.Showing), message, others)
            : (null, message, message, others);
}
