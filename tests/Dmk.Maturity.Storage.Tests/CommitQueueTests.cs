using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>What is acknowledged is stored, and one that fails takes nobody with it.</summary>
public sealed class CommitQueueTests : IAsyncDisposable
{
    private readonly TemporaryFolder _temporary = new();
    private readonly DataFolder _folder;
    private readonly ServiceProvider _services;

    public CommitQueueTests()
    {
        _folder = DataFolder.Open(_temporary.Location);
        _services = new ServiceCollection().AddDmkStorage(_folder).BuildServiceProvider();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CommitQueue Queue => _services.GetRequiredService<CommitQueue>();

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
        _temporary.Dispose();
    }

    [Fact]
    public async Task Acknowledged_work_is_seen_by_every_other_connection()
    {
        for (var number = 0; number < 20; number++)
        {
            await Queue.Commit(scope =>
            {
                Insert(scope, number);
            });
            Assert.Contains(number, await Stored());
        }
    }

    [Fact]
    public async Task Work_that_fails_is_undone_alone()
    {
        using var hold = new ManualResetEventSlim();
        var holding = Queue.Commit(_ => hold.Wait(Cancellation));
        var all = Enumerable
            .Range(0, 100)
            .Select(number =>
                Queue.Commit(scope =>
                {
                    Insert(scope, number);
                    if (number % 7 == 0)
                    {
                        throw new InvalidOperationException($"{number} fails.");
                    }
                })
            )
            .ToArray();
        hold.Set();
        await holding;
        for (var number = 0; number < all.Length; number++)
        {
            if (number % 7 == 0)
            {
                Assert.Equal($"{number} fails.", (await Assert.ThrowsAsync<InvalidOperationException>(() => all[number])).Message);
            }
            else
            {
                await all[number];
            }
        }

        Assert.Equal(Enumerable.Range(0, 100).Where(number => number % 7 != 0), (await Stored()).Order());
    }

    [Fact]
    public async Task Tracked_rows_of_failed_work_do_not_come_back_with_the_next()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Queue.Commit(scope =>
            {
                scope.Db.Add(Token(1));
                throw new InvalidOperationException("Fails before it saves.");
            })
        );
        await Queue.Commit(scope =>
        {
            scope.Db.Add(Token(2));
            scope.Db.SaveChanges();
        });
        Assert.Equal([2], await Stored());
    }

    [Fact]
    public async Task A_full_queue_refuses_and_forgets_nothing_that_it_took()
    {
        using var hold = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var holding = Queue.Commit(_ =>
        {
            begun.Set();
            hold.Wait(Cancellation);
        });
        begun.Wait(Cancellation);
        var taken = Enumerable
            .Range(0, CommitQueue.Capacity)
            .Select(number =>
                Queue.Commit(scope =>
                {
                    Insert(scope, number);
                })
            )
            .ToArray();
        await Assert.ThrowsAsync<QueueFullException>(() =>
            Queue.Commit(scope =>
            {
                Insert(scope, -1);
            })
        );
        hold.Set();
        await holding;
        await Task.WhenAll(taken);
        Assert.Equal(Enumerable.Range(0, CommitQueue.Capacity), (await Stored()).Order());
    }

    [Fact]
    public async Task What_waits_when_the_server_stops_is_still_stored()
    {
        var all = Enumerable
            .Range(0, 50)
            .Select(number =>
                Queue.Commit(scope =>
                {
                    Insert(scope, number);
                })
            )
            .ToArray();
        await Queue.DisposeAsync();
        await Task.WhenAll(all);
        Assert.Equal(50, (await Stored()).Count);
    }

    [Fact]
    public async Task The_writer_writes_through_to_the_disk_and_checks_references()
    {
        Assert.Equal(2, await Queue.Commit(scope => scope.Number("PRAGMA synchronous")));
        Assert.Equal(1, await Queue.Commit(scope => scope.Number("PRAGMA foreign_keys")));
        await using var db = await _services.GetRequiredService<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal(
            "wal",
            (
                await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS Value FROM pragma_journal_mode").ToListAsync(Cancellation)
            ).Single()
        );
    }

    [Fact]
    public async Task The_migrations_make_the_model()
    {
        await using var maturity = await _services.GetRequiredService<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        await using var contacts = await _services.GetRequiredService<IDbContextFactory<ContactsDb>>().CreateDbContextAsync(Cancellation);
        Assert.False(maturity.Database.HasPendingModelChanges());
        Assert.False(contacts.Database.HasPendingModelChanges());
    }

    private static StoredToken Token(int number) =>
        new()
        {
            TokenHash = BitConverter.GetBytes(number),
            Role = number,
            Name = "test",
            Expires = DateTimeOffset.UnixEpoch,
        };

    private static void Insert(CommitScope scope, int number) =>
        scope.Execute(
            "INSERT INTO tokens (token_hash, role, name, expires) VALUES ($1, $2, 'test', 0)",
            BitConverter.GetBytes(number),
            number
        );

    private async Task<IReadOnlyList<int>> Stored()
    {
        await using var db = await _services.GetRequiredService<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        return await db.Tokens.Select(token => token.Role).ToListAsync(Cancellation);
    }
}
