using Microsoft.Extensions.Time.Testing;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>A clock whose time of day somebody sets, while its monotonic part goes on.</summary>
/// <param name="pace">By which it goes.</param>
internal sealed class SteppedClock(TimeProvider pace) : TimeProvider
{
    /// <summary>By how much it has been set forward; negative where it was set back.</summary>
    public TimeSpan Step { get; set; }

    public override long TimestampFrequency => pace.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => pace.GetUtcNow() + Step;

    public override long GetTimestamp() => pace.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        pace.CreateTimer(callback, state, dueTime, period);

    public static FakeTimeProvider Pace() => new(new DateTimeOffset(2027, 3, 28, 0, 30, 0, TimeSpan.Zero));
}
