using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>Names for invitation letters, apart from everything else.</summary>
public sealed class Contacts(IDbContextFactory<ContactsDb> contexts) : IDisposable
{
    private readonly SemaphoreSlim _oneWriter = new(1, 1);

    /// <summary>Written before the units they belong to; writing them again changes nothing.</summary>
    public async Task Write(IReadOnlyList<Contact> contacts, CancellationToken cancellation)
    {
        await _oneWriter.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await db.Database.OpenConnectionAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"PRAGMA synchronous=FULL", cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var contact in contacts)
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO contacts (unit_id, name) VALUES ({contact.UnitId}, {contact.Name})
                    ON CONFLICT (unit_id) DO UPDATE SET name = excluded.name
                    """,
                    cancellation
                );
            }

            await transaction.CommitAsync(cancellation);
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    public void Dispose() => _oneWriter.Dispose();

    /// <summary>By unit id; a unit without a contact is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> unitIds, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db
            .Contacts.AsNoTracking()
            .Where(contact => unitIds.Contains(contact.UnitId))
            .ToDictionaryAsync(contact => contact.UnitId, contact => contact.Name, cancellation);
    }

    /// <summary>Whether any company has a name here.</summary>
    public async Task<bool> HasNames(CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Contacts.AnyAsync(contact => contact.Name != "", cancellation);
    }
}
