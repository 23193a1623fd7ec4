using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A submission that is to be scored anew.</summary>
/// <param name="QuestionnaireVersion">The version it was submitted with.</param>
/// <param name="Answers">Canonical JSON.</param>
public sealed record UnscoredSubmission(long Sequence, string QuestionnaireVersion, byte[] Answers);

/// <summary>Scores of collected submissions under index models that came later. Every verb that touches submissions names the Land
/// first.</summary>
public sealed class Rescorings(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    /// <summary>How far each Land is, for every model that came later.</summary>
    /// <param name="study">Null for all studies.</param>
    public async Task<IReadOnlyList<StoredRescoring>> Of(string? study, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db
            .Rescorings.AsNoTracking()
            .Where(row => study == null || row.Study == study)
            .OrderBy(row => row.Study)
            .ThenBy(row => row.IndexModel)
            .ThenBy(row => row.Land)
            .ToListAsync(cancellation);
    }

    /// <summary>The submissions after a number and up to another, in their order, at most as many as asked for.</summary>
    public async Task<IReadOnlyList<UnscoredSubmission>> Page(
        string land,
        string study,
        (long After, long UpTo) numbers,
        int most,
        CancellationToken cancellation
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var (after, upTo) = numbers;
        return await (
            from submission in db.Submissions
            join response in db.Responses on new { submission.Land, Id = submission.Response } equals new { response.Land, response.Id }
            where submission.Land == land && submission.Study == study && submission.Sequence > after && submission.Sequence <= upTo
            orderby submission.Sequence
            select new UnscoredSubmission(submission.Sequence, response.QuestionnaireVersion, response.Answers)
        )
            .AsNoTracking()
            .Take(most)
            .ToListAsync(cancellation);
    }

    /// <summary>Stores the scores of a page and how far they reach, in one commit. What has been stored already stays as it is, so that a
    /// page may be stored twice.</summary>
    /// <param name="indexModel"><see cref="PublishedIndexModel.Number"/>.</param>
    /// <param name="hash">As <see cref="StoredScores.ModelHash"/>.</param>
    /// <param name="page">By number, in their order and without gaps.</param>
    public Task Add(string land, string study, int indexModel, byte[] hash, IReadOnlyList<(long Sequence, double[] Scores)> page) =>
        queue.Commit(scope =>
        {
            foreach (var (sequence, scores) in page)
            {
                scope.Execute(
                    "INSERT INTO scores (land, study, sequence, index_model, \"values\", model_hash) VALUES ($1, $2, $3, $4, $5, $6) "
                        + "ON CONFLICT DO NOTHING",
                    land,
                    study,
                    sequence,
                    indexModel,
                    StoredScores.Write(scores),
                    hash
                );
            }

            scope.Execute(
                "UPDATE rescorings SET done = max(done, $1) WHERE study = $2 AND index_model = $3 AND land = $4",
                page[^1].Sequence,
                study,
                indexModel,
                land
            );
        });
}
