using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>The audit log's rows: appended, read, and never changed.</summary>
public sealed class Actions(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    public Task Append(StoredAction action) =>
        queue.Commit(scope =>
        {
            scope.Execute(
                "INSERT INTO audit_log (at, actor, action, study, subject, outcome) VALUES ($1, $2, $3, $4, $5, $6)",
                action.At,
                action.Actor,
                action.Action,
                action.Study,
                action.Subject,
                action.Outcome
            );
        });

    /// <summary>In their order, those after a number, at most as many as asked for.</summary>
    /// <param name="study">Only those of this study; null for all.</param>
    /// <param name="since">Only those from then on; null for all.</param>
    public async Task<IReadOnlyList<StoredAction>> Read(
        long after,
        int most,
        string? study,
        DateTimeOffset? since,
        CancellationToken cancellation
    )
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        var rows = db.Actions.AsNoTracking().Where(action => action.Number > after);
        rows = study is null ? rows : rows.Where(action => action.Study == study);
        rows = since is not { } from ? rows : rows.Where(action => action.At >= from);
        return await rows.OrderBy(action => action.Number).Take(most).ToListAsync(cancellation);
    }
}
