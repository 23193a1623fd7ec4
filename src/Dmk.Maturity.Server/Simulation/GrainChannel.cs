using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Server;

/// <summary>Made-up companies inside the server: the same entrance and the same grains that GraphQL and the pages use.</summary>
internal sealed class GrainChannel(IServiceProvider services) : ICompanyChannel
{
    /// <summary>Where failed entries would be counted.</summary>
    private const string Network = "127.0.0.1";

    private readonly Entrance _entrance = services.GetRequiredService<Entrance>();
    private readonly Catalogue _catalogue = services.GetRequiredService<Catalogue>();
    private readonly IGrainFactory _grains = services.GetRequiredService<IGrainFactory>();

    public async Task<CompanyVisit> Enter(string accessCode, CancellationToken cancellation)
    {
        var entry = await _entrance.Enter(accessCode, Network, cancellation);
        if (entry is not EntryOutcome.Granted granted)
        {
            throw new RefusedException(entry.GetType().Name, "The access code was not accepted.");
        }

        var state = await Response(granted.Session.Response).Read();
        var questionnaire =
            await _catalogue.Questionnaire(state.QuestionnaireId, state.QuestionnaireVersion, cancellation)
            ?? throw new RefusedException(
                "unknownQuestionnaire",
                $"{state.QuestionnaireId} {state.QuestionnaireVersion} has not been published."
            );
        return new(granted.Session.Response, questionnaire, state.Revision, state.Receipt is { } receipt ? Proof(receipt) : null);
    }

    public async Task<long> Save(
        CompanyVisit visit,
        long baseRevision,
        IReadOnlyDictionary<string, Answer> changes,
        CancellationToken cancellation
    ) =>
        await Response(visit.Session).Save(baseRevision, changes) switch
        {
            SaveOutcome.Saved saved => saved.State.Revision,
            SaveOutcome.Refused refused => throw new RefusedException("refused", Words(refused.Problems)),
            var other => throw new RefusedException(other.GetType().Name, "The answers were not saved."),
        };

    public async Task<SubmissionReceipt> Submit(
        CompanyVisit visit,
        long baseRevision,
        string idempotencyKey,
        IReadOnlyDictionary<string, Answer> changes,
        IReadOnlyDictionary<string, string> confirmations,
        CancellationToken cancellation
    ) =>
        await Response(visit.Session).Submit(baseRevision, idempotencyKey, changes, confirmations) switch
        {
            SubmitOutcome.Accepted accepted => Proof(accepted.Receipt),
            SubmitOutcome.AlreadySubmitted before => Proof(before.Receipt),
            SubmitOutcome.Incomplete open => throw new RefusedException(
                "incomplete",
                $"{Words(open.Problems)} {string.Join(", ", open.HardChecks.Concat(open.UnconfirmedChecks))}"
            )
            {
                Unconfirmed = open is { Problems: [], HardChecks: [] } ? open.UnconfirmedChecks : [],
            },
            var other => throw new RefusedException(other.GetType().Name, "The submission was not accepted."),
        };

    private IResponseGrain Response(string key) => _grains.GetGrain<IResponseGrain>(key);

    private static SubmissionReceipt Proof(Receipt receipt) => new(receipt.Number, receipt.Hash);

    private static string Words(IEnumerable<AnswerProblem> problems) =>
        string.Join(" ", problems.Select(problem => $"{problem.Variable}: {problem.Code}."));
}
