using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What was typed while nobody was signed in any more is carried by the page of the code until it is where it belongs, or the
/// person gives it up.</summary>
public sealed class KeptFormTests(Chromium chromium, LiveSite site)
{
    private const string Persons = "#f-persons_employed";
    private const string Waiting = "input[type=hidden][name='kept!persons_employed'][value='12']";

    [Fact]
    public async Task The_language_of_the_page_of_the_code_changes_and_nothing_is_lost()
    {
        var (company, code) = await Kept();
        await using var _ = company;
        await company.Page.FillAsync("#code", "falsch");
        await company.SwitchLanguage();

        Assert.Equal("en", await company.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal("falsch", await company.Page.InputValueAsync("#code"));
        await company.Send();
        await company.SwitchLanguage();
        Assert.Equal(1, await company.Page.Locator(Waiting).CountAsync());
        await Enter(company, code);
        await AssertStored(company);
    }

    [Fact]
    public async Task The_start_page_is_two_steps_away_while_a_form_is_kept()
    {
        var (company, code) = await Kept();
        await using var _ = company;
        await company.Follow("header button[value='home']");

        Assert.Contains("ist verloren, was Sie zuletzt", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(1, await company.Page.Locator(Waiting).CountAsync());
        await company.Press("give-up");
        Assert.EndsWith("/de", company.Page.Url, StringComparison.Ordinal);
        await company.Enter(code);
        await company.GoSection("company");
        Assert.Equal("", await company.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task A_choice_after_a_conflict_changes_its_language_on_the_page_of_the_code()
    {
        var code = site.NextCode();
        await using var first = await At(code);
        await using var second = await At(code);
        await second.Page.FillAsync(Persons, "22");
        await second.Press("next");
        await first.Page.FillAsync(Persons, "12");
        await first.Press("next");
        await first.Page.CheckAsync("input[value=mine]");
        await EndSession(first);
        await first.Send();
        await first.SwitchLanguage();

        Assert.Equal("en", await first.Page.GetAttributeAsync("html", "lang"));
        await Enter(first, code);
        await AssertStored(first);
    }

    [Fact]
    public async Task The_code_of_another_company_neither_takes_a_kept_form_nor_drops_it()
    {
        var (company, code) = await Kept();
        await using var _ = company;
        await Enter(company, site.NextCode());

        Assert.Contains("öffnet einen anderen Fragebogen", await company.Page.InnerTextAsync("#code-error"), StringComparison.Ordinal);
        Assert.Equal(1, await company.Page.Locator(Waiting).CountAsync());
        await Enter(company, code);
        await AssertStored(company);
    }

    [Fact]
    public async Task A_kept_page_goes_into_no_other_questionnaire()
    {
        var (company, code) = await Kept();
        await using var _ = company;
        await Enter(company, site.NextCode());
        await company.Press("other");

        var second = new Uri(company.Page.Url).AbsolutePath[3..];
        Assert.NotEqual(company.Own, second);
        await company.Go($"{second}/section/company");
        Assert.Equal("", await company.Page.InputValueAsync(Persons));
        await company.Enter(code);
        await company.GoSection("company");
        Assert.Equal("", await company.Page.InputValueAsync(Persons));
    }

    /// <summary>A browser that was closed overnight forgets the token of its forms; a form from another site has none.</summary>
    [Theory]
    [InlineData("next")]
    [InlineData("language")]
    public async Task A_form_without_a_token_is_never_saved_by_entering_the_code_and_stands_there_to_be_sent(string go)
    {
        var code = site.NextCode();
        await using var company = await At(code);
        await company.Page.FillAsync(Persons, "12");
        await EndSession(company);
        await company.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await company.Follow(company.Page.Locator($"button[name='go!'][value='{go}']").Last);
        Assert.Contains("nicht verloren", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await company.Page.FillAsync("#code", "falsch");
        await company.Send();
        await Enter(company, code);

        Assert.Equal("12", await company.Page.InputValueAsync(Persons));
        await using var other = await company.OtherTab();
        await other.Go(company.Own + "/section/company");
        Assert.Equal("", await other.Page.InputValueAsync(Persons));
        await company.Press("next");
        await AssertStored(company);
    }

    /// <summary>The page of the code, made by another site.</summary>
    [Fact]
    public async Task A_page_of_the_code_from_elsewhere_has_nothing_saved()
    {
        var (company, code) = await Kept();
        await using var _ = company;
        await company.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await Enter(company, code);
        Assert.Contains("abgelaufen", await company.Page.InnerTextAsync("#code-error"), StringComparison.Ordinal);
        await company.Send();

        Assert.Equal("12", await company.Page.InputValueAsync(Persons));
        await using var other = await company.OtherTab();
        await other.Go(company.Own + "/section/company");
        Assert.Equal("", await other.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task Ticks_without_a_token_are_shown_and_not_kept()
    {
        var code = site.NextCode();
        await using var company = await At(code);
        await company.Page.FillAsync(Persons, "60000");
        await company.Press("next");
        await company.GoOwn("/check");
        await company.Page.FillAsync("#reason-persons_plausible", "Wir sind ein Konzern.");
        await EndSession(company);
        await company.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await company.Follow("button[value='overview']");
        await Enter(company, code);

        Assert.Equal("Wir sind ein Konzern.", await company.Page.InputValueAsync("#reason-persons_plausible"));
        await using var other = await company.OtherTab();
        await other.Go(company.Own + "/check");
        Assert.Equal("", await other.Page.InputValueAsync("#reason-persons_plausible"));
    }

    [Fact]
    public async Task Who_signs_out_with_an_expired_form_is_signed_out()
    {
        await using var company = await At(site.NextCode());
        await company.GoOwn();
        await company.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await company.Follow("header form button");

        Assert.EndsWith("/survey/left", company.Page.Url, StringComparison.Ordinal);
        await company.GoOwn();
        Assert.Equal(1, await company.Page.Locator("#code").CountAsync());
    }

    /// <summary>A company whose session has ended while it typed, at the page of the code.</summary>
    private async Task<(Visitor Company, string Code)> Kept()
    {
        var code = site.NextCode();
        var company = await At(code);
        await company.Page.FillAsync(Persons, "12");
        await EndSession(company);
        await company.Press("next");
        return (company, code);
    }

    private async Task<Visitor> At(string code)
    {
        var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(code);
        await company.GoSection("company");
        return company;
    }

    private static async Task Enter(Visitor company, string code)
    {
        await company.Page.FillAsync("#code", code);
        await company.Send();
    }

    private static async Task AssertStored(Visitor company)
    {
        await company.GoSection("company");
        Assert.Equal("12", await company.Page.InputValueAsync(Persons));
    }

    private async Task EndSession(Visitor company)
    {
        var token = (await company.Page.Context.CookiesAsync()).First(cookie => cookie.Name == "dmk-company").Value;
        await site.Get<Entrance>().Leave(token, TestContext.Current.CancellationToken);
    }
}
