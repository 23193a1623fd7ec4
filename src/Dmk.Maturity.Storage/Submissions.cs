using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A submission as its partition needs it: its number, where it was drawn, where it counts, and its scores.</summary>
public sealed record ScoredSubmission
{
    public required long Sequence { get; init; }

    /// <summary>As <see cref="StoredStratum.Cell"/>.</summary>
    public required string Stratum { get; init; }

    /// <summary>As <see cref="StoredSubmission.Cell"/>.</summary>
    public required string Cell { get; init; }

    /// <summary>The version it was submitted with.</summary>
    public required string QuestionnaireVersion { get; init; }

    /// <summary>As <see cref="StoredSubmission.Kept"/>.</summary>
    public required byte[]? Kept { get; init; }

    /// <summary>The submitted answers where <see cref="Kept"/> is null; else null.</summary>
    public required byte[]? Answers { get; init; }

    /// <summary>By <see cref="PublishedIndexModel.Number"/>.</summary>
    public required IReadOnlyDictionary<int, double[]> Scores { get; init; }
}

/// <summary>What has been submitted, in the order of commits. Every verb names the Land first.</summary>
public sealed class Submissions(IDbContextFactory<MaturityDb> contexts)
{
    private static readonly Func<MaturityDb, string, string, Task<long>> _counted = EF.CompileAsyncQuery(
        (MaturityDb db, string land, string study) =>
            db.Counters.Where(counter => counter.Land == land && counter.Study == study).Select(counter => counter.Value).FirstOrDefault()
    );

    /// <summary>The highest number that was acknowledged; 0 before the first.</summary>
    public async Task<long> Highest(string land, string study)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await _counted(db, land, study);
    }

    /// <summary>What tells a submission from all others that might bear its number: its response and its receipt.</summary>
    /// <returns>Null where no submission has the number.</returns>
    public async Task<string?> MarkOf(string land, string study, long sequence)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var found = await db
            .Submissions.AsNoTracking()
            .Where(row => row.Land == land && row.Study == study && row.Sequence == sequence)
            .Select(row => new
            {
                row.Response,
                row.ReceiptNumber,
                row.ReceiptHash,
            })
            .SingleOrDefaultAsync();
        return found is null ? null : $"{found.Response} {found.ReceiptNumber} {found.ReceiptHash}";
    }

    /// <summary>The submissions after a number, in their order, at most as many as asked for.</summary>
    public async Task<IReadOnlyList<ScoredSubmission>> After(string land, string study, long sequence, int most)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var last = sequence + most;
        var submissions = await (
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
            where submission.Land == land && submission.Study == study && submission.Sequence > sequence && submission.Sequence <= last
            orderby submission.Sequence
            select new
            {
                submission.Sequence,
                unit.Stratum,
                submission.Cell,
                response.QuestionnaireVersion,
                submission.Kept,
                Answers = submission.Kept == null ? response.Answers : null,
            }
        )
            .AsNoTracking()
            .ToListAsync();
        var scores = await db
            .Scores.AsNoTracking()
            .Where(row => row.Land == land && row.Study == study && row.Sequence > sequence && row.Sequence <= last)
            .Select(row => new
            {
                row.Sequence,
                row.IndexModel,
                row.Values,
            })
            .ToListAsync();
        var bySequence = scores.ToLookup(row => row.Sequence);
        return
        [
            .. submissions.Select(row => new ScoredSubmission
            {
                Sequence = row.Sequence,
                Stratum = row.Stratum,
                Cell = row.Cell,
                QuestionnaireVersion = row.QuestionnaireVersion,
                Kept = row.Kept,
                Answers = row.Answers,
                Scores = bySequence[row.Sequence].ToDictionary(score => score.IndexModel, score => StoredScores.Read(score.Values)),
            }),
        ];
    }

    /// <summary>Of the companies that have submitted in two studies, in the order of the later one. Companies are the same by their unit
    /// id; one that was drawn in another Land the other time is not found.</summary>
    /// <param name="earlierModel">By <see cref="PublishedIndexModel.Number"/>.</param>
    public async Task<IReadOnlyList<SubmissionPair>> InBoth(string land, string earlier, string later, int earlierModel)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var pairs = await (
            from after in db.Submissions
            join afterwards in db.Responses on new { after.Land, Id = after.Response } equals new { afterwards.Land, afterwards.Id }
            join beforehand in db.Responses
                on new
                {
                    afterwards.Land,
                    Study = earlier,
                    afterwards.UnitId,
                } equals new
                {
                    beforehand.Land,
                    beforehand.Study,
                    beforehand.UnitId,
                }
            join before in db.Submissions on new { beforehand.Land, Response = beforehand.Id } equals new { before.Land, before.Response }
            join unit in db.Units
                on new
                {
                    beforehand.Land,
                    beforehand.Study,
                    beforehand.UnitId,
                } equals new
                {
                    unit.Land,
                    unit.Study,
                    unit.UnitId,
                }
            where after.Land == land && after.Study == later
            orderby after.Sequence
            select new
            {
                Before = before.Sequence,
                After = after.Sequence,
                unit.Stratum,
                before.Cell,
            }
        )
            .AsNoTracking()
            .ToListAsync();
        var scores = (
            await db
                .Scores.AsNoTracking()
                .Where(row => row.Land == land && row.Study == earlier && row.IndexModel == earlierModel)
                .ToListAsync()
        ).ToDictionary(row => row.Sequence, row => row.Values);
        return
        [
            .. pairs
                .Where(pair => scores.ContainsKey(pair.Before))
                .Select(pair => new SubmissionPair(
                    pair.Before,
                    pair.After,
                    pair.Stratum,
                    pair.Cell,
                    StoredScores.Read(scores[pair.Before])
                )),
        ];
    }
}
