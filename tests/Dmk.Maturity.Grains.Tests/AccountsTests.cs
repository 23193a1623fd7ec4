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
        var issued = await _server.Accounts.CreateToken(Role.Ministry, "SN", "Staatskanzlei", TimeSpan.FromDays(1), Cancellation);
        var token = issued.Secret;
        Assert.StartsWith("dmkt_", token, StringComparison.Ordinal);
        Assert.Equal(
            new Audience(Role.Ministry, "SN", "Staatskanzlei") { TokenId = issued.Id },
            await _server.Accounts.Identify(token, Cancellation)
        );
        Assert.Null(await _server.Accounts.Identify(token[..^1] + (token[^1] == 'A' ? 'E' : 'A'), Cancellation));
        Assert.Null(await _server.Accounts.Identify("", Cancellation));
        _server.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Null(await _server.Accounts.Identify(token, Cancellation));
    }

    [Fact]
    public async Task A_list_names_every_token_and_holds_no_secret()
    {
        var first = await Token(Role.Ministry, "SN");
        _server.Clock.Advance(TimeSpan.FromHours(1));
        var second = await Token(Role.Economist);

        var listed = await _server.Accounts.List(Cancellation);

        Assert.Equal([second.Id, first.Id], listed.Select(token => token.Id));
        Assert.Equal(
            new AccountToken(first.Id, Role.Ministry, "SN", "test", first.Expires.AddDays(-1), first.Expires, null, null, TokenState.Valid),
            listed[1]
        );
        Assert.DoesNotContain(first.Id, first.Secret, StringComparison.OrdinalIgnoreCase);
        _server.Clock.Advance(TimeSpan.FromHours(23));
        Assert.Equal([TokenState.Valid, TokenState.Expired], (await _server.Accounts.List(Cancellation)).Select(token => token.State));
    }

    [Fact]
    public async Task The_last_use_of_a_token_is_noted_once_an_hour()
    {
        var token = await Token(Role.Economist);
        Assert.Null(await LastUsed());
        var first = _server.Clock.GetUtcNow();
        await _server.Accounts.Identify(token.Secret, Cancellation);
        Assert.Equal(first, await LastUsed());

        _server.Clock.Advance(TimeSpan.FromMinutes(59));
        await _server.Accounts.Identify(token.Secret, Cancellation);
        Assert.Equal(first, await LastUsed());

        _server.Clock.Advance(TimeSpan.FromMinutes(1));
        var session = (await _server.SignIns.Begin(token.Secret, Cancellation))!;
        Assert.Equal(first.AddHours(1), await LastUsed());
        _server.Clock.Advance(TimeSpan.FromHours(2));
        await _server.SignIns.Find(session, Cancellation);
        Assert.Equal(first.AddHours(3), await LastUsed());
    }

    private async Task<DateTimeOffset?> LastUsed()
    {
        // Nobody waits for the note; what is stored after it stands behind it in the queue.
        await _server.Get<AuditLog>().Note(new("test", "test", null, null), AuditLog.Done);
        return Assert.Single(await _server.Accounts.List(Cancellation)).LastUsed;
    }

    [Fact]
    public async Task A_revoked_token_and_what_was_signed_in_with_it_are_worth_nothing_and_others_are()
    {
        var (revoked, other) = (await Token(Role.Economist), await Token(Role.Operator));
        var session = (await _server.SignIns.Begin(revoked.Secret, Cancellation))!;
        Assert.Equal(Role.Economist, (await _server.SignIns.Find(session, Cancellation))?.Role);

        var now = _server.Clock.GetUtcNow();
        var ended = await _server.Accounts.Revoke($" {revoked.Id.ToUpperInvariant()} ", Cancellation);

        Assert.Equal((TokenState.Revoked, now), (ended?.State, ended?.Revoked));
        Assert.Null(await _server.Accounts.Identify(revoked.Secret, Cancellation));
        Assert.Null(await _server.SignIns.Find(session, Cancellation));
        Assert.Null(await _server.SignIns.Begin(revoked.Secret, Cancellation));
        Assert.NotNull(await _server.Accounts.Identify(other.Secret, Cancellation));

        _server.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(ended, await _server.Accounts.Revoke(revoked.Id, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("000000000000")]
    [InlineData("%")]
    public async Task Nothing_is_revoked_by_an_id_that_no_token_has(string id)
    {
        var token = await Token(Role.Economist);
        Assert.Null(await _server.Accounts.Revoke(id, Cancellation));
        Assert.Null(await _server.Accounts.Revoke(token.Id[..^1], Cancellation));
        Assert.Null(await _server.Accounts.Revoke(token.Secret, Cancellation));
        Assert.NotNull(await _server.Accounts.Identify(token.Secret, Cancellation));
    }

    [Fact]
    public async Task The_demonstration_ends_its_own_tokens_and_no_others()
    {
        var demo = await _server.Accounts.CreateDemoToken(Role.Economist, TimeSpan.FromDays(7), Cancellation);
        var named = await _server.Accounts.CreateToken(Role.Economist, null, "demo economist", TimeSpan.FromDays(7), Cancellation);
        Assert.NotNull(await _server.Accounts.Identify(demo.Secret, Cancellation));

        await _server.Accounts.EndDemoTokens(Cancellation);

        Assert.Null(await _server.Accounts.Identify(demo.Secret, Cancellation));
        Assert.NotNull(await _server.Accounts.Identify(named.Secret, Cancellation));
    }

    [Fact]
    public async Task A_sign_in_ends_by_signing_out_and_its_copy_with_it()
    {
        var token = await Token(Role.Economist);
        var (one, another) = (
            (await _server.SignIns.Begin(token.Secret, Cancellation))!,
            (await _server.SignIns.Begin(token.Secret, Cancellation))!
        );
        Assert.NotEqual(one, another);

        await _server.SignIns.End(one, Cancellation);
        await _server.SignIns.End(one, Cancellation);

        Assert.Null(await _server.SignIns.Find(one, Cancellation));
        Assert.NotNull(await _server.SignIns.Find(another, Cancellation));
    }

    [Theory]
    [InlineData(48, 12)]
    [InlineData(1, 1)]
    public async Task A_sign_in_ends_after_some_hours_and_never_outlives_its_token(int tokenHours, int hours)
    {
        var token = await _server.Accounts.CreateToken(Role.Operator, null, "test", TimeSpan.FromHours(tokenHours), Cancellation);
        var session = (await _server.SignIns.Begin(token.Secret, Cancellation))!;
        _server.Clock.Advance(TimeSpan.FromHours(hours) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await _server.SignIns.Find(session, Cancellation));
        _server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await _server.SignIns.Find(session, Cancellation));
    }

    [Fact]
    public async Task A_sign_in_is_no_token_and_a_token_no_sign_in()
    {
        var token = await Token(Role.Economist);
        var session = (await _server.SignIns.Begin(token.Secret, Cancellation))!;
        Assert.Null(await _server.SignIns.Find(token.Secret, Cancellation));
        Assert.Null(await _server.Accounts.Identify(session, Cancellation));
        Assert.Null(await _server.Accounts.Identify("dmkt_" + session[5..], Cancellation));
        Assert.Null(await _server.SignIns.Begin(session, Cancellation));
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

    private Task<IssuedToken> Token(Role role, string? land = null) =>
        _server.Accounts.CreateToken(role, land, "test", TimeSpan.FromDays(1), Cancellation);
}
