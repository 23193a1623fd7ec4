using Dmk.Maturity.Statistics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Who did what and when, appended and never changed.</summary>
public sealed class AuditLogTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;

    private AuditLog Log => _server.Get<AuditLog>();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await Server.Start(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_action_stands_between_two_entries_whatever_comes_of_it()
    {
        var deed = new Deed("tester", "test.act", "small-study", null);
        Assert.Equal(7, await Log.Around(deed, () => Task.FromResult(7), made => $"number {made}"));
        await Assert.ThrowsAsync<ArgumentException>(() => Log.Around(deed, () => throw new ArgumentException("no such study")));
        await Assert.ThrowsAsync<IOException>(() => Log.Around(deed, () => throw new IOException("no space")));

        Assert.Equal(
            ["1 begun ", "2 done number 7", "3 begun ", "4 refused ", "5 begun ", "6 failed "],
            (await All()).Select(entry => $"{entry.Number} {entry.Outcome} {entry.Subject}")
        );
        Assert.All(await All(), entry => Assert.Equal(("tester", "test.act", "small-study"), (entry.Actor, entry.Action, entry.Study)));
    }

    [Theory]
    [InlineData(typeof(StoreBusyException))]
    [InlineData(typeof(CommitUnknownException))]
    [InlineData(typeof(OperationCanceledException))]
    public async Task What_is_cut_off_or_not_known_leaves_its_beginning_alone(Type cut)
    {
        var deed = new Deed("tester", "test.act", null, null);

        await Assert.ThrowsAsync(cut, () => Log.Around(deed, () => throw (Exception)Activator.CreateInstance(cut)!));

        Assert.Equal("begun", Assert.Single(await All()).Outcome);
    }

    [Fact]
    public async Task The_beginning_is_on_the_disk_before_the_action()
    {
        await Log.Around(new("tester", "test.act", null, null), async () => Assert.Equal("begun", Assert.Single(await All()).Outcome));

        // Nothing is done where it cannot be written.
        await using var other = await Held();
        var isDone = false;
        await Assert.ThrowsAnyAsync<Exception>(() =>
            Log.Around(
                new("tester", "test.act", null, null),
                () =>
                {
                    isDone = true;
                    return Task.CompletedTask;
                }
            )
        );
        Assert.False(isDone);
    }

    [Fact]
    public async Task An_action_that_is_done_is_said_to_be_done_though_its_end_cannot_be_written()
    {
        SqliteConnection? other = null;
        Assert.Equal(
            7,
            await Log.Around(
                new("tester", "test.act", null, null),
                async () =>
                {
                    other = await Held();
                    return 7;
                },
                _ => null
            )
        );
        await other!.DisposeAsync();

        Assert.Equal("begun", Assert.Single(await All()).Outcome);
    }

    [Fact]
    public async Task A_look_at_live_figures_is_noted_once_an_hour_for_each_reader_and_study()
    {
        await _server.SmallStudy(1, Cancellation);
        var study = (await _server.Catalogue.Study("small-study", Cancellation))!;
        var one = new Audience(Role.Operator, null, "one") { TokenId = "0123456789ab" };
        var two = new Audience(Role.Administrator, null, "two") { TokenId = "ba9876543210" };
        var prepared = new ResultRequest
        {
            Study = study,
            Index = "small-index",
            Node = "total",
            By = [],
            Audience = one,
        };
        await Assert.ThrowsAsync<NoDonorException>(() => _server.Results.Prepare(prepared, Cancellation));
        Assert.DoesNotContain(await All(), entry => entry.Action == "result.live");
        await Look(one, 3);
        await Look(new(Role.Economist, null, "economist") { TokenId = "000000000000" }, 1);
        await Look(two, 1);
        _server.Clock.Advance(TimeSpan.FromMinutes(59));

        // Another process of the same store knows nothing of the first look but what is stored.
        await new AuditLog(_server.Get<Actions>(), _server.Clock).NoteOnceWithin(
            TimeSpan.FromHours(1),
            new(Actor.Of(one), "result.live", "small-study", null)
        );
        await Look(one, 1);
        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        await Look(one, 2);
        await _server.Get<AuditLog>().NoteOnceWithin(TimeSpan.FromHours(1), new(Actor.Of(one), "result.live", "other-study", null));

        Assert.Equal(
            [
                "operator, token 0123456789ab small-study",
                "administrator, token ba9876543210 small-study",
                "operator, token 0123456789ab small-study",
                "operator, token 0123456789ab other-study",
            ],
            (await All()).Where(entry => entry.Action == "result.live").Select(entry => $"{entry.Actor} {entry.Study}")
        );

        async Task Look(Audience audience, int times)
        {
            for (var time = 0; time < times; time++)
            {
                // Too few have answered for a table; it was asked for all the same.
                var asked = _server.Table(study, "small-index", "total", ["land"], audience, Cancellation);
                if (audience.Sight == Sight.Live)
                {
                    await Assert.ThrowsAsync<NoDonorException>(() => asked);
                }
                else
                {
                    await asked;
                }
            }
        }
    }

    [Fact]
    public async Task Live_figures_are_not_shown_where_the_look_cannot_be_noted()
    {
        await _server.SmallStudy(1, Cancellation);
        var study = (await _server.Catalogue.Study("small-study", Cancellation))!;
        await using var other = await Held();

        var exception = await Assert.ThrowsAnyAsync<Exception>(() =>
            _server.Table(study, "small-index", "total", ["land"], new(Role.Operator, null, "one"), Cancellation)
        );

        Assert.Equal("locked", StoreFault.Of(exception)?.Reason);
    }

    [Fact]
    public async Task Signing_in_and_out_is_logged_with_the_id_of_the_token_and_no_secret()
    {
        var token = await _server.Accounts.CreateToken(Role.Economist, null, "test", TimeSpan.FromDays(1), Cancellation);
        var session = (await _server.SignIns.Begin(token.Secret, Cancellation))!;
        Assert.Null(await _server.SignIns.Begin("dmkt_nonsense", Cancellation));
        await _server.SignIns.End(session, Cancellation);
        await _server.SignIns.End(session, Cancellation);

        var actor = $"economist, token {token.Id}";
        Assert.Equal(
            [(actor, "reader.signIn", "done"), (actor, "reader.signOut", "done")],
            (await All()).Select(entry => (entry.Actor, entry.Action, entry.Outcome))
        );
    }

    [Theory]
    [InlineData("UPDATE audit_log SET actor = 'nobody'")]
    [InlineData("DELETE FROM audit_log")]
    public async Task What_is_written_stays(string sql)
    {
        await Log.Note(new("tester", "test.act", null, null), AuditLog.Done);

        await Assert.ThrowsAnyAsync<Exception>(() =>
            _server
                .Get<CommitQueue>()
                .Commit(scope =>
                {
                    scope.Execute(sql);
                })
        );

        Assert.Equal("tester", Assert.Single(await All()).Actor);
    }

    [Fact]
    public async Task A_part_of_it_is_read_by_number_study_and_time()
    {
        foreach (var study in new[] { "one", "two", "one" })
        {
            await Log.Note(new("tester", "test.act", study, null), AuditLog.Done);
            _server.Clock.Advance(TimeSpan.FromDays(1));
        }

        var now = _server.Clock.GetUtcNow();
        Assert.Equal([2, 3], Numbers(await Log.Read(1, 10, null, null, Cancellation)));
        Assert.Equal([1], Numbers(await Log.Read(0, 1, null, null, Cancellation)));
        Assert.Equal([1, 3], Numbers(await Log.Read(0, 10, "one", null, Cancellation)));
        Assert.Equal([3], Numbers(await Log.Read(0, 10, null, now.AddDays(-1), Cancellation)));
    }

    private static IEnumerable<long> Numbers(IReadOnlyList<AuditEntry> entries) => entries.Select(entry => entry.Number);

    private Task<IReadOnlyList<AuditEntry>> All() => Log.Read(0, 100, null, null, Cancellation);

    /// <summary>Another program that keeps the store for itself until it is disposed of.</summary>
    private async Task<SqliteConnection> Held()
    {
        var other = new SqliteConnection($"Data Source={_server.Get<DataFolder>().Maturity};Pooling=False");
        await other.OpenAsync(Cancellation);
        await using var command = other.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(Cancellation);
        return other;
    }
}
