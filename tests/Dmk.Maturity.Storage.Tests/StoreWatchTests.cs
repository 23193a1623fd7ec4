using Dmk.Maturity.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>Damage is found at the start and while the server runs, and nothing is read or written any more; what passes is said once when
/// it comes and once when it goes.</summary>
public sealed class StoreWatchTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly Journal _journal = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _journal.Dispose();
        _temporary.Dispose();
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public void Damage_in_the_middle_is_found_at_the_start(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        Damage.Fill(_temporary.File(database));
        DataFolder.Open(_temporary.Location).Dispose();
        Damage.Overwrite(_temporary.File(database));

        var message = Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Location)).Message;

        Assert.Contains($"{database} is damaged", message, StringComparison.Ordinal);
        Assert.Single(message.Split('\n'));
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public async Task Damage_found_while_running_ends_reading_and_writing(string database)
    {
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = Services(folder);
        var queue = services.GetRequiredService<CommitQueue>();
        Damage.Fill(_temporary.File(database));
        services.GetRequiredService<PageInspection>().Run(Cancellation);
        await queue.Commit(_ => { });
        Assert.Null(await services.GetRequiredService<StoreProbe>().Ask(Cancellation));

        Damage.Overwrite(_temporary.File(database));
        services.GetRequiredService<PageInspection>().Run(Cancellation);

        Assert.True(StoreFault.Of(await Record.ExceptionAsync(() => queue.Commit(_ => { })))?.IsDamage);
        Assert.True(StoreFault.Of(await Record.ExceptionAsync(() => Read(services)))?.IsDamage);
        Assert.Equal("damaged", (await services.GetRequiredService<StoreProbe>().Ask(Cancellation))?.Reason);
        Assert.Contains(database, Assert.Single(_journal.Of("StoreDamaged")).Text, StringComparison.Ordinal);
        Assert.Empty(_journal.Of("CommitFailed"));
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public async Task Damage_in_a_database_that_is_too_large_for_the_start_is_found_as_soon_as_it_is_looked_through(string database)
    {
        Damage.Fill(Made(database));
        Damage.Overwrite(_temporary.File(database));
        using var folder = DataFolder.Open(_temporary.Location, checkedFirst: 0);
        await using var services = Services(folder);
        var inspection = services.GetRequiredService<PageInspection>();
        Assert.True(inspection.IsOwed);

        inspection.RunOwed(Cancellation);

        Assert.Contains(database, Assert.Single(_journal.Of("StoreDamaged")).Text, StringComparison.Ordinal);
        Assert.Empty(_journal.Of("PagesChecked"));
        Assert.Equal("damaged", (await services.GetRequiredService<StoreProbe>().Ask(Cancellation))?.Reason);
    }

    [Fact]
    public async Task A_good_database_that_is_too_large_for_the_start_is_said_to_be_so_when_it_has_been_looked_through()
    {
        Damage.Fill(Made("maturity.db"));
        using var folder = DataFolder.Open(_temporary.Location, checkedFirst: 0);
        await using var services = Services(folder);

        services.GetRequiredService<PageInspection>().RunOwed(Cancellation);

        Assert.Single(_journal.Of("PagesChecked"));
        Assert.False(services.GetRequiredService<StoreWatch>().IsDamaged);
    }

    [Fact]
    public void A_large_database_whose_schema_is_about_to_change_is_looked_through_first()
    {
        var file = Made("maturity.db");
        Damage.Fill(file);
        using (var connection = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                "DELETE FROM __EFMigrationsHistory WHERE MigrationId = (SELECT max(MigrationId) FROM __EFMigrationsHistory); "
                + "PRAGMA wal_checkpoint(TRUNCATE)";
            command.ExecuteNonQuery();
        }

        Damage.Overwrite(file);

        var message = Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Location, checkedFirst: 0)).Message;
        Assert.Contains("maturity.db is damaged", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Damage_that_a_reader_meets_is_remembered()
    {
        Damage.Fill(Made());
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = Services(folder);
        Damage.Overwrite(folder.Maturity);

        Assert.True(StoreFault.Of(await Record.ExceptionAsync(() => Read(services)))?.IsDamage);
        Assert.True(services.GetRequiredService<StoreWatch>().IsDamaged);
        Assert.True(
            StoreFault.Of(await Record.ExceptionAsync(() => services.GetRequiredService<CommitQueue>().Commit(_ => { })))?.IsDamage
        );
    }

    [Fact]
    public async Task A_check_that_is_given_up_says_nothing()
    {
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = Services(folder);
        using var given = new CancellationTokenSource();
        await given.CancelAsync();

        Assert.ThrowsAny<OperationCanceledException>(() => services.GetRequiredService<PageInspection>().Run(given.Token));
        Assert.False(services.GetRequiredService<StoreWatch>().IsDamaged);
    }

    [Fact]
    public async Task A_store_that_is_held_by_another_program_is_logged_once_and_its_end_once()
    {
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = Services(folder);
        var queue = services.GetRequiredService<CommitQueue>();
        await using (var other = new SqliteConnection($"Data Source={folder.Maturity};Pooling=False"))
        {
            await other.OpenAsync(Cancellation);
            await using var held = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Cancellation);
            for (var attempt = 0; attempt < 2; attempt++)
            {
                Assert.Equal("locked", StoreFault.Of(await Record.ExceptionAsync(() => queue.Commit(_ => { })))?.Reason);
            }
        }

        await queue.Commit(_ => { });
        await queue.Commit(_ => { });
        Assert.Contains("locked", Assert.Single(_journal.Of("StoreUnavailable")).Text, StringComparison.Ordinal);
        Assert.Single(_journal.Of("StoreAvailable"));
        Assert.Empty(_journal.Of("CommitFailed"));
    }

    [Fact]
    public async Task Low_space_is_said_while_everything_is_still_stored()
    {
        using var folder = DataFolder.Open(_temporary.Location);
        var limits = new StoreLimits { LowSpaceInMegabytes = 1L << 40 };
        await using var services = Services(folder, limits);
        var probe = services.GetRequiredService<StoreProbe>();

        Assert.Equal("low-space", (await probe.Ask(Cancellation))?.Reason);
        Assert.Equal("low-space", (await probe.Ask(Cancellation))?.Reason);
        await services.GetRequiredService<CommitQueue>().Commit(_ => { });
        limits.LowSpaceInMegabytes = 0;
        Assert.Null(await probe.Ask(Cancellation));

        Assert.Single(_journal.Of("SpaceLow"));
        Assert.Single(_journal.Of("SpaceEnough"));
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public async Task A_database_that_is_taken_away_from_a_running_server_is_missing(string database)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows does not let go of an open file.");
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = Services(folder);
        File.Delete(_temporary.File(database));

        Assert.Equal("missing", (await services.GetRequiredService<StoreProbe>().Ask(Cancellation))?.Reason);
        Assert.False(File.Exists(_temporary.File(database)));
    }

    private string Made(string database = "maturity.db")
    {
        DataFolder.Open(_temporary.Location).Dispose();
        return _temporary.File(database);
    }

    /// <summary>All of the table that the damage lies in.</summary>
    private static async Task Read(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        await db.Database.ExecuteSqlAsync($"UPDATE filling SET text = '' WHERE text = 'nothing'", Cancellation);
    }

    private ServiceProvider Services(DataFolder folder, StoreLimits? limits = null)
    {
        var services = new ServiceCollection().AddDmkStorage(folder);
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_journal));
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(limits ?? new StoreLimits { LowSpaceInMegabytes = 0 }));
        return services.BuildServiceProvider();
    }
}
