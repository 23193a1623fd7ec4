using System.Net;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Results without the name of a study: the list of those that have some, or the only one.</summary>
public sealed class ResultsPageTests(LiveSite several, EveryKindSite one) : IClassFixture<EveryKindSite>
{
    private static readonly HttpClientHandler _plain = new() { AllowAutoRedirect = false, UseCookies = false };

    [Theory]
    [InlineData("de", "Ergebnisse")]
    [InlineData("en", "Results")]
    public async Task Studies_that_have_been_in_the_field_are_listed(string language, string title)
    {
        using var answer = await Get(several, $"/{language}/results");

        var html = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains($">{title}</h1>", html, StringComparison.Ordinal);
        foreach (var study in (string[])["pilot-2027", "pilot-2025"])
        {
            Assert.Contains($"href=\"/{language}/results/{study}\"", html, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/de/results", "/de/results/own-study")]
    [InlineData("/en/results?by=land", "/en/results/own-study?by=land")]
    [InlineData("/en/tables?by=land", "/en/results?by=land")]
    public async Task A_single_study_is_gone_to_at_once(string asked, string led)
    {
        using var answer = await Get(one, asked);

        Assert.Equal((HttpStatusCode.SeeOther, led), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    private static async Task<HttpResponseMessage> Get(LiveSite site, string path)
    {
        using var client = new HttpClient(_plain, disposeHandler: false) { BaseAddress = new(site.Address) };
        return await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
    }
}
