using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A response in which nothing was answered is none: submitted, it would count as a company that took part.</summary>
internal static class EmptyResponse
{
    private static readonly Remark _remark = new(
        "study.nothingAnswered",
        CheckLevel.Hard,
        new(
            "Bisher ist keine Frage beantwortet. Absenden können Sie, sobald Sie mindestens eine Frage beantwortet haben. Wenn Sie nicht "
                + "teilnehmen möchten, brauchen Sie nichts abzusenden.",
            "No question has been answered so far. You can submit as soon as you have answered at least one. If you do not want to take "
                + "part, you need not submit anything."
        ),
        Explanation.None,
        CheckScope.Everything
    );

    /// <param name="prefilled">What the frame gave; it alone answers nothing.</param>
    /// <returns>Empty where something was answered, or nothing can be: reasons for not answering are no answers.</returns>
    public static IEnumerable<FiredCheck> Of(Interview interview, Answers prefilled) =>
        interview.Questionnaire.Variables.Count == 0
        || interview.OnPath.All.Any(answer =>
            !Fact.Is(answer.Key) && answer.Value is not Answer.Missing && prefilled[answer.Key] != answer.Value
        )
            ? []
            : [new(_remark, [])];
}
