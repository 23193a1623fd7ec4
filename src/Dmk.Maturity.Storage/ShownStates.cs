using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>What readers other than operators have been shown, by study.</summary>
public sealed class ShownStates(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    public async Task<StoredShownMarks?> Find(string study)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await db.ShownMarks.AsNoTracking().SingleOrDefaultAsync(marks => marks.Study == study);
    }

    /// <exception cref="InvalidOperationException">Another process has shown something newer.</exception>
    public Task Save(StoredShownMarks marks) =>
        queue.Commit(scope =>
        {
            var changed = scope.Execute(
                "INSERT INTO shown_marks (study, version, marks, version_mix) VALUES ($1, $2, $3, $4) ON CONFLICT (study) DO UPDATE "
                    + "SET version = excluded.version, marks = excluded.marks, version_mix = excluded.version_mix WHERE "
                    + "shown_marks.version = excluded.version - 1",
                marks.Study,
                marks.Version,
                marks.Marks,
                marks.VersionMix
            );
            if (changed != 1)
            {
                throw new InvalidOperationException(
                    $"The shown state {marks.Version - 1} of {marks.Study} is not the stored one any more."
                );
            }
        });
}
