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

    /// <summary>Keeps the soft checks that the company has confirmed so far, of those that fire, in place of those that it looked at.
    /// Acknowledged after commit; when the response is closed nothing happens.</summary>
    [Alias("Confirm")]
    Task<ResponseState> Confirm([Immutable] SentConfirmations confirmations);

    /// <summary>Submits once. The same idempotency key again gives the same receipt.</summary>
    /// <param name="baseRevision">What its sender has looked at: when others have saved since, nothing is submitted. Null where the sender
    /// has looked at nothing, which is enough as long as nobody has saved anything.</param>
    /// <param name="changes">Answers to save in the same commit, as in <see cref="Save"/>; may be none.</param>
    /// <param name="confirmations">Soft checks that the company confirmed, with its reason (may be empty).</param>
    [Alias("Submit")]
    Task<SubmitOutcome> Submit(
        long? baseRevision,
        string idempotencyKey,
        [Immutable] IReadOnlyDictionary<string, Answer> changes,
        [Immutable] IReadOnlyDictionary<string, string> confirmations
    );
}
