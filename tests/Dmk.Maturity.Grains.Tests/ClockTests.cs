using Dmk.Maturity.Questionnaires;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Somebody sets the machine's clock while companies answer: nobody is refused, and nothing stands still.</summary>
public sealed class ClockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<int> Steps => [-14 * 60, -180, -61, -5, -2, 2, 5, 61, 180, 13 * 60];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Companies_arrive_save_and_submit_whatever_the_clock_does(int minutes)
    {
        var machine = new SteppedClock(TimeProvider.System);
        await using var server = await Server.Start(_folder.Path, more: services => services.AddSingleton<TimeProvider>(machine));
        var keys = await server.SmallStudy(1, Cancellation);
        await server.Response(keys[0]).Read();

        machine.Step = TimeSpan.FromMinutes(minutes);

        await Answer(server, keys[0]);
        await Answer(server, keys[1]);
        machine.Step = TimeSpan.Zero;
        await Answer(server, keys[2]);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task The_clock_by_which_grains_are_put_away_goes_on_at_its_own_pace(int minutes)
    {
        var pace = SteppedClock.Pace();
        var machine = new SteppedClock(pace);
        var steady = new SteadyTime(machine);
        var before = steady.GetUtcNow();

        machine.Step = TimeSpan.FromMinutes(minutes);
        pace.Advance(TimeSpan.FromSeconds(7));

        Assert.Equal(before + TimeSpan.FromSeconds(7), steady.GetUtcNow());
        await using var server = await Server.Start(_folder.Path);
        Assert.IsType<SteadyTime>(server.Get<IServiceProvider>().GetRequiredKeyedService<TimeProvider>(SteadyTime.ActivationManagement));
    }

    [Theory]
    [InlineData(-13 * 60)]
    [InlineData(-5)]
    public async Task A_session_lasts_and_no_code_is_refused_when_the_clock_goes_back(int minutes)
    {
        var survey = new SteppedClock(SteppedClock.Pace());
        await using var server = await With(survey);
        await server.Publish(Cancellation);
        await server.Draw(1, Cancellation);
        await server.FieldWork.Open("small-study", Cancellation);
        var codes = await server.FieldWork.IssueCodes("small-study", 2, Cancellation);
        var session = Assert.IsType<EntryOutcome.Granted>(await server.Entrance.Enter(codes[0].AccessCode, "192.0.2.1", Cancellation));

        survey.Step = TimeSpan.FromMinutes(minutes);

        Assert.NotNull(await server.Entrance.Find(session.SessionToken, Cancellation));
        Assert.IsType<EntryOutcome.Granted>(await server.Entrance.Enter(codes[1].AccessCode, "192.0.2.1", Cancellation));
        await Answer(server, session.Session.Response);
    }

    [Fact]
    public async Task A_network_waits_no_longer_because_the_clock_went_back()
    {
        var pace = SteppedClock.Pace();
        var survey = new SteppedClock(pace);
        await using var server = await With(survey);
        await server.Publish(Cancellation);
        for (var attempt = 0; attempt < FailureThrottle.Allowed; attempt++)
        {
            Assert.IsType<EntryOutcome.NotAccepted>(await server.Entrance.Enter(AccessCode.Generate(), "192.0.2.1", Cancellation));
        }

        survey.Step = TimeSpan.FromHours(-3);
        var waiting = Assert.IsType<EntryOutcome.TooManyFailures>(
            await server.Entrance.Enter(AccessCode.Generate(), "192.0.2.1", Cancellation)
        );
        pace.Advance(FailureThrottle.Window);

        Assert.Equal(FailureThrottle.Window, waiting.RetryAfter);
        Assert.IsType<EntryOutcome.NotAccepted>(await server.Entrance.Enter(AccessCode.Generate(), "192.0.2.1", Cancellation));
    }

    [Fact]
    public async Task A_clock_that_goes_back_shows_nothing_twice_and_takes_nothing_away()
    {
        var pace = SteppedClock.Pace();
        var survey = new SteppedClock(pace);
        await using var server = await With(survey);
        var keys = await server.SmallStudy(6, Cancellation);
        await Submit(server, keys);
        await Shown(server);
        pace.Advance(TimeSpan.FromDays(1));
        var shown = await Shown(server);
        Assert.True(shown.Decisions.Shown[0] > 40);

        survey.Step = TimeSpan.FromHours(-30);

        Assert.Equal(shown.Decisions.Shown, (await Shown(server)).Decisions.Shown);
    }

    private Task<Server> With(SteppedClock survey) =>
        Server.Start(_folder.Path, more: services => services.AddKeyedSingleton<TimeProvider>(SurveyTime.Key, survey));

    private static Task<ShownMoments> Shown(Server server) => server.Get<IGrainFactory>().GetGrain<IShownGrain>("small-study").Current(0);

    private static async Task Submit(Server server, IEnumerable<string> keys)
    {
        foreach (var (number, key) in keys.Index())
        {
            await server.Submit(key, number);
        }
    }

    private static async Task Answer(Server server, string key)
    {
        var read = await server.Response(key).Read();
        var saved = await server.Response(key).Save(read.Revision, new Dictionary<string, Answer> { ["uses_ai"] = new Answer.Coded("no") });
        var revision = Assert.IsType<SaveOutcome.Saved>(saved).State.Revision;
        var none = new Dictionary<string, string>();
        Assert.IsType<SubmitOutcome.Accepted>(await server.Response(key).Submit(revision, "k", new Dictionary<string, Answer>(), none));
    }
}
