using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web.Site;

/// <summary>Points in time as people in Germany read them: legal time, day and minute.</summary>
internal static class Times
{
    private static readonly TimeZoneInfo Germany = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static string Of(DateTimeOffset time, Language language) =>
        TimeZoneInfo.ConvertTime(time, Germany).ToString(language == Language.German ? "d. MMMM yyyy, HH:mm 'Uhr'" : "d MMMM yyyy, HH:mm", language.Culture);
}
