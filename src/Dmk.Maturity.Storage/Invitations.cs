using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A freshly issued code's hash and the response it opens.</summary>
public readonly record struct IssuedCode(byte[] Hash, string Land, Guid Response);

/// <summary>What becomes of a fresh code in clear.</summary>
public enum IssuedFor
{
    /// <summary>Whoever issued it uses it and forgets it, as a demonstration does.</summary>
    UseAtOnce,

    /// <summary>It stands in a file for letters, so it must not end unless somebody says so.</summary>
    Letters,
}

/// <summary>Access codes by their keyed hash: the directory that leads to a Land and a response.</summary>
public sealed class Invitations(IDbContextFactory<MaturityDb> contexts, CommitQueue queue)
{
    private static readonly Func<MaturityDb, byte[], Task<StoredInvitation?>> _one = EF.CompileAsyncQuery(
        (MaturityDb db, byte[] hash) => db.Invitations.AsNoTracking().SingleOrDefault(invitation => invitation.CodeHash == hash)
    );

    public async Task<StoredInvitation?> Find(byte[] codeHash)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await _one(db, codeHash);
    }

    /// <summary>Stores fresh codes in one transaction; earlier ones of the same responses end, and so do the sessions that were begun with
    /// them.</summary>
    /// <returns>To how many responses a code has ended that had been written out for a letter.</returns>
    /// <exception cref="OperationCanceledException">Before the commit; nothing has changed.</exception>
    public Task<int> Replace(
        string study,
        IReadOnlyList<IssuedCode> codes,
        IssuedFor issuedFor,
        DateTimeOffset now,
        CancellationToken cancellation
    ) =>
        queue.Commit(scope =>
        {
            var letters = 0;
            foreach (var code in codes)
            {
                cancellation.ThrowIfCancellationRequested();
                var ofLetters = scope.Execute(
                    "UPDATE invitations SET ended_at = $1 WHERE land = $2 AND response = $3 AND ended_at IS NULL "
                        + "AND exported_at IS NOT NULL",
                    now,
                    code.Land,
                    code.Response
                );
                letters += ofLetters > 0 ? 1 : 0;
                scope.Execute(
                    "UPDATE invitations SET ended_at = $1 WHERE land = $2 AND response = $3 AND ended_at IS NULL",
                    now,
                    code.Land,
                    code.Response
                );
                scope.Execute("DELETE FROM sessions WHERE land = $1 AND response = $2", code.Land, code.Response);
                Add(scope, study, code, issuedFor, now);
            }

            return letters;
        });

    /// <summary>Stores further codes, for use at once; earlier ones of the same responses stay good.</summary>
    public Task Add(string study, IReadOnlyList<IssuedCode> codes, DateTimeOffset now) =>
        queue.Commit(scope =>
        {
            foreach (var code in codes)
            {
                Add(scope, study, code, IssuedFor.UseAtOnce, now);
            }
        });

    private static void Add(CommitScope scope, string study, IssuedCode code, IssuedFor issuedFor, DateTimeOffset now) =>
        scope.Execute(
            "INSERT INTO invitations (code_hash, land, study, response, issued_at, exported_at) VALUES ($1, $2, $3, $4, $5, $6)",
            code.Hash,
            code.Land,
            study,
            code.Response,
            now,
            issuedFor == IssuedFor.Letters ? now : null
        );
}
