namespace Dmk.Maturity.Grains;

/// <summary>A clock that goes on from when it was made at its own pace, whatever is done to the machine's.</summary>
/// <remarks>Orleans plans by the clock when it puts grains away, and refuses to begin one once the clock has gone back behind its plan.
/// Nothing that is stored bears the time of this clock.</remarks>
/// <param name="machine">Of which the monotonic part is used, and the time of day once.</param>
internal sealed class SteadyTime(TimeProvider machine) : TimeProvider
{
    /// <summary>Under which key Orleans asks for the clock by which it puts grains away.</summary>
    public const string ActivationManagement = "Orleans.ActivationManagement";

    private readonly DateTimeOffset _start = machine.GetUtcNow();
    private readonly long _began = machine.GetTimestamp();

    public override long TimestampFrequency => machine.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => machine.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => _start + machine.GetElapsedTime(_began);

    public override long GetTimestamp() => machine.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        machine.CreateTimer(callback, state, dueTime, period);
}
