using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>The page that a person came from to correct something, and goes back to: <c>check</c>, <c>section:ID</c>, or empty.</summary>
/// <remarks>It travels in addresses and forms; what names no such page is nothing.</remarks>
internal static class CameFrom
{
    private const string SectionPage = "section:";

    public static string Of(Section section) => SectionPage + section.Id;

    /// <summary>As it stands in an address: with the sign before it, or empty.</summary>
    public static string In(Visit visit, string? written, string sign) => Path(visit, written) is null ? "" : $"{sign}from={written}";

    /// <returns>The page, or null where there is none.</returns>
    public static string? Path(Visit visit, string? written) =>
        written == CheckPages.Name ? visit.Path($"/{CheckPages.Name}")
        : written?.StartsWith(SectionPage, StringComparison.Ordinal) == true
        && visit.Sections.FirstOrDefault(section => section.Id == written[SectionPage.Length..]) is { } section
            ? $"{visit.PathOf(section)}?problems=1"
        : null;
}
