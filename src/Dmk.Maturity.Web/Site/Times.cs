using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Points in time as people in _germany read them: legal time, day and minute.</summary>
internal static class Times
{
    private static readonly TimeZoneInfo _germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Of(DateTimeOffset time, Language language) =>
        TimeZoneInfo
            .ConvertTime(time, _germany)
            .ToString(language == Language.German ? "d. MMMM yyyy, HH:mm 'Uhr'" : "d MMMM yyyy, HH:mm", language.Culture);
}
