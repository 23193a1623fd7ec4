using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>The language of a page: the first part of its path.</summary>
public static class SiteLanguage
{
    private static readonly CultureInfo _german = CultureInfo.GetCultureInfo("de-DE");
    private static readonly CultureInfo _english = CultureInfo.GetCultureInfo("en-GB");

    extension(Language language)
    {
        /// <summary>For numbers and dates that people read.</summary>
        public CultureInfo Culture => language == Language.German ? _german : _english;

        public Language Other => language == Language.German ? Language.English : Language.German;
    }

    /// <summary>The language that a path names; _german where it names none.</summary>
    public static Language Of(PathString path) =>
        path.StartsWithSegments("/en", StringComparison.Ordinal) ? Language.English : Language.German;

    /// <summary>What a browser prefers; _german unless _english comes first.</summary>
    public static Language Preferred(HttpRequest request)
    {
        var preferred = request
            .GetTypedHeaders()
            .AcceptLanguage.OrderByDescending(one => one.Quality ?? 1)
            .Select(one => one.Value.Value ?? "")
            .FirstOrDefault(tag => IsA(tag, "de") || IsA(tag, "en"));
        return preferred is not null && IsA(preferred, "en") ? Language.English : Language.German;
    }

    private static bool IsA(string tag, string language) =>
        tag.Equals(language, StringComparison.OrdinalIgnoreCase) || tag.StartsWith(language + "-", StringComparison.OrdinalIgnoreCase);
}
