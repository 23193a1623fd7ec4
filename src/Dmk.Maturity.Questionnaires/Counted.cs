using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A number with what it counts, as English says it: 1 company, 2 companies, 0 companies.</summary>
public static class Counted
{
    /// <param name="one">What is counted, where it is one.</param>
    /// <param name="several">For any other number; null for an s behind <paramref name="one"/>.</param>
    public static string Of(long count, string one, string? several = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : several ?? one + "s")}");

    public static string Companies(long count) => Of(count, "company", "companies");
}
