using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>Sessions of readers of results by the keyed hash of what their cookie holds; they outlive a restart.</summary>
public sealed class ReaderSessions(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    private static readonly Func<MaturityDb, byte[], Task<StoredReaderSession?>> _one = EF.CompileAsyncQuery(
        (MaturityDb db, byte[] hash) => db.ReaderSessions.AsNoTracking().SingleOrDefault(session => session.SessionHash == hash)
    );

    /// <summary>Also forgets a few sessions that have run out, so that they do not pile up.</summary>
    public Task Begin(StoredReaderSession session, DateTimeOffset now) =>
        queue.Commit(scope =>
        {
            scope.Execute(
                "DELETE FROM reader_sessions WHERE session_hash IN "
                    + "(SELECT session_hash FROM reader_sessions WHERE expires < $1 LIMIT 10)",
                now
            );
            scope.Execute(
                "INSERT INTO reader_sessions (session_hash, token_hash, expires) VALUES ($1, $2, $3)",
                session.SessionHash,
                session.TokenHash,
                session.Expires
            );
        });

    public async Task<StoredReaderSession?> Find(byte[] sessionHash)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await _one(db, sessionHash);
    }

    public Task End(byte[] sessionHash) =>
        queue.Commit(scope =>
        {
            scope.Execute("DELETE FROM reader_sessions WHERE session_hash = $1", sessionHash);
        });
}
