using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>What happens when the store does not do what it should.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private static readonly Dictionary<string, string> _noConfirmations = [];
    private static readonly Dictionary<string, Answer> _some = new() { ["uses_ai"] = new Answer.Coded("some") };

    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;
    private IReadOnlyList<string> _keys = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CommitQueue Queue => _server.Get<CommitQueue>();

    private IResponseGrain Response => _server.Response(_keys[0]);

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        _keys = await _server.SmallStudy(1, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Theory]
    [InlineData("submissions")]
    [InlineData("scores")]
    [InlineData("events")]
    public async Task A_submission_that_cannot_be_stored_whole_is_not_stored_at_all_and_can_be_sent_again(string table)
    {
        Assert.IsType<SaveOutcome.Saved>(await Response.Save(0, _some));
        await Run($"CREATE TRIGGER broken BEFORE INSERT ON {table} BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
        await Assert.ThrowsAnyAsync<SqliteException>(() => Response.Submit(1, "k", _some, _noConfirmations));
        Assert.Equal(ResponseStatus.Draft, (await Response.Read()).Status);
        Assert.Equal(0, await _server.Get<Submissions>().Highest("BE", "small-study"));
        await Run("DROP TRIGGER broken");
        Assert.False(Assert.IsType<SubmitOutcome.Accepted>(await Response.Submit(1, "k", _some, _noConfirmations)).Repeated);
        Assert.Equal(1, await _server.Get<Submissions>().Highest("BE", "small-study"));
    }

    [Fact]
    public async Task A_commit_that_fails_as_a_whole_acknowledges_nothing_and_the_next_goes_through()
    {
        // A deferred reference is checked by the commit itself: everything in the same transaction fails with it.
        await Run("CREATE TABLE child (parent INTEGER REFERENCES index_models (number) DEFERRABLE INITIALLY DEFERRED)");
        await Assert.ThrowsAnyAsync<SqliteException>(() => Run("INSERT INTO child VALUES (4711)"));
        Assert.Equal(0, await Queue.Commit(scope => scope.Number("SELECT count(*) FROM child")));
        Assert.IsType<SaveOutcome.Saved>(await Response.Save(0, _some));
    }

    [Fact]
    public async Task A_database_that_is_taken_away_takes_nothing_until_it_is_back()
    {
        Assert.IsType<SaveOutcome.Saved>(await Response.Save(0, _some));
        var (file, aside) = (Path.Combine(_folder.Path, "maturity.db"), Path.Combine(_folder.Path, "aside"));
        File.Move(file, aside);

        var failure = await Assert.ThrowsAnyAsync<Exception>(() =>
            Response.Save(1, new Dictionary<string, Answer> { ["online_share"] = new Answer.Number(7) })
        );
        Assert.NotNull(StoreDownException.Of(failure));

        File.Move(aside, file);
        Assert.IsType<SaveOutcome.Saved>(
            await Response.Save(1, new Dictionary<string, Answer> { ["online_share"] = new Answer.Number(7) })
        );
    }

    [Fact]
    public async Task What_another_server_has_written_is_read_before_deciding()
    {
        Assert.IsType<SaveOutcome.Saved>(await Response.Save(0, _some));
        var key = ResponseKey.Parse(_keys[0]);
        var theirs = Answers.None.With("uses_ai", new Answer.Coded("some")).With("online_share", new Answer.Number(5));
        var changes = LastChanges
            .None.With(["uses_ai"], new(1, _server.Clock.GetUtcNow()))
            .With(["online_share"], new(2, _server.Clock.GetUtcNow()));
        await _server
            .Get<Responses>()
            .Save(key.Land, new Draft(key.Id, 2, AnswersJson.Write(theirs), changes.Write(), null, _server.Clock.GetUtcNow()));

        Assert.IsType<SaveOutcome.Conflicting>(
            await Response.Save(1, new Dictionary<string, Answer> { ["online_share"] = new Answer.Number(6) })
        );
        var merged = Assert
            .IsType<SaveOutcome.Saved>(await Response.Save(1, new Dictionary<string, Answer> { ["employed"] = new Answer.Number(3) }))
            .State;
        Assert.Equal((3, 3), (merged.Revision, merged.Answers.Count));
    }

    [Fact]
    public async Task A_full_queue_is_said_and_the_same_can_be_sent_again()
    {
        using var hold = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var holding = Queue.Commit(_ =>
        {
            begun.Set();
            hold.Wait(Cancellation);
        });
        begun.Wait(Cancellation);
        var filling = Enumerable.Range(0, CommitQueue.Capacity).Select(_ => Queue.Commit(_ => { })).ToArray();
        await Assert.ThrowsAsync<StoreBusyException>(() => Response.Save(0, _some));
        await Assert.ThrowsAsync<StoreBusyException>(() => Response.Submit(null, "k", _some, _noConfirmations));
        hold.Set();
        await Task.WhenAll(filling.Prepend(holding));
        Assert.IsType<SubmitOutcome.Accepted>(await Response.Submit(null, "k", _some, _noConfirmations));
    }

    [Fact]
    public async Task A_store_that_another_program_holds_is_said_within_seconds_and_the_same_can_be_sent_again()
    {
        await using var other = new SqliteConnection($"Data Source={_server.Get<DataFolder>().Maturity};Pooling=False");
        await other.OpenAsync(Cancellation);
        await using (var held = await other.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, Cancellation))
        {
            var began = System.Diagnostics.Stopwatch.GetTimestamp();
            await Assert.ThrowsAsync<StoreDownException>(() => Response.Save(0, _some));
            Assert.True(System.Diagnostics.Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(15));
            Assert.Equal("locked", (await _server.Get<StoreProbe>().Ask(Cancellation))?.Reason);
            Assert.Equal(0, (await Response.Read()).Revision);
        }

        Assert.Null(await _server.Get<StoreProbe>().Ask(Cancellation));
        Assert.IsType<SaveOutcome.Saved>(await Response.Save(0, _some));
    }

    [Fact]
    public async Task A_disk_that_fails_during_the_commit_leaves_the_result_unknown_and_reading_again_tells()
    {
        using var hold = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var holding = Queue.Commit(_ =>
        {
            begun.Set();
            hold.Wait(Cancellation);
        });
        begun.Wait(Cancellation);
        var saving = Response.Save(0, _some);
        while (_server.Get<CommitQueue>().Waits == 0)
        {
            await Task.Delay(10, Cancellation);
        }

        var breaking = Queue.Commit(scope => scope.Db.Database.GetDbConnection().Close());
        hold.Set();
        await holding;

        await Assert.ThrowsAsync<ResultUnknownException>(() => saving);
        await Assert.ThrowsAsync<CommitUnknownException>(() => breaking);
        Assert.Equal(0, (await Response.Read()).Revision);
        Assert.IsType<SaveOutcome.Saved>(await Response.Save(0, _some));
    }

    [Theory]
    [InlineData(5, false)]
    [InlineData(8, false)]
    [InlineData(13, false)]
    [InlineData(19, false)]
    [InlineData(10, true)]
    [InlineData(11, true)]
    public void Only_where_the_disk_failed_is_a_commit_unknown(int code, bool isUnknown)
    {
        var failure = CommitUnknownException.Of(new SqliteException("x", code));

        Assert.Equal(isUnknown, ResultUnknownException.Of(failure) is not null);
        Assert.Equal(!isUnknown && code != 19, StoreDownException.Of(failure) is not null);
    }

    [Fact]
    public async Task A_full_store_is_said_and_takes_again_when_there_is_room()
    {
        await Queue.Commit(scope =>
        {
            scope.Execute("CREATE TABLE filling (page BLOB)");
            while (scope.Number("PRAGMA freelist_count") > 0)
            {
                scope.Execute("INSERT INTO filling VALUES (zeroblob(4000))");
            }

            Limit(scope, 0);
        });
        Assert.Equal("full", (await _server.Get<StoreProbe>().Ask(Cancellation))?.Reason);

        SqliteConnection.ClearAllPools();
        await Queue.Commit(scope => Limit(scope, 1_000_000));
        Assert.Null(await _server.Get<StoreProbe>().Ask(Cancellation));
        Assert.IsType<SaveOutcome.Saved>(await Response.Save(0, _some));
    }

    [Fact]
    public async Task Work_beside_one_that_meets_a_full_store_is_told_the_same_reason()
    {
        using var hold = new ManualResetEventSlim();
        using var begun = new ManualResetEventSlim();
        var holding = Queue.Commit(scope =>
        {
            begun.Set();
            hold.Wait(Cancellation);
            Limit(scope, 0);
        });
        begun.Wait(Cancellation);
        var beside = Queue.Commit(scope => scope.Number("SELECT count(*) FROM tokens"));
        var filling = Queue.Commit(Fill);
        hold.Set();
        await holding;

        Assert.Equal("full", StoreFault.Of(await Record.ExceptionAsync(() => filling))?.Reason);
        Assert.Equal("full", StoreFault.Of(await Record.ExceptionAsync(() => beside))?.Reason);
    }

    [Fact]
    public async Task A_response_cannot_be_stored_twice_even_past_its_grain()
    {
        var key = ResponseKey.Parse(_keys[0]);
        await Response.Submit(null, "k", _some, _noConfirmations);
        var again = new Submission
        {
            Response = key.Id,
            Study = "small-study",
            Revision = 2,
            Answers = [],
            IdempotencyKey = "k",
            ReceiptNumber = "n",
            ReceiptHash = "h",
            At = _server.Clock.GetUtcNow(),
            Cell = "BE/construction/S1",
            Kept = [],
            Confirmations = "{}",
            Scores = new Dictionary<int, double[]>(),
            ModelHashes = new Dictionary<int, byte[]>(),
        };
        await Assert.ThrowsAsync<StaleResponseException>(() => _server.Get<Responses>().Submit(key.Land, again));
        Assert.Single(await _server.Get<Submissions>().After("BE", "small-study", 0, 10));
    }

    /// <summary>Room for so many pages more; SQLite keeps the limit with the connection.</summary>
    private static void Limit(CommitScope scope, long more)
    {
        var pages = scope.Number("PRAGMA page_count") + more;
        scope.Number(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"PRAGMA max_page_count = {pages}"));
    }

    private static void Fill(CommitScope scope)
    {
        scope.Execute("CREATE TABLE more (page BLOB)");
        for (var page = 0; page < 100; page++)
        {
            scope.Execute("INSERT INTO more VALUES (zeroblob(4000))");
        }
    }

    private Task Run(string sql) =>
        Queue.Commit(scope =>
        {
            scope.Db.Database.ExecuteSqlRaw(sql);
        });
}
