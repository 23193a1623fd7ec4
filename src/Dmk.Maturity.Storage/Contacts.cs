using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dmk.Maturity.Storage;

/// <summary>Names and addresses for invitation letters, apart from everything else.</summary>
public sealed class Contacts(IDbContextFactory<ContactsDb> contexts) : IDisposable
{
    private readonly SemaphoreSlim _oneWriter = new(1, 1);

    /// <summary>Written before the units they belong to; writing them again changes nothing. A blank name or address takes none away: the
    /// same company may stand in another study, whose frame knows them.</summary>
    public async Task Write(IReadOnlyList<Contact> contacts, CancellationToken cancellation)
    {
        await _oneWriter.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await db.Database.OpenConnectionAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"PRAGMA synchronous=FULL", cancellation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await Write(db, contacts, cancellation);
            await transaction.CommitAsync(cancellation);
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    public void Dispose() => _oneWriter.Dispose();

    /// <summary>Takes away who is in no frame and no sample any more.</summary>
    public async Task Remove(IReadOnlyList<string> unitIds, CancellationToken cancellation)
    {
        await _oneWriter.WaitAsync(cancellation);
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellation);
            await db.Database.OpenConnectionAsync(cancellation);

            // A name that has no place here any more is overwritten, not only unlinked.
            await db.Database.ExecuteSqlAsync($"PRAGMA secure_delete=ON", cancellation);
            await db.Contacts.Where(contact => unitIds.Contains(contact.UnitId)).ExecuteDeleteAsync(cancellation);
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    private static async Task Write(ContactsDb db, IReadOnlyList<Contact> contacts, CancellationToken cancellation)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText =
            "INSERT INTO contacts (unit_id, name, address) VALUES ($1, $2, $3) ON CONFLICT (unit_id) DO UPDATE SET "
            + "name = CASE excluded.name WHEN '' THEN name ELSE excluded.name END, "
            + "address = CASE excluded.address WHEN '' THEN address ELSE excluded.address END";
        var parameters = Enumerable.Range(1, 3).Select(place => Parameter(command, $"${place}")).ToArray();
        foreach (var contact in contacts)
        {
            (parameters[0].Value, parameters[1].Value, parameters[2].Value) = (contact.UnitId, contact.Name, contact.Address);
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static DbParameter Parameter(DbCommand command, string name)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        command.Parameters.Add(parameter);
        return parameter;
    }

    /// <summary>By unit id; a unit without a contact is left out.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> unitIds, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db
            .Contacts.AsNoTracking()
            .Where(contact => unitIds.Contains(contact.UnitId))
            .ToDictionaryAsync(contact => contact.UnitId, contact => contact.Name, cancellation);
    }

    /// <summary>Whether any of these companies has a name here.</summary>
    public async Task<bool> HasNames(IReadOnlyCollection<string> unitIds, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db.Contacts.AnyAsync(contact => contact.Name != "" && unitIds.Contains(contact.UnitId), cancellation);
    }
}
