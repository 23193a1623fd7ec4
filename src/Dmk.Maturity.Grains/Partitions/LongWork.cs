namespace Dmk.Maturity.Grains;

/// <summary>Work that grows with the responses of a study: reading a partition for the first time, deciding what readers see.</summary>
internal static class LongWork
{
    /// <summary>How long somebody who asks for it waits at most, as Orleans reads it. Its own 30 seconds are too few on a busy
    /// machine.</summary>
    public const string Most = "00:05:00";
}
