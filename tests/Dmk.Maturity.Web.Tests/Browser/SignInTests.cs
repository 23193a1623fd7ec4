using System.Net;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Who gets to see results, with what, and until when.</summary>
public sealed class SignInTests(Chromium chromium, LiveSite site)
{
    private const string Page = $"/de/results/{LiveSite.Study}";
    private const string File = $"{Page}/table.csv?by=size";

    private static readonly HttpClientHandler _plain = new() { AllowAutoRedirect = false, UseCookies = false };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Page)]
    [InlineData(File)]
    public async Task A_copied_cookie_is_worth_nothing_after_signing_out(string path)
    {
        var token = await site.Token(Role.Economist);
        var cookie = await SignIn(token);
        Assert.DoesNotContain(token, cookie, StringComparison.Ordinal);
        using (var seen = await Get(path, ("Cookie", cookie)))
        {
            Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        }

        await Post("/de/signout", cookie, []);

        using var copied = await Get(path, ("Cookie", cookie));
        await AssertRefused(copied, "Ihre Anmeldung ist beendet", "invalid_token");
    }

    [Theory]
    [InlineData(Page)]
    [InlineData(File)]
    public async Task A_sign_in_ends_with_its_token(string path)
    {
        var token = await site.Issue(Role.Economist);
        var cookie = await SignIn(token.Secret);

        await site.Get<Accounts>().Revoke(token.Id, Cancellation);

        using var answer = await Get(path, ("Cookie", cookie));
        await AssertRefused(answer, "Ihre Anmeldung ist beendet", "invalid_token");
        using var home = await Get("/de", ("Cookie", cookie));
        Assert.Contains("id=\"sign-in-ended\"", await home.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_in_again_ends_the_sign_in_before_and_a_token_is_no_cookie()
    {
        var token = await site.Token(Role.Economist);
        var first = await SignIn(token);
        var second = await SignIn(token, first);

        using var before = await Get(File, ("Cookie", first));
        using var after = await Get(File, ("Cookie", second));
        using var itself = await Get(File, ("Cookie", $"{Readers.Cookie}={token}"));

        Assert.Equal(
            [HttpStatusCode.Unauthorized, HttpStatusCode.OK, HttpStatusCode.Unauthorized],
            [before.StatusCode, after.StatusCode, itself.StatusCode]
        );
    }

    [Fact]
    public async Task A_file_needs_a_sign_in_and_says_how()
    {
        using var answer = await Get(File);

        Assert.Equal("Bearer realm=\"dmk-maturity\"", $"{answer.Headers.WwwAuthenticate}");
        await AssertRefused(answer, "Für diese Datei müssen Sie sich anmelden", "Bearer");
    }

    [Theory]
    [InlineData(Page, "text/html")]
    [InlineData(File, "text/csv")]
    public async Task A_token_in_the_header_opens_what_a_sign_in_opens(string path, string type)
    {
        using var answer = await Get(path, ("Authorization", $"bearer {await site.Token(Role.Economist)}"));

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var cookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [];
        Assert.DoesNotContain(cookies, one => one.StartsWith(Readers.Cookie, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer dmkt_nobody")]
    [InlineData("Bearer dmkc_nobody")]
    [InlineData("Bearer REVOKED")]
    [InlineData("Bearer GOOD GOOD")]
    public async Task A_token_that_is_not_good_is_refused_whatever_the_cookie_says(string header)
    {
        var good = await site.Token(Role.Economist);
        var revoked = await site.Issue(Role.Economist);
        await site.Get<Accounts>().Revoke(revoked.Id, Cancellation);
        var sent = header.Replace("GOOD", good, StringComparison.Ordinal).Replace("REVOKED", revoked.Secret, StringComparison.Ordinal);
        foreach (var path in (string[])[Page, File])
        {
            using var answer = await Get(path, ("Authorization", sent), ("Cookie", await SignIn(good)));
            await AssertRefused(answer, "Der Zugangsschlüssel gilt nicht", "invalid_token");
        }
    }

    [Fact]
    public async Task The_header_of_another_scheme_opens_nothing_and_leaves_the_cookie_alone()
    {
        const string basic = "Basic dXNlcjpwYXNz";
        using var without = await Get(File, ("Authorization", basic));
        using var with = await Get(File, ("Authorization", basic), ("Cookie", await SignIn(await site.Token(Role.Economist))));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.OK), (without.StatusCode, with.StatusCode));
    }

    [Theory]
    [InlineData("/results/pilot-2027?by=size&sort=name", "/de/results/pilot-2027?by=size&sort=name")]
    [InlineData("https://example.org/results/", Page)]
    [InlineData("//example.org/results/", Page)]
    [InlineData("/\\example.org", Page)]
    [InlineData("/results/x\r\nSet-Cookie: a=b", Page)]
    [InlineData("/results/ä", Page)]
    [InlineData("/survey", Page)]
    public async Task A_sign_in_leads_back_to_results_and_nowhere_else(string back, string expected)
    {
        using var answer = await Post(
            $"/de/signin?back={Uri.EscapeDataString(back)}",
            "",
            new() { ["token"] = await site.Token(Role.Economist) }
        );

        Assert.Equal((HttpStatusCode.SeeOther, expected), (answer.StatusCode, answer.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("de", "Angemeldet als Forschung: test of the pages")]
    [InlineData("en", "Signed in as researcher: test of the pages")]
    public async Task The_start_page_shows_who_is_signed_in_and_the_way_out(string language, string words)
    {
        await using var reader = await Visitor.Arrive(chromium, site, language, 390);
        await reader.Go($"/results/{LiveSite.Study}?by=size");
        await reader.Follow("main a.kern-btn");
        await reader.Page.FillAsync("#token", await site.Token(Role.Economist));
        await reader.Follow("main form button");
        Assert.EndsWith($"/{language}/results/{LiveSite.Study}?by=size", reader.Page.Url, StringComparison.Ordinal);

        await reader.Go("");
        Assert.Equal(words, await reader.Page.InnerTextAsync("#signed-in"));
        Assert.Equal(0, await reader.Page.Locator($"main a[href='/{language}/signin']").CountAsync());

        await reader.Follow("header form button");
        Assert.Equal(0, await reader.Page.Locator("#signed-in").CountAsync());
        Assert.Equal(1, await reader.Page.Locator($"main a[href='/{language}/signin']").CountAsync());
        reader.AssertNoComplaints();
    }

    [Fact]
    public async Task The_page_of_an_ended_sign_in_has_no_barrier_and_leads_back()
    {
        await using var reader = await Visitor.Arrive(chromium, site, "de", 390, javaScript: true);
        await reader.Page.Context.AddCookiesAsync([
            new()
            {
                Name = Readers.Cookie,
                Value = "dmkr_ended",
                Url = site.Address,
            },
        ]);
        await reader.Go($"/results/{LiveSite.Study}/table.csv?by=size");

        Assert.Equal("Ihre Anmeldung ist beendet", await reader.Page.InnerTextAsync("h1"));
        Assert.Empty(await reader.Barriers());
        await reader.Follow("main a.kern-btn");
        await reader.Page.FillAsync("#token", await site.Token(Role.Economist));
        await reader.Follow("main form button");
        Assert.EndsWith($"{Page}?by=size", reader.Page.Url, StringComparison.Ordinal);
    }

    /// <returns>The cookie that a browser would send.</returns>
    private async Task<string> SignIn(string token, string cookie = "")
    {
        using var answer = await Post("/de/signin", cookie, new() { ["token"] = token });
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return Cookie(answer, Readers.Cookie);
    }

    private async Task<HttpResponseMessage> Post(string path, string cookie, Dictionary<string, string> form)
    {
        using var blank = await Get("/de/survey");
        using var client = new HttpClient(_plain, disposeHandler: false) { BaseAddress = new(site.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([
                .. form,
                new("form-token", Markup.FormToken(await blank.Content.ReadAsStringAsync(Cancellation))),
            ]),
        };
        request.Headers.TryAddWithoutValidation("Cookie", $"{Cookie(blank, "dmk-form")}; {cookie}");
        return await client.SendAsync(request, Cancellation);
    }

    private async Task<HttpResponseMessage> Get(string path, params (string Name, string Value)[] headers)
    {
        using var client = new HttpClient(_plain, disposeHandler: false) { BaseAddress = new(site.Address) };
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await client.SendAsync(request, Cancellation);
    }

    private static string Cookie(HttpResponseMessage answer, string name) =>
        Assert.Single(answer.Headers.GetValues("Set-Cookie"), one => one.StartsWith($"{name}=", StringComparison.Ordinal)).Split(';')[0];

    private static async Task AssertRefused(HttpResponseMessage answer, string title, string challenge)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains(challenge, $"{answer.Headers.WwwAuthenticate}", StringComparison.Ordinal);
        var html = Markup.Readable(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(title, html, StringComparison.Ordinal);
        Assert.Contains($"href=\"/de/signin?back=%2Fresults%2F{LiveSite.Study}", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<table", html, StringComparison.Ordinal);
    }
}
