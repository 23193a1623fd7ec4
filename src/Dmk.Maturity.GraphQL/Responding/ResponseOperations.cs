using System.Diagnostics;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>What a company does to its response.</summary>
internal sealed class ResponseOperations(Catalogue catalogue, IGrainFactory grains, GraphQLLimits limits)
{
    private const int LongestKey = 100;

    public async Task<SaveAnswersPayload> Save(
        CompanySession company,
        long baseRevision,
        IReadOnlyList<AnswerInput> inputs,
        Language language,
        CancellationToken cancellation
    )
    {
        var sent = SentAnswers.Of(inputs, limits.Answers);
        var grain = grains.GetGrain<IResponseGrain>(company.Response);
        if (sent.Problems.Count > 0)
        {
            return SaveAnswersPayload.Refused(await grain.Read(), await AllProblems(grain, sent, cancellation), language);
        }

        if (baseRevision < 0)
        {
            return SaveAnswersPayload.Of(new SaveOutcome.UnknownRevision(await grain.Read()));
        }

        var outcome = await grain.Save(baseRevision, sent.Changes);
        return outcome switch
        {
            SaveOutcome.Refused refused => SaveAnswersPayload.Refused(await grain.Read(), refused.Problems, language),
            SaveOutcome.Saved saved => SaveAnswersPayload.Of(outcome) with
            {
                NotOffered = NotOfferedAnswers.Of(await CompanyResponse.Of(saved.State, catalogue, cancellation), language),
            },
            SaveOutcome.Conflicting or SaveOutcome.Closed or SaveOutcome.UnknownRevision => SaveAnswersPayload.Of(outcome),
            _ => throw new UnreachableException(),
        };
    }

    public async Task<SubmitResponsePayload> Submit(
        CompanySession company,
        long? baseRevision,
        string idempotencyKey,
        IReadOnlyList<AnswerInput> inputs,
        IReadOnlyList<ConfirmationInput> confirmations,
        Language language,
        CancellationToken cancellation
    )
    {
        if (idempotencyKey.Length is 0 or > LongestKey)
        {
            throw new Refusal(
                "INVALID_ARGUMENT",
                $"The idempotencyKey must have 1 to {LongestKey} characters; it has {idempotencyKey.Length}."
            );
        }

        var sent = SentAnswers.Of(inputs, limits.Answers);
        var grain = grains.GetGrain<IResponseGrain>(company.Response);
        var outcome =
            sent.Problems.Count > 0
                ? new SubmitOutcome.Incomplete(await AllProblems(grain, sent, cancellation), [], [])
                : await grain.Submit(baseRevision, idempotencyKey, sent.Changes, Reasons(confirmations));

        // Read afterwards: submitting may have taken the response to another version of the questionnaire.
        var response = await CompanyResponse.Of(await grain.Read(), catalogue, cancellation);
        return SubmitResponsePayload.Of(outcome, response.With(sent.Changes), language);
    }

    /// <summary>Mistakes of form, and those that the questionnaire sees in the other answers: all at once.</summary>
    private async Task<IReadOnlyList<AnswerProblem>> AllProblems(IResponseGrain grain, SentAnswers sent, CancellationToken cancellation)
    {
        var questionnaire = await QuestionnaireOf(await grain.Read(), cancellation);
        return
        [
            .. sent.Problems,
            .. sent.Changes.Select(change => questionnaire.Validate(change.Key, change.Value)).OfType<AnswerProblem>(),
        ];
    }

    private static Dictionary<string, string> Reasons(IReadOnlyList<ConfirmationInput> confirmations)
    {
        var reasons = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var confirmation in confirmations)
        {
            var reason = confirmation.Reason ?? "";
            if (!CheckReason.Fits(reason))
            {
                var length = Characters.In(reason);
                throw Refusal.TooMuch(
                    "TOO_LARGE",
                    $"The reason for the check '{confirmation.Check}' has {length} characters; {CheckReason.Longest} are allowed.",
                    length,
                    CheckReason.Longest
                );
            }

            if (!reasons.TryAdd(confirmation.Check, reason))
            {
                throw new Refusal("INVALID_ARGUMENT", $"The check '{confirmation.Check}' is confirmed more than once. Confirm it once.");
            }
        }

        return reasons;
    }

    private async Task<Questionnaire> QuestionnaireOf(ResponseState state, CancellationToken cancellation) =>
        await catalogue.Questionnaire(state.QuestionnaireId, state.QuestionnaireVersion, cancellation)
        ?? throw new UnreachableException(
            $"The response {state.Key} belongs to {state.QuestionnaireId}@{state.QuestionnaireVersion}, which is not in the catalogue."
        );
}
