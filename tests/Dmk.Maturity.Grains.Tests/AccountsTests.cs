using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Tokens of people.</summary>
public sealed class AccountsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _server = await Server.Start(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_token_says_who_asks_until_it_has_run_out()
    {
        var token = await _server.Accounts.CreateToken(Role.Ministry, "SN", "Staatskanzlei", TimeSpan.FromDays(1), Cancellation);
        Assert.StartsWith("dmkt_", token, StringComparison.Ordinal);
        Assert.Equal(new Audience(Role.Ministry, "SN", "Staatskanzlei"), await _server.Accounts.Identify(token, Cancellation));
        Assert.Null(await _server.Accounts.Identify(token[..^1] + (token[^1] == 'A' ? 'E' : 'A'), Cancellation));
        Assert.Null(await _server.Accounts.Identify("", Cancellation));
        _server.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await _server.Accounts.Identify(token, Cancellation));
    }

    [Fact]
    public async Task Tokens_that_make_no_sense_are_not_made()
    {
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _server.Accounts.CreateToken(Role.Public, null, "a", TimeSpan.FromDays(1), Cancellation)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _server.Accounts.CreateToken(Role.Ministry, null, "a", TimeSpan.FromDays(1), Cancellation)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _server.Accounts.CreateToken(Role.Economist, "SN", "a", TimeSpan.FromDays(1), Cancellation)
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            _server.Accounts.CreateToken(Role.Economist, null, " ", TimeSpan.FromDays(1), Cancellation)
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            _server.Accounts.CreateToken(Role.Economist, null, "a", TimeSpan.Zero, Cancellation)
        );
    }
}
