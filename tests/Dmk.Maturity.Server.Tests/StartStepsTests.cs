using Microsoft.Extensions.Logging.Abstractions;

namespace Dmk.Maturity.Server.Tests;

/// <summary>What a start says of where its time goes.</summary>
public sealed class StartStepsTests : IDisposable
{
    private readonly HandClock _clock = new();
    private readonly StringWriter _output = new();

    [Fact]
    public async Task A_start_says_at_its_end_which_step_took_how_long()
    {
        var steps = new StartSteps(_output, _clock);
        await steps.Take("opening", () => Work(1.5));
        steps.Part("checking", TimeSpan.FromSeconds(1));
        await steps.Take("loading studies", () => Work(0.3), _ => "loading 1 study");
        await steps.Take("first pages", () => Work(0.01));

        steps.Ready(NullLogger<StartSteps>.Instance);

        Assert.Equal("Ready after 1.8 s: opening 0.5 s, checking 1.0 s, loading 1 study 0.3 s.", Output());
    }

    [Fact]
    public async Task A_step_that_takes_long_is_told_while_it_does()
    {
        var steps = new StartSteps(_output, _clock);

        await steps.Take(
            "opening",
            async () =>
            {
                Assert.Empty(Output());
                await Work(2.5);
                Assert.Equal("Opening ...", Output());
            }
        );

        await steps.Take("starting", () => Work(1.5));
        Assert.Equal("Opening ...", Output());
    }

    [Theory]
    [InlineData(0, "")]
    [InlineData(1, "What readers see first is made (1 study); it took 3.0 s.")]
    public void Tables_are_told_of_where_there_are_any(int studies, string told)
    {
        new StartSteps(_output, _clock).TablesReady(NullLogger<StartSteps>.Instance, studies, TimeSpan.FromSeconds(3));

        Assert.Equal(told, Output());
    }

    private Task<bool> Work(double seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return Task.FromResult(true);
    }

    private string Output() => _output.ToString().TrimEnd();

    public void Dispose() => _output.Dispose();

    /// <summary>Moved by hand; its timers go off once.</summary>
    private sealed class HandClock : TimeProvider
    {
        private readonly List<Once> _timers = [];
        private TimeSpan _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _now.Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = new Once(callback, _now + dueTime);
            _timers.Add(timer);
            return timer;
        }

        public void Advance(TimeSpan by)
        {
            _now += by;
            _timers.ForEach(timer => timer.Reach(_now));
        }
    }

    private sealed class Once(TimerCallback callback, TimeSpan due) : ITimer
    {
        private bool _isOver;

        public void Reach(TimeSpan now)
        {
            if (!_isOver && now >= due)
            {
                _isOver = true;
                callback(null);
            }
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose() => _isOver = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
