using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Who gets in, who does not, and what it costs to guess.</summary>
public sealed class EntranceTests : IAsyncLifetime
{
    private const string Here = "192.0.2.1";
    private const string Elsewhere = "198.51.100.7";

    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        await _server.Publish(Cancellation);
        await _server.Draw(1, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_code_opens_its_response_however_it_is_typed()
    {
        var code = await OpenAndIssue();
        var first = Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation));
        var second = Assert.IsType<EntryOutcome.Granted>(
            await _server.Entrance.Enter(
                string.Concat(code.Where(char.IsAsciiLetterOrDigit).Select(char.ToLowerInvariant)),
                Elsewhere,
                Cancellation
            )
        );
        Assert.Equal(first.Session.Response, second.Session.Response);
        Assert.NotEqual(first.SessionToken, second.SessionToken);
        Assert.Equal(first.Session, await _server.Entrance.Find(first.SessionToken, Cancellation));
    }

    [Fact]
    public async Task Unknown_and_ended_get_the_same_answer()
    {
        var ended = await OpenAndIssue();
        var current = await OpenAndIssue();
        Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(ended, Here, Cancellation));
        Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
        Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(current, Here, Cancellation));
        await _server.FieldWork.Close("small-study", Cancellation);
        Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(ended, Here, Cancellation));
    }

    [Fact]
    public async Task A_right_code_before_and_after_the_field_is_told_so_and_is_no_attempt()
    {
        var code = (await _server.FieldWork.IssueCodes("small-study", 1, Cancellation)).Single().AccessCode;
        await Repeat<EntryOutcome.NotYetOpen>(code);
        await _server.FieldWork.Open("small-study", Cancellation);
        Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation));
        await _server.FieldWork.Close("small-study", Cancellation);
        await Repeat<EntryOutcome.Closed>(code);
        Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
    }

    [Fact]
    public async Task A_character_that_no_code_has_is_no_attempt()
    {
        await OpenAndIssue();
        await Repeat<EntryOutcome.ForeignCharacter>("Ä000-0000-0000-0000-0");
        Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
    }

    [Fact]
    public async Task One_code_has_twenty_sessions_and_the_one_used_longest_ago_ends()
    {
        var code = await OpenAndIssue();
        var tokens = new List<string>();
        for (var number = 0; number < Sessions.MostOfOneResponse; number++)
        {
            tokens.Add(Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation)).SessionToken);
            _server.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        // The first one is in use again.
        Assert.NotNull(await _server.Entrance.Find(tokens[0], Cancellation));
        tokens.Add(Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation)).SessionToken);

        Assert.Null(await _server.Entrance.Find(tokens[1], Cancellation));
        foreach (var token in tokens.Where(token => token != tokens[1]))
        {
            Assert.NotNull(await _server.Entrance.Find(token, Cancellation));
        }
    }

    [Fact]
    public async Task A_session_lasts_longer_while_somebody_works_and_ends_when_nobody_does()
    {
        var code = await OpenAndIssue();
        var granted = Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation));
        for (var time = 0; time < 3; time++)
        {
            _server.Clock.Advance(TimeSpan.FromHours(11));
            var session = await _server.Entrance.Find(granted.SessionToken, Cancellation);
            Assert.Equal(_server.Clock.GetUtcNow() + TimeSpan.FromHours(12), session!.Expires);
            Assert.Equal(granted.Session.Handle, session.Handle);
        }

        _server.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Null(await _server.Entrance.Find(granted.SessionToken, Cancellation));
    }

    /// <summary>It cannot be a code, so saying so tells nobody anything, and it is no attempt.</summary>
    [Theory]
    [InlineData("", 0)]
    [InlineData("ABC", 3)]
    [InlineData("ABCD-EFGH-JKMN-PQRS", 16)]
    [InlineData(" abcd efgh jkmn pqrs tv\u200B", 18)]
    [InlineData("no code at all", 11)]
    public async Task A_character_too_few_or_too_many_is_counted_for_the_company_and_not_against_it(string typed, int length)
    {
        for (var time = 0; time < 30; time++)
        {
            var outcome = Assert.IsType<EntryOutcome.WrongLength>(await _server.Entrance.Enter(typed, Here, Cancellation));
            Assert.Equal(length, outcome.Typed);
        }

        Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
    }

    [Fact]
    public async Task A_replaced_code_takes_its_sessions_along_and_a_spare_one_ends_nothing()
    {
        var code = await OpenAndIssue();
        var session = Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation)).SessionToken;
        var all = await _server.FieldWork.IssueCodes("small-study", int.MaxValue, Cancellation);
        Assert.Null(await _server.Entrance.Find(session, Cancellation));

        var spare = (await _server.FieldWork.IssueSpareCode("small-study", Cancellation))!;
        foreach (var invitation in all.Append(spare))
        {
            Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(invitation.AccessCode, Here, Cancellation));
        }
    }

    [Fact]
    public async Task A_network_that_fails_too_often_is_told_to_wait_and_locks_nobody_out()
    {
        var code = await OpenAndIssue();
        for (var failure = 0; failure < FailureThrottle.Allowed; failure++)
        {
            Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
        }

        var refused = Assert.IsType<EntryOutcome.TooManyFailures>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
        Assert.Equal(FailureThrottle.Window, refused.RetryAfter);
        Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(AccessCode.Generate(), Elsewhere, Cancellation));
        Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation));
        _server.Clock.Advance(FailureThrottle.Window);
        Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
    }

    [Fact]
    public async Task Mistyping_and_success_do_not_count_and_success_does_not_reset()
    {
        var code = await OpenAndIssue();
        var mistyped = code[..^1] + (code[^1] == '0' ? '1' : '0');
        for (var attempt = 0; attempt < 2 * FailureThrottle.Allowed; attempt++)
        {
            Assert.IsType<EntryOutcome.Mistyped>(await _server.Entrance.Enter(mistyped, Here, Cancellation));
            Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation));
        }

        for (var failure = 0; failure < FailureThrottle.Allowed; failure++)
        {
            Assert.IsType<EntryOutcome.NotAccepted>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
            Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation));
        }

        Assert.IsType<EntryOutcome.TooManyFailures>(await _server.Entrance.Enter(AccessCode.Generate(), Here, Cancellation));
    }

    [Fact]
    public async Task A_session_ends_when_it_is_left_or_has_run_out()
    {
        var code = await OpenAndIssue();
        var left = Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation)).SessionToken;
        var kept = Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation)).SessionToken;
        await _server.Entrance.Leave(left, Cancellation);
        Assert.Null(await _server.Entrance.Find(left, Cancellation));
        Assert.NotNull(await _server.Entrance.Find(kept, Cancellation));
        _server.Clock.Advance(TimeSpan.FromHours(12));
        Assert.Null(await _server.Entrance.Find(kept, Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("dmkc_")]
    [InlineData("dmkt_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("dmkc_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_token_that_was_never_given_finds_nothing(string token)
    {
        Assert.Null(await _server.Entrance.Find(token, Cancellation));
        await _server.Entrance.Leave(token, Cancellation);
    }

    [Fact]
    public async Task Codes_and_sessions_outlive_a_restart()
    {
        var code = await OpenAndIssue();
        var granted = Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation));
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path);
        Assert.Equal(granted.Session, await _server.Entrance.Find(granted.SessionToken, Cancellation));
        Assert.Equal(
            granted.Session.Response,
            Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation)).Session.Response
        );
    }

    [Fact]
    public async Task No_secret_lies_in_the_data_folder()
    {
        var code = await OpenAndIssue();
        var granted = Assert.IsType<EntryOutcome.Granted>(await _server.Entrance.Enter(code, Here, Cancellation));
        var token = (await _server.Accounts.CreateToken(Role.Economist, null, "test", TimeSpan.FromDays(1), Cancellation)).Secret;
        await _server.DisposeAsync();
        var everything = string.Concat(
            Directory
                .EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
                .Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file)))
        );
        foreach (var secret in new[] { code, AccessCode.Normalise(code)!, granted.SessionToken, token })
        {
            Assert.DoesNotContain(secret, everything, StringComparison.Ordinal);
        }

        _server = await Server.Start(_folder.Path);
    }

    [Fact]
    public void The_throttle_forgets_networks_rather_than_growing_without_bound()
    {
        var throttle = new FailureThrottle(_server.Clock);
        for (var failure = 0; failure < FailureThrottle.Allowed; failure++)
        {
            throttle.Failed("first");
        }

        Assert.True(throttle.Wait("first") > TimeSpan.Zero);
        for (var network = 0; network < 50_000; network++)
        {
            throttle.Failed($"network {network}");
        }

        Assert.Equal(TimeSpan.Zero, throttle.Wait("first"));
    }

    private async Task Repeat<TOutcome>(string code)
    {
        for (var time = 0; time < 2 * FailureThrottle.Allowed; time++)
        {
            Assert.IsType<TOutcome>(await _server.Entrance.Enter(code, Here, Cancellation));
        }
    }

    private async Task<string> OpenAndIssue()
    {
        await _server.FieldWork.Open("small-study", Cancellation);
        return (await _server.FieldWork.IssueCodes("small-study", 1, Cancellation)).Single().AccessCode;
    }
}
