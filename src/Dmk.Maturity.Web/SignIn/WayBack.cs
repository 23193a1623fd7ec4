using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Where a sign-in leads: back to the results that somebody wanted to see, in the language signed in with.</summary>
internal static class WayBack
{
    private const string Name = "back";
    private const string Results = "/results/";
    private const int Longest = 2_000;

    /// <summary>The address of the sign-in that leads back to this page.</summary>
    public static string SignIn(PageRequest request, string page) => request.To($"/signin?{Name}={Uri.EscapeDataString(page)}");

    /// <returns>A path of this site below its language; null where none is named, or something else than results.</returns>
    public static string? Read(IQueryCollection query) =>
        query[Name].ToString() is var page
        && page.Length <= Longest
        && page.StartsWith(Results, StringComparison.Ordinal)
        && page.All(letter => letter is > ' ' and < '\x7F' and not '\\')
            ? page
            : null;
}
