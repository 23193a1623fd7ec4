using System.Collections.Concurrent;
using System.Text.Json;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Server;

/// <summary>Made-up companies outside the server: they see what any program sees that speaks the public GraphQL interface.</summary>
/// <param name="questionnaires">Questionnaires on this side by their hash; the server says which one it asks.</param>
internal sealed class GraphQLChannel(GraphQLClient client, IReadOnlyDictionary<string, Questionnaire> questionnaires) : ICompanyChannel
{
    private const string EnterDocument =
        "mutation($code: String!) { enterCode(code: $code, language: EN) { sessionToken studyId problem message " + "} }";
    private const string StudyDocument = "query($id: ID!) { study(id: $id) { synthetic } }";
    private const string ResponseDocument =
        "{ response(language: EN) { revision receipt { number hash } questionnaire { id version hash " + "} } }";
    private const string SaveDocument =
        "mutation($base: Int!, $answers: [AnswerInput!]!) { saveAnswers(baseRevision: $base, answers: $answers, language: EN) { "
        + "result revision problems { variable code } } }";

    private const string SubmitDocument = """
        mutation($base: Int!, $key: ID!, $answers: [AnswerInput!], $confirmations: [ConfirmationInput!]) {
          submitResponse(baseRevision: $base, idempotencyKey: $key, answers: $answers, confirmations: $confirmations, language: EN) {
            result receipt { number hash } problems { variable code } hardChecks { id } unconfirmedChecks { id }
          }
        }
        """;

    /// <summary>Studies of made-up companies, each asked for once.</summary>
    private readonly ConcurrentDictionary<string, bool> _synthetic = new(StringComparer.Ordinal);

    /// <exception cref="FaultException">The code is one of a study whose companies are real: made-up answers would ruin it.</exception>
    public async Task<CompanyVisit> Enter(string accessCode, CancellationToken cancellation)
    {
        var entry = await client.Ask("enterCode", EnterDocument, new { code = accessCode }, null, cancellation);
        if (entry.GetProperty("sessionToken").GetString() is not { } session)
        {
            throw new RefusedException(entry.GetProperty("problem").GetString()!, entry.GetProperty("message").GetString()!);
        }

        await RefuseReal(entry.GetProperty("studyId").GetString()!, cancellation);
        var response = await client.Ask("response", ResponseDocument, new { }, session, cancellation);
        var asked = response.GetProperty("questionnaire");
        return questionnaires.TryGetValue(asked.GetProperty("hash").GetString()!, out var questionnaire)
            ? new(session, questionnaire, response.GetProperty("revision").GetInt64(), Receipt(response))
            : throw new RefusedException(
                "unknownQuestionnaire",
                $"The server asks {asked.GetProperty("id")} "
                    + $"{asked.GetProperty("version")}, and no questionnaire.yaml here has its hash; name the right folder with "
                    + "--questionnaires."
            );
    }

    public async Task<long> Save(
        CompanyVisit visit,
        long baseRevision,
        IReadOnlyDictionary<string, Answer> changes,
        CancellationToken cancellation
    )
    {
        var saved = await SaveOnce(visit, baseRevision, changes, cancellation);
        if (saved.GetProperty("result").GetString() == "CONFLICTING")
        {
            // A save that was cut off may have been stored; nobody else writes here, so what was stored is our own.
            saved = await SaveOnce(visit, saved.GetProperty("revision").GetInt64(), changes, cancellation);
        }

        return Good(saved, "SAVED").GetProperty("revision").GetInt64();
    }

    public async Task<SubmissionReceipt> Submit(
        CompanyVisit visit,
        long baseRevision,
        string idempotencyKey,
        IReadOnlyDictionary<string, Answer> changes,
        IReadOnlyDictionary<string, string> confirmations,
        CancellationToken cancellation
    )
    {
        var variables = new
        {
            @base = baseRevision,
            key = idempotencyKey,
            answers = SentAnswer.Of(changes),
            confirmations = confirmations.Select(confirmation => new { check = confirmation.Key, reason = confirmation.Value }),
        };
        var submitted = await client.Ask("submitResponse", SubmitDocument, variables, visit.Session, cancellation);
        return Unconfirmed(submitted) is { Count: > 0 } checks
            ? throw new RefusedException("INCOMPLETE", submitted.GetRawText()) { Unconfirmed = checks }
            : Receipt(Good(submitted, "ACCEPTED", "ALREADY_SUBMITTED"))!;
    }

    private async Task RefuseReal(string studyId, CancellationToken cancellation)
    {
        if (!_synthetic.TryGetValue(studyId, out var synthetic))
        {
            var study = await client.Ask("study", StudyDocument, new { id = studyId }, null, cancellation);
            synthetic = study.GetProperty("synthetic").GetBoolean();
            _synthetic[studyId] = synthetic;
        }

        if (!synthetic)
        {
            throw new FaultException(
                $"{studyId} is a study of real companies, and made-up answers would ruin it; nothing was answered. To rehearse, publish it "
                    + "with --synthetic in another data folder."
            );
        }
    }

    private static List<string> Unconfirmed(JsonElement submitted) =>
        submitted.GetProperty("problems").GetArrayLength() + submitted.GetProperty("hardChecks").GetArrayLength() > 0
            ? []
            : [.. submitted.GetProperty("unconfirmedChecks").EnumerateArray().Select(check => check.GetProperty("id").GetString()!)];

    private Task<JsonElement> SaveOnce(
        CompanyVisit visit,
        long baseRevision,
        IReadOnlyDictionary<string, Answer> changes,
        CancellationToken cancellation
    ) =>
        client.Ask(
            "saveAnswers",
            SaveDocument,
            new { @base = baseRevision, answers = SentAnswer.Of(changes) },
            visit.Session,
            cancellation
        );

    private static JsonElement Good(JsonElement payload, params ReadOnlySpan<string> good)
    {
        var result = payload.GetProperty("result").GetString()!;
        return good.Contains(result) ? payload : throw new RefusedException(result, payload.GetRawText());
    }

    private static SubmissionReceipt? Receipt(JsonElement owner) =>
        owner.GetProperty("receipt") is { ValueKind: JsonValueKind.Object } receipt
            ? new(receipt.GetProperty("number").GetString()!, receipt.GetProperty("hash").GetString()!)
            : null;
}
