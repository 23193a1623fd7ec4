using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>Both databases of a data folder at one moment, whether a server has them open or not. Nothing waits for it, and nothing is
/// written to them; only the logs beside them grow meanwhile.</summary>
internal sealed class FolderSnapshot : IDisposable
{
    /// <summary>4 MB at a time.</summary>
    private const int PagesOfAStep = 1024;

    private const int Done = 101;
    private const int MostAttempts = 50;

    private FolderSnapshot(SqliteConnection maturity, SqliteConnection contacts) => (Maturity, Contacts) = (maturity, contacts);

    public SqliteConnection Maturity { get; }

    public SqliteConnection Contacts { get; }

    /// <exception cref="DataFolderException">A database is missing or cannot be read.</exception>
    public static FolderSnapshot Of(string location)
    {
        var (maturity, contacts) = (Path.Combine(location, BackupNames.Maturity), Path.Combine(location, BackupNames.Contacts));
        Check(maturity);
        Check(contacts);
        return new DatabaseFile(contacts).Guard(() =>
        {
            using var watch = DatabaseFile.Open(contacts, SqliteOpenMode.ReadOnly);
            for (var attempt = 1; ; attempt++)
            {
                // Names change rarely: where they did not change while both were begun, they are those of the other's moment.
                var before = Version(watch);
                var snapshot = Begin(maturity, contacts);
                if (Version(watch) == before || attempt == MostAttempts)
                {
                    return snapshot;
                }

                snapshot.Dispose();
            }
        });
    }

    /// <summary>Copies one of them, page by page.</summary>
    /// <param name="file">The file of the copy; there is none yet, or an empty one.</param>
    /// <param name="moved">Told how many bytes have been copied of how many.</param>
    public static void Copy(SqliteConnection source, string file, Action<long, long> moved, CancellationToken cancellation)
    {
        using var copy = DatabaseFile.Open(file, SqliteOpenMode.ReadWrite);
        var backup = SQLitePCL.raw.sqlite3_backup_init(copy.Handle, "main", source.Handle, "main");
        SqliteException.ThrowExceptionForRC(SQLitePCL.raw.sqlite3_errcode(copy.Handle), copy.Handle);
        var pageSize = Number(source, "PRAGMA page_size");
        int result;
        do
        {
            cancellation.ThrowIfCancellationRequested();
            result = SQLitePCL.raw.sqlite3_backup_step(backup, PagesOfAStep);
            var all = SQLitePCL.raw.sqlite3_backup_pagecount(backup);
            moved((all - SQLitePCL.raw.sqlite3_backup_remaining(backup)) * pageSize, all * pageSize);
        } while (result == 0);

        _ = SQLitePCL.raw.sqlite3_backup_finish(backup);
        if (result != Done)
        {
            SqliteException.ThrowExceptionForRC(result, copy.Handle);
        }

        // One file, without a log beside it.
        using var command = copy.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = DELETE";
        command.ExecuteNonQuery();
    }

    /// <summary>As the counters say.</summary>
    public static IReadOnlyList<BackedUpSubmissions> Counted(SqliteConnection maturity)
    {
        using var command = maturity.CreateCommand();
        command.CommandText = "SELECT land, study, value FROM counters ORDER BY land, study";
        using var row = command.ExecuteReader();
        var counted = new List<BackedUpSubmissions>();
        while (row.Read())
        {
            counted.Add(new(row.GetString(0), row.GetString(1), row.GetInt64(2)));
        }

        return counted;
    }

    public void Dispose()
    {
        Maturity.Dispose();
        Contacts.Dispose();
    }

    private static void Check(string file)
    {
        if (!File.Exists(file))
        {
            throw FolderRefusal.Missing(file);
        }

        FileModes.CheckReadable(file);
        if (new FileInfo(file).Length == 0)
        {
            throw FolderRefusal.Empty(file);
        }
    }

    private static FolderSnapshot Begin(string maturity, string contacts)
    {
#pragma warning disable CA2000 // Both live as long as the snapshot.
        var ofMaturity = new DatabaseFile(maturity).Guard(() => Begin(maturity));
        try
        {
            return new(ofMaturity, Begin(contacts));
#pragma warning restore CA2000
        }
        catch (SqliteException)
        {
            ofMaturity.Dispose();
            throw;
        }
    }

    /// <summary>The moment is that of the first reading.</summary>
    private static SqliteConnection Begin(string file)
    {
        var connection = DatabaseFile.Open(file, SqliteOpenMode.ReadOnly);
        try
        {
            Number(connection, "BEGIN; SELECT count(*) FROM sqlite_master");
            return connection;
        }
        catch (SqliteException)
        {
            connection.Dispose();
            throw;
        }
    }

    private static long Version(SqliteConnection connection) => Number(connection, "PRAGMA data_version");

    private static long Number(SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in this file.
        command.CommandText = statement;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }
}
