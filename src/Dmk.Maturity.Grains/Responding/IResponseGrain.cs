using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>The one writer of one company's answers. Key: Land / response id, as in <c>SN/0190f...</c>.</summary>
[Alias("Dmk.Maturity.Grains.IResponseGrain")]
public interface IResponseGrain : IGrainWithStringKey
{
    [Alias("Read")]
    Task<ResponseState> Read();

    /// <summary>Saves changes made against a revision, all of them or none. Acknowledged after commit.</summary>
    /// <param name="changes">By variable, only what changed; <see cref="Answer.Unanswered"/> clears (which <see cref="Answers"/> cannot
    /// say).</param>
    [Alias("Save")]
    Task<SaveOutcome> Save(long baseRevision, [Immutable] IReadOnlyDictionary<string, Answer> changes);

    /// <summary>Keeps the soft checks that the company has confirmed so far, in place of those before. Acknowledged after commit; when the
    /// response is closed nothing happens.</summary>
    /// <param name="confirmations">With its reasons, which may be empty.</param>
    [Alias("Confirm")]
    Task<ResponseState> Confirm([Immutable] IReadOnlyDictionary<string, string> confirmations);

    /// <summary>Submits once. The same idempotency key again gives the same receipt.</summary>
    /// <param name="changes">Answers to save in the same commit, as in <see cref="Save"/>; may be none.</param>
    /// <param name="confirmations">Soft checks that the company confirmed, with its reason (may be empty).</param>
    [Alias("Submit")]
    Task<SubmitOutcome> Submit(
        string idempotencyKey,
        [Immutable] IReadOnlyDictionary<string, Answer> changes,
        [Immutable] IReadOnlyDictionary<string, string> confirmations
    );
}
