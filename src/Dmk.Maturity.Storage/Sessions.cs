using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>Sessions of companies by the keyed hash of their token; they outlive a restart.</summary>
public sealed class Sessions(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    /// <summary>Of one response that are open at the same time: more than a company has people and browsers for it.</summary>
    public const int MostOfOneResponse = 20;

    private static readonly Func<MaturityDb, byte[], Task<StoredSession?>> _one = EF.CompileAsyncQuery(
        (MaturityDb db, byte[] hash) => db.Sessions.AsNoTracking().SingleOrDefault(session => session.TokenHash == hash)
    );

    /// <summary>Also forgets a few sessions that have run out, and those of the same response that were used longest ago, so that they do
    /// not pile up.</summary>
    public Task Begin(StoredSession session, DateTimeOffset now) =>
        queue.Commit(scope =>
        {
            scope.Execute("DELETE FROM sessions WHERE token_hash IN (SELECT token_hash FROM sessions WHERE expires < $1 LIMIT 10)", now);
            scope.Execute(
                "INSERT INTO sessions (token_hash, land, study, response, expires) VALUES ($1, $2, $3, $4, $5)",
                session.TokenHash,
                session.Land,
                session.Study,
                session.Response,
                session.Expires
            );
            scope.Execute(
                "DELETE FROM sessions WHERE land = $1 AND response = $2 AND token_hash <> $4 "
                    + "AND token_hash NOT IN (SELECT token_hash FROM sessions "
                    + "WHERE land = $1 AND response = $2 ORDER BY expires DESC, rowid DESC LIMIT $3)",
                session.Land,
                session.Response,
                MostOfOneResponse,
                session.TokenHash
            );
        });

    public async Task<StoredSession?> Find(byte[] tokenHash)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await _one(db, tokenHash);
    }

    public Task Extend(byte[] tokenHash, DateTimeOffset expires) =>
        queue.Commit(scope =>
        {
            scope.Execute("UPDATE sessions SET expires = $1 WHERE token_hash = $2 AND expires < $1", expires, tokenHash);
        });

    public Task End(byte[] tokenHash) =>
        queue.Commit(scope =>
        {
            scope.Execute("DELETE FROM sessions WHERE token_hash = $1", tokenHash);
        });
}
