using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>Tokens of people by their keyed hash.</summary>
public sealed class Tokens(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    private static readonly Func<MaturityDb, byte[], Task<StoredToken?>> _one = EF.CompileAsyncQuery(
        (MaturityDb db, byte[] hash) => db.Tokens.AsNoTracking().SingleOrDefault(token => token.TokenHash == hash)
    );

    public Task Add(StoredToken token) =>
        queue.Commit(scope =>
        {
            scope.Db.Add(token);
            scope.Db.SaveChanges();
        });

    public async Task<StoredToken?> Find(byte[] tokenHash)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await _one(db, tokenHash);
    }

    /// <summary>Every token, also those that have ended.</summary>
    public async Task<IReadOnlyList<StoredToken>> All(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Tokens.AsNoTracking().ToListAsync(cancellation);
    }

    /// <summary>Notes that a token was used. A later use that is noted already stays.</summary>
    public Task Use(byte[] tokenHash, DateTimeOffset now) =>
        queue.Commit(scope =>
        {
            scope.Execute(
                "UPDATE tokens SET last_used = $1 WHERE token_hash = $2 AND (last_used IS NULL OR last_used < $1)",
                now,
                tokenHash
            );
        });

    /// <summary>Ends a token and every session that was begun with it. One that was revoked before keeps its time.</summary>
    public Task Revoke(byte[] tokenHash, DateTimeOffset now) =>
        queue.Commit(scope =>
        {
            scope.Execute("UPDATE tokens SET revoked = $1 WHERE token_hash = $2 AND revoked IS NULL", now, tokenHash);
            scope.Execute("DELETE FROM reader_sessions WHERE token_hash = $1", tokenHash);
        });
}
