using System.Net;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What every answer of the pages keeps to, seen over HTTP.</summary>
public sealed class PageRulesTests(LiveSite site)
{
    private static readonly HttpClientHandler _plain = new() { AllowAutoRedirect = false, UseCookies = false };

    [Theory]
    [InlineData("/de", HttpStatusCode.OK)]
    [InlineData("/en/survey", HttpStatusCode.OK)]
    [InlineData("/de/signin", HttpStatusCode.OK)]
    [InlineData("/de/results/pilot-2027", HttpStatusCode.OK)]
    [InlineData("/de/results/nothing", HttpStatusCode.NotFound)]
    [InlineData("/de/results", HttpStatusCode.OK)]
    [InlineData("/en/results/", HttpStatusCode.OK)]
    [InlineData("/en/tables", HttpStatusCode.SeeOther)]
    [InlineData("/en/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/fr", HttpStatusCode.NotFound)]
    [InlineData("/de/survey/0123456789ab", HttpStatusCode.SeeOther)]
    [InlineData("/de/survey/0123456789ab/section/company", HttpStatusCode.SeeOther)]
    [InlineData("/de/survey/0123456789ab/section/check", HttpStatusCode.SeeOther)]
    [InlineData("/de/survey/company", HttpStatusCode.NotFound)]
    public async Task Every_page_is_strict_about_what_it_loads_and_is_not_stored(string path, HttpStatusCode status)
    {
        using var answer = await Get(path);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
            Header(answer, "Content-Security-Policy")
        );
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", Header(answer, "Referrer-Policy"));
        Assert.Contains("no-store", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        var html = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" style=", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<style", html, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("en-GB,en;q=0.9", "/en")]
    [InlineData("de", "/de")]
    public async Task The_root_leads_to_the_language_of_the_browser(string languages, string path)
    {
        using var answer = await Get("/", ("Accept-Language", languages));

        Assert.Equal((HttpStatusCode.SeeOther, path), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Fact]
    public async Task Styles_are_compressed_and_kept_for_a_year()
    {
        using var answer = await Get(PageFile.Kern.Address, ("Accept-Encoding", "gzip, br"));

        Assert.Equal(["br"], answer.Content.Headers.ContentEncoding);
        Assert.Contains("immutable", Header(answer, "Cache-Control"), StringComparison.Ordinal);
        Assert.InRange((await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).Length, 10_000, 45_000);
    }

    [Theory]
    [InlineData("/de/survey")]
    [InlineData("/de/survey/0123456789ab/section/company")]
    [InlineData("/de/survey/0123456789ab/check")]
    [InlineData("/de/signin")]
    public async Task A_form_that_is_too_large_is_not_called_expired(string path)
    {
        using var client = new HttpClient(_plain, disposeHandler: false) { BaseAddress = new(site.Address) };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", new string('x', 1_200_000))]);

        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("zu gro", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/de/signin", 40_000)]
    [InlineData("/de/survey", 300_000)]
    public async Task A_form_is_as_large_as_what_it_asks_for(string path, int length)
    {
        using var client = new HttpClient(_plain, disposeHandler: false) { BaseAddress = new(site.Address) };
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", new string('x', length))]);

        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), form, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task Session_cookies_are_out_of_reach_for_scripts()
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler
        {
            CookieContainer = cookies,
            AllowAutoRedirect = false,
            CheckCertificateRevocationList = true,
        };
        using var client = new HttpClient(handler) { BaseAddress = new(site.Address) };
        var entry = new Uri("/de/survey", UriKind.Relative);
        var form = await client.GetStringAsync(entry, TestContext.Current.CancellationToken);
        var token = Markup.FormToken(form);

        using var entered = await client.PostAsync(
            entry,
            new FormUrlEncodedContent(new Dictionary<string, string> { ["form-token"] = token, ["code"] = site.NextCode() }),
            TestContext.Current.CancellationToken
        );

        var handle = entered.Headers.Location!.OriginalString[^12..];
        var own = entered.Headers.GetValues("Set-Cookie").Where(one => one.StartsWith("dmk-company=", StringComparison.Ordinal)).ToArray();
        Assert.Equal(2, own.Length);
        Assert.All(own, cookie => Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.All(own, cookie => Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase));
        Assert.Contains($"path=/de/survey/{handle};", own[0], StringComparison.Ordinal);
        Assert.Contains($"path=/en/survey/{handle};", own[1], StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(_plain, disposeHandler: false) { BaseAddress = new(site.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.TryGetValues(name, out var values) ? values : []);
}
