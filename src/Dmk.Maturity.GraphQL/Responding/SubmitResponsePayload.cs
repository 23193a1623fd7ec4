using System.Diagnostics;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Description("What came of a submission.")]
internal sealed record SubmitResponsePayload(
    [property: Description("Submitted or not.")] SubmitResult Result,
    [property: Description("Proof of the submission; null where there is none.")] ReceiptView? Receipt,
    [property: Description("Whether the same key came before; the receipt is that of then.")] bool Repeated,
    [property: Description("Mistakes that forbid submission, in the order of the questions."), ListSize(20)]
        IReadOnlyList<AnswerProblemView> Problems,
    [property: Description("Hard checks that fail."), ListSize(10)] IReadOnlyList<FiredCheckView> HardChecks,
    [property: Description("Soft checks that wait for a confirmation."), ListSize(10)] IReadOnlyList<FiredCheckView> UnconfirmedChecks
)
{
    internal static SubmitResponsePayload Of(SubmitOutcome outcome, Questionnaire questionnaire, Language language) =>
        outcome switch
        {
            SubmitOutcome.Accepted accepted => With(SubmitResult.Accepted, accepted.Receipt) with { Repeated = accepted.Repeated },
            SubmitOutcome.AlreadySubmitted before => With(SubmitResult.AlreadySubmitted, before.Receipt),
            SubmitOutcome.Closed => With(SubmitResult.Closed, null),
            SubmitOutcome.Incomplete incomplete => With(SubmitResult.Incomplete, null) with
            {
                Problems = [.. incomplete.Problems.Select(problem => new AnswerProblemView(problem, language))],
                HardChecks = Checks(incomplete.HardChecks, questionnaire, language),
                UnconfirmedChecks = Checks(incomplete.UnconfirmedChecks, questionnaire, language),
            },
            _ => throw new UnreachableException(),
        };

    private static SubmitResponsePayload With(SubmitResult result, Receipt? receipt) =>
        new(result, receipt is null ? null : new ReceiptView(receipt), false, [], [], []);

    private static FiredCheckView[] Checks(IReadOnlyList<string> ids, Questionnaire questionnaire, Language language) =>
        [
            .. questionnaire
                .Checks.Where(check => ids.Contains(check.Id))
                .Select(check => new FiredCheckView(check, VariablesOf(check, questionnaire), language)),
        ];

    /// <summary>Questions that the check reads, as variables: a grid or a sum group stands for all of its rows.</summary>
    private static string[] VariablesOf(Check check, Questionnaire questionnaire) =>
        [
            .. questionnaire
                .Variables.Where(variable => check.Must.Reads.Contains(variable.Id) || check.Must.Reads.Contains(variable.Question.Id))
                .Select(variable => variable.Id),
        ];
}
