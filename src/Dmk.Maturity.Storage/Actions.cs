using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>The audit log's rows: appended, read, and never changed.</summary>
public sealed class Actions(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    public Task Append(StoredAction action) => queue.Commit(scope => Append(scope, action));

    /// <summary>Appends it, unless the same was done by the same less than the span ago, or ahead of a clock that was put back.</summary>
    /// <returns>When that was; the action's own time where it was appended.</returns>
    public Task<DateTimeOffset> AppendOnceWithin(TimeSpan span, StoredAction action) =>
        queue.Commit(scope =>
        {
            var last = scope.Number(
                "SELECT COALESCE(MAX(at), -1) FROM audit_log WHERE at > $1 AND at < $2 "
                    + "AND actor = $3 AND action = $4 AND study IS $5 AND subject IS $6",
                action.At - span,
                action.At + span,
                action.Actor,
                action.Action,
                action.Study,
                action.Subject
            );
            if (last >= 0)
            {
                return DateTimeOffset.FromUnixTimeMilliseconds(last);
            }

            Append(scope, action);
            return action.At;
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

    private static void Append(CommitScope scope, StoredAction action) =>
        scope.Execute(
            "INSERT INTO audit_log (at, actor, action, study, subject, outcome) VALUES ($1, $2, $3, $4, $5, $6)",
            action.At,
            action.Actor,
            action.Action,
            action.Study,
            action.Subject,
            action.Outcome
        );
}
