using System.Globalization;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>In which period of a study's rhythm a moment lies. What readers see advances at most once in each, so that asking more often
/// tells nothing more.</summary>
internal static class Rhythm
{
    private static readonly TimeZoneInfo _germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    /// <returns>The first day of the period; the same for all moments where an operator decides.</returns>
    public static string PeriodOf(ShowRhythm rhythm, DateTimeOffset now)
    {
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, _germany).Date);
        var first = rhythm switch
        {
            ShowRhythm.Nightly => day,
            ShowRhythm.Weekly => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
            ShowRhythm.ByHand => DateOnly.MinValue,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        return first.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
