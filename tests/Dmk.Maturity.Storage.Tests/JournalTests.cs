using Dmk.Maturity.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>Each event of the store is logged when it happens, and not otherwise.</summary>
public sealed class JournalTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly Journal _journal = new();
    private readonly ILoggerFactory _logs;

    public JournalTests() =>
        _logs = LoggerFactory.Create(logging =>
        {
            logging.SetMinimumLevel(LogLevel.Trace);
            logging.AddProvider(_journal);
        });

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _logs.Dispose();
        _journal.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public void A_new_folder_is_made_and_opened()
    {
        DataFolder.Open(_temporary.Location, _logs).Dispose();

        Assert.Equal(["DatabaseMigrated", "DatabaseMigrated", "FolderOpened"], _journal.Lines.Select(line => line.Name));
        Assert.Contains(_temporary.Location, Assert.Single(_journal.Of("FolderOpened")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_this_schema_is_only_opened()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        DataFolder.Open(_temporary.Location, _logs).Dispose();

        Assert.Equal(["FolderOpened"], _journal.Lines.Select(line => line.Name));
    }

    [Fact]
    public void A_database_without_a_schema_is_brought_to_the_one_of_this_server()
    {
        DataFolder.Open(_temporary.Location, _logs).Dispose();

        var line = _journal.Of("DatabaseMigrated")[^1];
        Assert.Contains("contacts.db has been brought from the schema nothing to ", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_in_use_is_refused_with_the_reason()
    {
        using (DataFolder.Open(_temporary.Location))
        {
            Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Location, _logs));
        }

        Assert.Contains("in use by another server", Assert.Single(_journal.Of("FolderRefused")).Text, StringComparison.Ordinal);
        Assert.Empty(_journal.Of("FolderOpened"));
    }

    [Fact]
    public void A_damaged_folder_is_refused_with_the_reason()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.WriteAllText(_temporary.File("maturity.db"), string.Concat(Enumerable.Repeat("this is not a database ", 400)));
        Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Location, _logs));

        Assert.Contains("is not a database", Assert.Single(_journal.Of("FolderRefused")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_commit_that_fails_as_a_whole_is_logged_once()
    {
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = Services(folder);
        var queue = services.GetRequiredService<CommitQueue>();
        await queue.Commit(scope =>
        {
            scope.Execute("CREATE TABLE child (parent INTEGER REFERENCES index_models (number) DEFERRABLE INITIALLY DEFERRED)");
        });
        Assert.Empty(_journal.Of("CommitFailed"));
        await Assert.ThrowsAnyAsync<SqliteException>(() =>
            queue.Commit(scope =>
            {
                scope.Execute("INSERT INTO child VALUES (4711)");
            })
        );

        var line = Assert.Single(_journal.Of("CommitFailed"));
        Assert.Equal((2001, LogLevel.Error), (line.Id, line.Level));
        Assert.DoesNotContain("4711", line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_queue_is_logged_once_and_so_is_its_end()
    {
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = Services(folder);
        var queue = services.GetRequiredService<CommitQueue>();
        using var hold = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var holding = queue.Commit(_ =>
        {
            begun.Set();
            hold.Wait(Cancellation);
        });
        begun.Wait(Cancellation);
        var taken = Enumerable.Range(0, CommitQueue.Capacity).Select(_ => queue.Commit(_ => { })).ToArray();
        for (var refused = 0; refused < 3; refused++)
        {
            await Assert.ThrowsAsync<QueueFullException>(() => queue.Commit(_ => { }));
        }

        Assert.Single(_journal.Of("QueueFull"));
        Assert.Empty(_journal.Of("QueueTakesAgain"));
        hold.Set();
        await holding;
        await Task.WhenAll(taken);
        Assert.Contains("3 pieces", Assert.Single(_journal.Of("QueueTakesAgain")).Text, StringComparison.Ordinal);
    }

    private ServiceProvider Services(DataFolder folder) =>
        new ServiceCollection().AddSingleton(_logs).AddDmkStorage(folder).BuildServiceProvider();
}
