using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A response with its receipt, where it has been submitted.</summary>
public sealed record ResponseWithSubmission(StoredResponse Response, StoredUnit Unit, StoredSubmission? Submission);

/// <summary>What a save stores.</summary>
/// <param name="Revision">The new one; the stored one must be one less.</param>
/// <param name="Confirmations">As <see cref="StoredResponse.Confirmations"/>.</param>
public sealed record Draft(Guid Response, long Revision, byte[] Answers, byte[] Changes, string? Confirmations, DateTimeOffset At);

/// <summary>A response's step to another version of its questionnaire.</summary>
/// <param name="Revision">The stored one; it does not grow, because the answers stay the same.</param>
/// <param name="Answers">In the order of the later version's options.</param>
public sealed record VersionChange(
    Guid Response,
    long Revision,
    string FromVersion,
    string ToVersion,
    string ToHash,
    byte[] Answers,
    DateTimeOffset At
);

/// <summary>What a submission stores, in one commit.</summary>
public sealed record Submission
{
    public required Guid Response { get; init; }

    public required string Study { get; init; }

    /// <summary>The new one; the stored one must be one less.</summary>
    public required long Revision { get; init; }

    public required byte[] Answers { get; init; }

    public required string IdempotencyKey { get; init; }

    public required string ReceiptNumber { get; init; }

    public required string ReceiptHash { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>As <see cref="StoredSubmission.Cell"/>.</summary>
    public required string Cell { get; init; }

    /// <summary>Reasons for soft checks, as a JSON object.</summary>
    public required string Confirmations { get; init; }

    /// <summary>As <see cref="StoredSubmission.Kept"/>.</summary>
    public required byte[] Kept { get; init; }

    /// <summary>By <see cref="PublishedIndexModel.Number"/>.</summary>
    public required IReadOnlyDictionary<int, double[]> Scores { get; init; }

    /// <summary>As <see cref="StoredScores.ModelHash"/>, of every model that <see cref="Scores"/> are of.</summary>
    public required IReadOnlyDictionary<int, byte[]> ModelHashes { get; init; }
}

/// <summary>The answers of companies. Every verb names the Land first.</summary>
public sealed class Responses(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    private const int DraftStatus = 1;

    private static readonly Func<MaturityDb, string, Guid, Task<ResponseWithSubmission?>> _one = EF.CompileAsyncQuery(
        (MaturityDb db, string land, Guid id) =>
            (
                from response in db.Responses
                join unit in db.Units
                    on new
                    {
                        response.Land,
                        response.Study,
                        response.UnitId,
                    } equals new
                    {
                        unit.Land,
                        unit.Study,
                        unit.UnitId,
                    }
                join submission in db.Submissions
                    on new { response.Land, Response = response.Id } equals new { submission.Land, submission.Response }
                    into submissions
                from submission in submissions.DefaultIfEmpty()
                where response.Land == land && response.Id == id
                select new ResponseWithSubmission(response, unit, submission)
            )
                .AsNoTracking()
                .SingleOrDefault()
    );

    private static readonly Func<MaturityDb, string, Guid, Task<string?>> _unit = EF.CompileAsyncQuery(
        (MaturityDb db, string land, Guid id) =>
            db.Responses.Where(response => response.Land == land && response.Id == id).Select(response => response.UnitId).SingleOrDefault()
    );

    /// <summary>The company that a response was drawn for; null when there is no such response.</summary>
    public async Task<string?> UnitOf(string land, Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await _unit(db, land, id);
    }

    public async Task<ResponseWithSubmission?> Find(string land, Guid id)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await _one(db, land, id);
    }

    /// <exception cref="StaleResponseException">The stored revision is not the one before.</exception>
    public Task Save(string land, Draft draft) =>
        queue.Commit(scope =>
        {
            var changed = scope.Execute(
                "UPDATE responses SET revision = $1, answers = $2, changes = $3, confirmations = $8, status = $4 WHERE "
                    + "land = $5 AND id = $6 AND "
                    + "revision = $7 AND status <> 2",
                draft.Revision,
                draft.Answers,
                draft.Changes,
                DraftStatus,
                land,
                draft.Response,
                draft.Revision - 1,
                draft.Confirmations
            );
            StaleResponseException.ThrowUnless(changed == 1, land, draft.Response);
            if (draft.Revision == 1)
            {
                Append(scope, land, draft.Response, "begun", draft.At);
            }
        });

    /// <summary>Keeps what has been confirmed so far; the answers stay as they are.</summary>
    /// <exception cref="StaleResponseException">The response is not of this revision any more, or it has been submitted.</exception>
    public Task Confirm(string land, Guid response, long revision, string? confirmations) =>
        queue.Commit(scope =>
        {
            var changed = scope.Execute(
                "UPDATE responses SET confirmations = $1 WHERE land = $2 AND id = $3 AND revision = $4 AND status <> 2",
                confirmations,
                land,
                response,
                revision
            );
            StaleResponseException.ThrowUnless(changed == 1, land, response);
        });

    /// <exception cref="StaleResponseException">It is not of this revision and version any more, or it has been submitted.</exception>
    public Task Migrate(string land, VersionChange step) =>
        queue.Commit(scope =>
        {
            var changed = scope.Execute(
                "UPDATE responses SET questionnaire_version = $1, questionnaire_hash = $2, answers = $3 WHERE land = $4 AND id = $5 "
                    + "AND revision = $6 AND questionnaire_version = $7 AND status <> 2",
                step.ToVersion,
                step.ToHash,
                step.Answers,
                land,
                step.Response,
                step.Revision,
                step.FromVersion
            );
            StaleResponseException.ThrowUnless(changed == 1, land, step.Response);
            scope.Execute(
                "INSERT INTO events (land, response, kind, at, actor, detail) VALUES ($1, $2, 'migrated', $3, 'server', $4)",
                land,
                step.Response,
                step.At,
                $"{step.FromVersion} to {step.ToVersion}"
            );
        });

    /// <returns>The number of this submission in its Land and study.</returns>
    /// <exception cref="StaleResponseException">The stored revision is not the one before, or it has been submitted already.</exception>
    public Task<long> Submit(string land, Submission submission) =>
        queue.Commit(scope =>
        {
            var changed = scope.Execute(
                "UPDATE responses SET revision = $1, answers = $2, changes = NULL, status = 2 WHERE land = $3 AND id = $4 AND "
                    + "revision = $5 AND status <> 2",
                submission.Revision,
                submission.Answers,
                land,
                submission.Response,
                submission.Revision - 1
            );
            StaleResponseException.ThrowUnless(changed == 1, land, submission.Response);
            var sequence = scope.Number(
                "INSERT INTO counters (land, study, value) VALUES ($1, $2, 1) ON CONFLICT (land, study) DO UPDATE SET value = value "
                    + "+ 1 RETURNING value",
                land,
                submission.Study
            );
            scope.Execute(
                """
                INSERT INTO submissions
                    (land, study, sequence, response, idempotency_key, receipt_number, receipt_hash, submitted_at, cell, confirmations, kept)
                VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
                """,
                land,
                submission.Study,
                sequence,
                submission.Response,
                submission.IdempotencyKey,
                submission.ReceiptNumber,
                submission.ReceiptHash,
                submission.At,
                submission.Cell,
                submission.Confirmations,
                submission.Kept
            );
            foreach (var (model, scores) in submission.Scores)
            {
                scope.Execute(
                    "INSERT INTO scores (land, study, sequence, index_model, \"values\", model_hash) VALUES ($1, $2, $3, $4, $5, $6)",
                    land,
                    submission.Study,
                    sequence,
                    model,
                    StoredScores.Write(scores),
                    submission.ModelHashes[model]
                );
            }

            // It was scored before an index model came that is stored by now: it waits for its scores like those before it.
            scope.Execute(
                """
                UPDATE rescorings SET target = $1 WHERE study = $2 AND land = $3 AND NOT EXISTS (
                    SELECT 1 FROM scores
                    WHERE land = $3 AND study = $2 AND sequence = $1 AND scores.index_model = rescorings.index_model
                )
                """,
                sequence,
                submission.Study,
                land
            );

            Append(scope, land, submission.Response, "submitted", submission.At);
            return sequence;
        });

    private static void Append(CommitScope scope, string land, Guid response, string kind, DateTimeOffset at) =>
        scope.Execute("INSERT INTO events (land, response, kind, at, actor) VALUES ($1, $2, $3, $4, 'company')", land, response, kind, at);
}
