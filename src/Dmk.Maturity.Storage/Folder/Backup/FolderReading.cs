using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>A data folder at one moment, to be looked through and not to be changed, whether a server has it open or not.</summary>
public sealed class FolderReading : IDisposable
{
    private readonly FolderSnapshot _snapshot;

    private FolderReading(FolderSnapshot snapshot)
    {
        _snapshot = snapshot;
        Maturity = new(new DbContextOptionsBuilder<MaturityDb>().UseSqlite(snapshot.Maturity).Options);
        Contacts = new(new DbContextOptionsBuilder<ContactsDb>().UseSqlite(snapshot.Contacts).Options);
    }

    public MaturityDb Maturity { get; }

    public ContactsDb Contacts { get; }

    /// <exception cref="DataFolderException">It is no complete data folder of this program's schema, or its databases and its key do not
    /// belong to it.</exception>
    public static FolderReading Open(string path)
    {
        var location = Path.GetFullPath(path);
        if (!Directory.Exists(location))
        {
            throw BackupRefusal.NoFolder(location);
        }

        if (FolderState.Read(location) is not { Stage: FolderStage.Complete } state)
        {
            throw BackupRefusal.NotComplete(location);
        }

        FolderCheck.Key(location, state);
        var reading = new FolderReading(FolderSnapshot.Of(location));
        try
        {
            Check(reading.Maturity, reading._snapshot.Maturity, Path.Combine(location, BackupNames.Maturity), state, state.Maturity);
            Check(reading.Contacts, reading._snapshot.Contacts, Path.Combine(location, BackupNames.Contacts), state, state.Contacts);
            return reading;
        }
        catch
        {
            reading.Dispose();
            throw;
        }
    }

    /// <summary>What SQLite's integrity_check finds, in its words, at most 20 of each database.</summary>
    public IReadOnlyList<string> DamagedPages() =>
        [.. Damaged(_snapshot.Maturity, BackupNames.Maturity), .. Damaged(_snapshot.Contacts, BackupNames.Contacts)];

    public void Dispose()
    {
        Maturity.Dispose();
        Contacts.Dispose();
        _snapshot.Dispose();
    }

    private static void Check(DbContext context, SqliteConnection connection, string file, FolderState state, string id)
    {
        var database = new DatabaseFile(file);
        var mark = database.Guard(() => DatabaseMark.Read(connection));
        database.CheckOwner(mark, state.Stage, state.Folder, id);
        DataFolder.CheckAge(file, mark, state.Opening);
        if (database.Guard(() => !context.Database.GetAppliedMigrations().SequenceEqual(context.Database.GetMigrations())))
        {
            throw BackupRefusal.OtherSchema(file);
        }
    }

    private static List<string> Damaged(SqliteConnection connection, string name)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA integrity_check(20)";
        command.CommandTimeout = 0;
        var found = new List<string>();
        try
        {
            using var row = command.ExecuteReader();
            while (row.Read())
            {
                found.Add($"{name}: {row.GetString(0).ReplaceLineEndings(" ")}");
            }
        }
        catch (SqliteException failure)
        {
            found.Add($"{name}: {failure.Message}");
        }

        return found is [var only] && only == $"{name}: ok" ? [] : found;
    }
}
