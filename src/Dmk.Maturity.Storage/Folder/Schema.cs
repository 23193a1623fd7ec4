using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dmk.Maturity.Storage;

/// <summary>Brings the databases of a folder to the schema of this server.</summary>
internal static class Schema
{
    /// <summary>How long a statement waits while another process holds a database; whoever waits for an answer is told after it.</summary>
    public const int SecondsToWaitForALock = 3;

    public static void Migrate(DataFolder folder, FolderJournal journal)
    {
        using var maturity = new MaturityDb(Options<MaturityDb>(folder.Maturity));
        Guarded(maturity, folder.Maturity, journal);
        using var contacts = new ContactsDb(Options<ContactsDb>(folder.Contacts));
        Guarded(contacts, folder.Contacts, journal);
    }

    /// <summary>Whether <see cref="Migrate(DataFolder, FolderJournal)"/> changes more than the log beside it.</summary>
    public static bool MaturityWillChange(string file)
    {
        using var maturity = new MaturityDb(Options<MaturityDb>(file));
        return maturity.Database.GetPendingMigrations().Any();
    }

    /// <summary>As <see cref="MaturityWillChange"/>, of the names.</summary>
    public static bool ContactsWillChange(string file)
    {
        using var contacts = new ContactsDb(Options<ContactsDb>(file));
        return contacts.Database.GetPendingMigrations().Any();
    }

    public static DbContextOptions<T> Options<T>(string file)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        Configure(options, file);
        return options.Options;
    }

    /// <summary>A file that is not there is never created by opening it. What fails is logged where it is answered, once, and not here for
    /// each reader.</summary>
    public static void Configure(DbContextOptionsBuilder options, string file) =>
        options
            .UseSqlite($"Data Source={file};Mode=ReadWrite;Foreign Keys=True;Default Timeout={SecondsToWaitForALock}")
            .ConfigureWarnings(warnings =>
                warnings.Ignore(
                    RelationalEventId.ConnectionError,
                    RelationalEventId.CommandError,
                    RelationalEventId.TransactionError,
                    CoreEventId.QueryIterationFailed,
                    CoreEventId.SaveChangesFailed
                )
            );

    private static void Guarded(DbContext context, string file, FolderJournal journal) =>
        new DatabaseFile(file).Guard(() =>
        {
            Migrate(context, file, journal);
            return true;
        });

    private static void Migrate(DbContext context, string file, FolderJournal journal)
    {
        var (applied, known) = (context.Database.GetAppliedMigrations().ToArray(), context.Database.GetMigrations().ToArray());
        var unknown = applied.Except(known).FirstOrDefault();
        if (unknown is not null)
        {
            throw new DataFolderException(
                $"{file} has been written by a newer server (schema {unknown}). Use that server, or restore a "
                    + "backup made by this version."
            );
        }

        if (known.Except(applied).Any())
        {
            var begun = Stopwatch.GetTimestamp();
            ForgetStaleLock(context);
            context.Database.Migrate();
            var took = (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
            journal.DatabaseMigrated(file, applied.LastOrDefault("nothing"), known[^1], took);
        }

        CheckTables(context, file);
        context.Database.ExecuteSql($"PRAGMA journal_mode=WAL");
    }

    /// <summary>A database that says that it is migrated and lacks a table has been changed by hand.</summary>
    private static void CheckTables(DbContext context, string file)
    {
        var there = context.Database.SqlQuery<string>($"SELECT name AS Value FROM sqlite_master WHERE type = 'table'").ToHashSet();
        var missing = context
            .Model.GetEntityTypes()
            .Select(type => type.GetTableName())
            .FirstOrDefault(name => !there.Contains(name ?? ""));
        if (missing is not null)
        {
            throw FolderRefusal.Damaged(file, $"its table {missing} is missing");
        }
    }

    /// <summary>A server that was killed while it migrated leaves EF's lock behind, for which the next would wait for ever. Nobody else can
    /// hold it: the folder is locked for us.</summary>
    private static void ForgetStaleLock(DbContext context)
    {
        var tables = context.Database.SqlQuery<long>($"SELECT count(*) AS Value FROM sqlite_master WHERE name = '__EFMigrationsLock'");
        if (context.Database.CanConnect() && tables.Single() > 0)
        {
            context.Database.ExecuteSql($"DELETE FROM __EFMigrationsLock");
        }
    }
}
