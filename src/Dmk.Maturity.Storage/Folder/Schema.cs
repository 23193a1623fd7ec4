using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>Brings the databases of a folder to the schema of this server.</summary>
internal static class Schema
{
    public static void Migrate(DataFolder folder)
    {
        using var maturity = new MaturityDb(Options<MaturityDb>(folder.Maturity));
        Migrate(maturity, folder.Maturity);
        using var contacts = new ContactsDb(Options<ContactsDb>(folder.Contacts));
        Migrate(contacts, folder.Contacts);
    }

    public static DbContextOptions<T> Options<T>(string file)
        where T : DbContext
    {
        var options = new DbContextOptionsBuilder<T>();
        Configure(options, file);
        return options.Options;
    }

    public static void Configure(DbContextOptionsBuilder options, string file) =>
        options.UseSqlite($"Data Source={file};Foreign Keys=True;Default Timeout=30");

    private static void Migrate(DbContext context, string file)
    {
        var unknown = context.Database.GetAppliedMigrations().Except(context.Database.GetMigrations()).FirstOrDefault();
        if (unknown is not null)
        {
            throw new DataFolderException(
                $"{file} has been written by a newer server (schema {unknown}). Use that server, or restore a "
                    + "backup made by this version."
            );
        }

        context.Database.Migrate();
        context.Database.ExecuteSql($"PRAGMA journal_mode=WAL");
    }
}
