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
}
