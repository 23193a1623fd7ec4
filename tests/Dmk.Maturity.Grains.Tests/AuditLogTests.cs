using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

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

    private static IEnumerable<long> Numbers(IReadOnlyList<StoredAction> entries) => entries.Select(entry => entry.Number);

    private Task<IReadOnlyList<StoredAction>> All() => Log.Read(0, 100, null, null, Cancellation);
}
