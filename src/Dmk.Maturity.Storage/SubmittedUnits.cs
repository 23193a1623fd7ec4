using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A submission with the company that sent it, its answers and its scores under one index model.</summary>
/// <param name="Sequence">As <see cref="StoredSubmission.Sequence"/>.</param>
/// <param name="Stratum">Where the company was drawn, as <see cref="StoredStratum.Cell"/>.</param>
/// <param name="Cell">As <see cref="StoredSubmission.Cell"/>.</param>
/// <param name="QuestionnaireVersion">The version it was submitted with.</param>
/// <param name="Answers">Canonical JSON.</param>
/// <param name="Scores">As <see cref="StoredScores.Values"/>.</param>
public sealed record SubmittedUnit(
    long Sequence,
    string UnitId,
    string Stratum,
    string Cell,
    string QuestionnaireVersion,
    byte[] Answers,
    byte[] Scores
);

/// <summary>Submissions with their companies, for exports of microdata and for nothing else.</summary>
public sealed class SubmittedUnits(IDbContextFactory<MaturityDb> contexts)
{
    /// <summary>The submissions of a Land after one number and up to another, in their order, at most as many as asked for.</summary>
    /// <param name="indexModel"><see cref="PublishedIndexModel.Number"/>.</param>
    public async Task<IReadOnlyList<SubmittedUnit>> Between(
        string land,
        string study,
        int indexModel,
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
            join scores in db.Scores
                on new
                {
                    submission.Land,
                    submission.Study,
                    submission.Sequence,
                    IndexModel = indexModel,
                } equals new
                {
                    scores.Land,
                    scores.Study,
                    scores.Sequence,
                    scores.IndexModel,
                }
            where submission.Land == land && submission.Study == study && submission.Sequence > after && submission.Sequence <= upTo
            orderby submission.Sequence
            select new SubmittedUnit(
                submission.Sequence,
                unit.UnitId,
                unit.Stratum,
                submission.Cell,
                response.QuestionnaireVersion,
                response.Answers,
                scores.Values
            )
        )
            .AsNoTracking()
            .Take(most)
            .ToListAsync(cancellation);
    }
}
