using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A frame or a sample cannot be stored because the study's sample has been drawn.</summary>
public sealed class SampleDrawnException : Exception
{
    public SampleDrawnException() { }

    public SampleDrawnException(string message)
        : base(message) { }

    public SampleDrawnException(string message, Exception innerException)
        : base(message, innerException) { }
}

/// <summary>The frames of studies, and how their samples were drawn.</summary>
public sealed class Frames(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    /// <summary>Stores a frame with its strata in the place of an earlier one, all of it in one commit or nothing.</summary>
    /// <param name="units">Read once, while it is stored.</param>
    /// <exception cref="SampleDrawnException">Companies of the study have been drawn.</exception>
    public Task Replace(StoredFrame frame, IReadOnlyList<StoredStratum> strata, IEnumerable<StoredFrameUnit> units) =>
        queue.Commit(scope =>
        {
            Empty(scope, frame.Study);
            scope.Db.Add(frame);
            scope.Db.AddRange(strata);
            scope.Db.SaveChanges();
            foreach (var unit in units)
            {
                scope.Execute(
                    "INSERT INTO frame_units (study, unit_id, stratum, persons, wz, previous) VALUES ($1, $2, $3, $4, $5, $6)",
                    unit.Study,
                    unit.UnitId,
                    unit.Stratum,
                    unit.Persons,
                    unit.Wz,
                    unit.Previous
                );
            }
        });

    /// <summary>Stores a sample with the response of each company, and the counts by stratum, in one commit.</summary>
    /// <param name="counts">How many companies were drawn, by cell.</param>
    /// <exception cref="SampleDrawnException">Companies of the study have been drawn.</exception>
    public Task Draw(
        StoredDraw draw,
        IReadOnlyList<(string Cell, long Drawn)> counts,
        PublishedQuestionnaire questionnaire,
        IEnumerable<DrawnUnit> drawn,
        byte[] noAnswers
    ) =>
        queue.Commit(scope =>
        {
            RefuseDrawn(scope, draw.Study);
            foreach (var (cell, sampled) in counts)
            {
                scope.Execute("UPDATE strata SET sampled = $1 WHERE study = $2 AND cell = $3", sampled, draw.Study, cell);
            }

            scope.Db.Add(draw);
            scope.Db.SaveChanges();
            foreach (var unit in drawn)
            {
                Samples.Add(scope, questionnaire, unit, noAnswers);
            }
        });

    /// <returns>Null where none was imported.</returns>
    public async Task<StoredFrame?> Of(string study, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Frames.AsNoTracking().SingleOrDefaultAsync(row => row.Study == study, cancellation);
    }

    /// <returns>Null where no sample was drawn from a frame.</returns>
    public async Task<StoredDraw?> DrawOf(string study, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Draws.AsNoTracking().SingleOrDefaultAsync(row => row.Study == study, cancellation);
    }

    /// <summary>Ids of the companies of a stratum, in ordinal order.</summary>
    public async Task<IReadOnlyList<string>> Units(string study, string stratum, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var units = await db
            .FrameUnits.Where(row => row.Study == study && row.Stratum == stratum)
            .Select(row => row.UnitId)
            .ToArrayAsync(cancellation);
        Array.Sort(units, StringComparer.Ordinal);
        return units;
    }

    /// <summary>Companies of a frame by their ids.</summary>
    public async Task<IReadOnlyList<StoredFrameUnit>> Units(string study, IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.FrameUnits.AsNoTracking().Where(row => row.Study == study && ids.Contains(row.UnitId)).ToListAsync(cancellation);
    }

    /// <summary>Of these companies those that no frame and no sample has.</summary>
    public async Task<IReadOnlyList<string>> Nowhere(IReadOnlyList<string> ids, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var inFrames = db.FrameUnits.Where(row => ids.Contains(row.UnitId)).Select(row => row.UnitId);
        var inSamples = db.Units.Where(row => ids.Contains(row.UnitId)).Select(row => row.UnitId);
        return [.. ids.Except(await inFrames.Union(inSamples).ToListAsync(cancellation), StringComparer.Ordinal)];
    }

    /// <summary>Ids of all companies of a frame.</summary>
    public async Task<IReadOnlyList<string>> Ids(string study, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.FrameUnits.Where(row => row.Study == study).Select(row => row.UnitId).ToListAsync(cancellation);
    }

    private static void Empty(CommitScope scope, string study)
    {
        RefuseDrawn(scope, study);
        scope.Execute("DELETE FROM frame_units WHERE study = $1", study);
        scope.Execute("DELETE FROM frames WHERE study = $1", study);
        scope.Execute("DELETE FROM strata WHERE study = $1", study);
    }

    private static void RefuseDrawn(CommitScope scope, string study)
    {
        if (
            scope.Number("SELECT EXISTS (SELECT 1 FROM units WHERE study = $1) OR EXISTS (SELECT 1 FROM draws WHERE study = $1)", study) > 0
        )
        {
            throw new SampleDrawnException($"The sample of {study} has been drawn.");
        }
    }
}
