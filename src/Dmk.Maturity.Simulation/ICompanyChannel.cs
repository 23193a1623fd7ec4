using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation;

/// <summary>The way by which made-up companies reach a study: inside the server, or from outside over its public interface.</summary>
public interface ICompanyChannel
{
    /// <summary>Enters an access code.</summary>
    /// <exception cref="RefusedException">The code is not accepted.</exception>
    Task<CompanyVisit> Enter(string accessCode, CancellationToken cancellation);

    /// <returns>The new revision.</returns>
    /// <exception cref="RefusedException">The answers are not possible, or out of date.</exception>
    Task<long> Save(CompanyVisit visit, long baseRevision, IReadOnlyDictionary<string, Answer> changes, CancellationToken cancellation);

    /// <param name="baseRevision">Of the last save, or of the visit without one.</param>
    /// <exception cref="RefusedException">Something still forbids submission.</exception>
    Task<SubmissionReceipt> Submit(
        CompanyVisit visit,
        long baseRevision,
        string idempotencyKey,
        IReadOnlyDictionary<string, Answer> changes,
        IReadOnlyDictionary<string, string> confirmations,
        CancellationToken cancellation
    );
}

/// <summary>A company that has come in.</summary>
/// <param name="Session">What the channel knows it by.</param>
/// <param name="Receipt">Not null when it has submitted before.</param>
public sealed record CompanyVisit(string Session, Questionnaire Questionnaire, long Revision, SubmissionReceipt? Receipt);

/// <summary>Proof of a submission, as the company gets it.</summary>
public sealed record SubmissionReceipt(string Number, string Hash);
