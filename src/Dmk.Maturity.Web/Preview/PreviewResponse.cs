using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What the pages of the form talk to where nothing is stored.</summary>
internal sealed class PreviewResponse(UnstoredResponse response) : IResponseGrain
{
    public Task<ResponseState> Read() => Task.FromResult(response.Read());

    public Task<SaveOutcome> Save(long baseRevision, IReadOnlyDictionary<string, Answer> changes) =>
        Task.FromResult(response.Save(baseRevision, changes));

    public Task<ResponseState> Confirm(SentConfirmations confirmations) => Task.FromResult(response.Confirm(confirmations));

    public Task<SubmitOutcome> Submit(
        long? baseRevision,
        string idempotencyKey,
        IReadOnlyDictionary<string, Answer> changes,
        IReadOnlyDictionary<string, string> confirmations
    ) => Task.FromResult(response.Submit(baseRevision, idempotencyKey, changes, confirmations));
}
