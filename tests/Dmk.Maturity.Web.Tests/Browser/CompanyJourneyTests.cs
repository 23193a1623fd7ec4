using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>A company goes from its code to its receipt, without JavaScript.</summary>
public sealed class CompanyJourneyTests(Chromium chromium, FormerSite site)
{
    private const int Phone = 390;
    private const int Desktop = 1280;

    [Theory]
    [InlineData("de", Phone)]
    [InlineData("de", Desktop)]
    [InlineData("en", Phone)]
    [InlineData("en", Desktop)]
    public async Task A_company_answers_section_by_section_and_gets_a_receipt(string language, int width)
    {
        await using var company = await Visitor.Arrive(chromium, site, language, width);
        await company.Enter(site.NextCode());
        Assert.Matches($"/{language}/survey/[0-9a-z]{{12}}$", company.Page.Url);
        await company.Follow("main .kern-btn--primary");

        var pages = 0;
        while (!company.Page.Url.Contains("/check", StringComparison.Ordinal))
        {
            Assert.True(pages++ < 60, $"The form does not end; it stands at {company.Page.Url}.");
            await FormFilling.FillSection(company.Page);
            await company.Press("next");
        }

        Assert.Equal(0, await company.Page.Locator("#must-fix").CountAsync());
        await company.ConfirmAll();

        await company.Send();

        Assert.EndsWith("/receipt", company.Page.Url, StringComparison.Ordinal);
        Assert.Matches("^[0-9a-f]{64}$", await company.Page.InnerTextAsync("#receipt-hash"));
        var number = await company.Page.InnerTextAsync("#receipt-number");

        // Results are shown, and it was not among the companies then: it stands beside all of them, in all of eleven areas.
        await company.Follow("main a[href$='/benchmark']");
        var rows = company.Page.Locator("main tbody tr");
        Assert.Equal(11, await rows.CountAsync());
        Assert.Matches(
            language == "de"
                ? "^.*[0-9],[0-9].*[0-9] bis [0-9]+.*[0-9]+ bis [0-9]+ von 100.*Mindestens [0-9]+0 andere.*alle Unternehmen"
                : "^.*[0-9][.][0-9].*[0-9] to [0-9]+.*[0-9]+ to [0-9]+ of 100.*At least [0-9]+0 others.*all companies",
            (await rows.First.InnerTextAsync()).ReplaceLineEndings(" ")
        );
        await company.GoSection("company");
        Assert.Equal(0, await company.Page.Locator("main form").CountAsync());
        Assert.Contains("12", await company.Page.InnerTextAsync("main dl"), StringComparison.Ordinal);
        await company.GoOwn("/check");
        Assert.Equal(number, await company.Page.InnerTextAsync("#receipt-number"));
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_mistake_keeps_what_was_typed_and_leads_to_its_field()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", Desktop);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.FillAsync("#f-persons_employed", "zwölf");
        await company.Page.FillAsync("#f-founded", "1998");
        await company.Press("next");

        Assert.StartsWith("Fehler: ", await company.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("#f-persons_employed", await company.Page.GetAttributeAsync("#errors a", "href"));
        Assert.Equal(
            ("zwölf", "1998"),
            (await company.Page.InputValueAsync("#f-persons_employed"), await company.Page.InputValueAsync("#f-founded"))
        );
        Assert.Contains(
            "f-persons_employed-error",
            await company.Page.GetAttributeAsync("#f-persons_employed", "aria-describedby") ?? "",
            StringComparison.Ordinal
        );

        await company.Page.FillAsync("#f-persons_employed", "12");
        await company.Press("back");
        await company.GoSection("company");
        Assert.Equal("12", await company.Page.InputValueAsync("#f-persons_employed"));
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_change_of_language_keeps_place_and_what_was_typed()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", Desktop);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.FillAsync("#f-persons_employed", "1.250");
        await company.SwitchLanguage();

        Assert.EndsWith($"/en{company.Own}/section/company", company.Page.Url, StringComparison.Ordinal);
        Assert.Equal("1250", (await company.Page.InputValueAsync("#f-persons_employed")).Replace(",", "", StringComparison.Ordinal));
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task The_enter_key_saves_and_goes_on_and_does_not_change_the_language()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", Desktop);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.FillAsync("#f-founded", "1998");
        await company.Arriving(() => company.Page.PressAsync("#f-founded", "Enter"));

        Assert.EndsWith($"/de{company.Own}/section/strategy", company.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_leaves_comes_back_with_the_same_code_and_finds_the_answers()
    {
        var code = site.NextCode();
        await using var company = await Visitor.Arrive(chromium, site, "en", Phone);
        await company.Enter(code);
        await company.GoSection("company");
        await company.Page.FillAsync("#f-persons_employed", "7");
        await company.Press("leave");
        Assert.EndsWith("/en/survey/left", company.Page.Url, StringComparison.Ordinal);
        await company.GoSection("company");
        Assert.Equal(1, await company.Page.Locator("#code").CountAsync());

        await company.Enter(string.Concat(code.Select(char.ToLowerInvariant)).Replace("-", " ", StringComparison.Ordinal));
        await company.GoSection("company");

        Assert.Equal("7", await company.Page.InputValueAsync("#f-persons_employed"));
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_mistyped_code_is_caught_by_its_check_character_and_an_unknown_one_is_not_accepted()
    {
        var code = site.NextCode();
        await using var company = await Visitor.Arrive(chromium, site, "en", Phone);
        await company.Enter(code[..^1] + (code[^1] == 'A' ? 'B' : 'A'));
        Assert.Contains("typing mistake", await company.Page.InnerTextAsync("#errors"), StringComparison.Ordinal);

        await company.Enter(Grains.AccessCode.Generate());
        Assert.Contains("does not open", await company.Page.InnerTextAsync("#errors"), StringComparison.Ordinal);
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task Two_people_of_one_company_choose_between_their_answers_and_lose_none()
    {
        var code = site.NextCode();
        await using var first = await Visitor.Arrive(chromium, site, "en", Desktop);
        await using var second = await Visitor.Arrive(chromium, site, "en", Desktop);
        foreach (var person in new[] { first, second })
        {
            await person.Enter(code);
            await person.GoSection("company");
        }

        await first.Page.FillAsync("#f-persons_employed", "20");
        await first.Press("next");
        await second.Page.FillAsync("#f-persons_employed", "30");
        await second.Page.FillAsync("#f-founded", "1950");
        await second.Press("next");

        var question = second.Page.Locator("main fieldset");
        Assert.Contains("30", await question.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("20", await question.InnerTextAsync(), StringComparison.Ordinal);
        await second.Page.CheckAsync("input[value=stored]");
        await second.Send();
        await second.GoSection("company");
        Assert.Equal(
            ("20", "1950"),
            (await second.Page.InputValueAsync("#f-persons_employed"), await second.Page.InputValueAsync("#f-founded"))
        );
        second.AssertNoComplaints();
    }

    [Fact]
    public async Task A_question_that_falls_away_keeps_its_answer_for_when_it_comes_back()
    {
        await using var company = await Visitor.Arrive(chromium, site, "en", Desktop);
        await company.Enter(site.NextCode());
        await company.GoSection("processes");
        await company.Page.CheckAsync("input[name=sells_online][value=yes]");
        await company.Press("next");
        Assert.Contains("new=1", company.Page.Url, StringComparison.Ordinal);
        var first = company.Page.Locator("input[name^='turnover_channels.']").First;
        await first.FillAsync("40");
        await company.Press("back");

        await Answer(company.Page, "no");
        Assert.Equal(0, await company.Page.Locator("input[name^='turnover_channels.']").CountAsync());
        await Answer(company.Page, "yes");

        Assert.Equal("40", await company.Page.Locator("input[name^='turnover_channels.']").First.InputValueAsync());

        async Task Answer(IPage page, string code)
        {
            await company.GoSection("processes");
            await page.CheckAsync($"input[name=sells_online][value={code}]");
            await company.Press("back");
            await company.GoSection("processes");
        }
    }

    /// <summary>Browsers send the cookie of the session with no form of another site.</summary>
    [Fact]
    public async Task A_form_from_elsewhere_signs_nobody_out()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", Desktop);
        await company.Enter(site.NextCode());
        using var handler = new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            CheckCertificateRevocationList = true,
        };
        using var elsewhere = new HttpClient(handler);
        using var form = new FormUrlEncodedContent([]);

        using var answer = await elsewhere.PostAsync(
            new Uri($"{site.Address}/de{company.Own}/leave"),
            form,
            TestContext.Current.CancellationToken
        );

        Assert.False(answer.Headers.Contains("Set-Cookie"));
        await company.GoOwn();
        Assert.Equal(0, await company.Page.Locator("#code").CountAsync());
    }
}
