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
    [property: Description("Soft checks that wait for a confirmation."), ListSize(10)] IReadOnlyList<FiredCheckView> UnconfirmedChecks,
    [property: Description("Answers sent along that others have changed since the base revision."), ListSize(10)]
        IReadOnlyList<ConflictView> Conflicts,
    [property: Id, Description("All variables that others have changed since the base revision."), ListSize(20)]
        IReadOnlyList<string> Changed,
    [property: Description(NotOfferedAnswers.Means), ListSize(10)] IReadOnlyList<AnswerProblemView> NotOffered
)
{
    /// <param name="sent">The response with what was sent along.</param>
    internal static SubmitResponsePayload Of(SubmitOutcome outcome, CompanyResponse sent, Language language) =>
        outcome switch
        {
            SubmitOutcome.Accepted accepted => With(SubmitResult.Accepted, accepted.Receipt) with
            {
                Repeated = accepted.Repeated,
                NotOffered = NotOfferedAnswers.Of(sent, language),
            },
            SubmitOutcome.AlreadySubmitted before => With(SubmitResult.AlreadySubmitted, before.Receipt),
            SubmitOutcome.Outdated outdated => With(SubmitResult.Outdated, null) with
            {
                Conflicts = [.. outdated.Conflicts.Select(conflict => new ConflictView(conflict))],
                Changed = outdated.Changed,
            },
            SubmitOutcome.UnknownRevision => With(SubmitResult.UnknownRevision, null),
            SubmitOutcome.Closed => With(SubmitResult.Closed, null),
            SubmitOutcome.Incomplete incomplete => With(SubmitResult.Incomplete, null) with
            {
                Problems = [.. incomplete.Problems.Select(problem => new AnswerProblemView(problem, language))],
                HardChecks = Checks(incomplete.HardChecks, sent, language),
                UnconfirmedChecks = Checks(incomplete.UnconfirmedChecks, sent, language),
                NotOffered = NotOfferedAnswers.Of(sent, language),
            },
            _ => throw new UnreachableException(),
        };

    private static SubmitResponsePayload With(SubmitResult result, Receipt? receipt) =>
        new(result, receipt is null ? null : new ReceiptView(receipt), false, [], [], [], [], [], []);

    private static FiredCheckView[] Checks(IReadOnlyList<string> ids, CompanyResponse sent, Language language) =>
        [.. sent.Fired.Where(fired => ids.Contains(fired.Id)).Select(fired => new FiredCheckView(fired, sent.Showing, language))];
}
