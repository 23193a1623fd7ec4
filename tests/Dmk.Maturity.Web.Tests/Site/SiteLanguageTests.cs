using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Which language a reader gets, and where the other one is.</summary>
public sealed class SiteLanguageTests
{
    [Theory]
    [InlineData(null, Language.German)]
    [InlineData("en", Language.English)]
    [InlineData("en-US,en;q=0.9,de;q=0.8", Language.English)]
    [InlineData("de-AT,en;q=0.5", Language.German)]
    [InlineData("fr,en;q=0.3", Language.English)]
    [InlineData("de;q=0.2,en;q=0.7", Language.English)]
    [InlineData("fr", Language.German)]
    [InlineData("not a header;;;", Language.German)]
    public void The_browser_says_which_language_is_preferred(string? header, Language language)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptLanguage = header;

        Assert.Equal(language, SiteLanguage.Preferred(http.Request));
    }

    [Theory]
    [InlineData("/de", "", "/en")]
    [InlineData("/en/survey/ai", "", "/de/survey/ai")]
    [InlineData("/de/results/pilot-2027", "?by=land", "/en/results/pilot-2027?by=land")]
    public void The_other_language_keeps_the_place(string path, string query, string other)
    {
        var http = new DefaultHttpContext();
        (http.Request.Path, http.Request.QueryString) = (path, new QueryString(query));

        Assert.Equal(other, new PageRequest(http, SiteLanguage.Of(path)).InOtherLanguage);
    }
}
