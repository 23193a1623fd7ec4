namespace Dmk.Maturity.Grains;

/// <summary>The clock by which sessions end, codes are issued and figures advance.</summary>
/// <remarks>Registered under a key, apart from the clock by which the servers of a cluster watch each other: a test may stop or advance
/// this one.</remarks>
public static class SurveyTime
{
    /// <summary>Of the keyed <see cref="TimeProvider"/>; the system's clock where nobody registers another one.</summary>
    public const string Key = "survey-time";
}
