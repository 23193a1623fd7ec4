namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A clock that stands still until a test moves it. Timers go by the real one.</summary>
internal sealed class MovedClock : TimeProvider
{
    /// <summary>What the clock says.</summary>
    public DateTimeOffset Now { get; set; } = new(2027, 3, 10, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
