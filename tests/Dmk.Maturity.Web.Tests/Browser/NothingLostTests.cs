using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Whatever goes wrong on a page, what was typed on it is stored or still there.</summary>
public sealed class NothingLostTests(Chromium chromium, FormerSite site)
{
    private const string Persons = "#f-persons_employed";
    private const string Founded = "#f-founded";

    [Theory]
    [InlineData("next", "/section/strategy")]
    [InlineData("back", "")]
    [InlineData("overview", "")]
    [InlineData("leave", "/survey/left")]
    [InlineData("home", "/de")]
    public async Task One_wrong_value_keeps_nobody_on_the_page_and_the_others_are_saved(string go, string leadsTo)
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Persons, "viele");
        await company.Page.FillAsync(Founded, "1998");

        await Press(company, go);

        Assert.Equal("viele", await company.Page.InputValueAsync(Persons));
        Assert.Equal("true", await company.Page.GetAttributeAsync(Persons, "aria-invalid"));
        await using var other = await company.OtherTab();
        await other.Go(company.Own + "/section/company");
        Assert.Equal("1998", await other.Page.InputValueAsync(Founded));

        await Press(company, go);
        Assert.EndsWith(leadsTo.Length == 0 ? company.Own : leadsTo, company.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_wrong_value_is_asked_about_again()
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Persons, "viele");
        await company.Press("next");
        await company.Page.FillAsync(Persons, "sehr viele");
        await company.Press("next");

        Assert.Equal("sehr viele", await company.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task The_language_changes_with_a_wrong_value_in_its_field()
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Persons, "viele");
        await company.Page.FillAsync(Founded, "1998");
        await company.SwitchLanguage();

        Assert.Equal("en", await company.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(("viele", "1998"), (await company.Page.InputValueAsync(Persons), await company.Page.InputValueAsync(Founded)));
        await company.Page.FillAsync(Persons, "7");
        await company.Press("next");
        Assert.Contains($"/en{company.Own}/section/", company.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>The token of the form is not ours any more, as after a restart with other keys or a cookie that another tab has
    /// replaced.</summary>
    [Fact]
    public async Task An_expired_form_comes_back_with_everything_typed()
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Persons, "12");
        await company.Page.FillAsync(Founded, "1998");
        await company.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await company.Press("next");

        Assert.Equal(("12", "1998"), (await company.Page.InputValueAsync(Persons), await company.Page.InputValueAsync(Founded)));
        await company.Press("next");
        await company.GoSection("company");
        Assert.Equal("12", await company.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task A_page_sent_after_the_session_has_ended_is_kept_until_the_code_is_entered_again()
    {
        var code = site.NextCode();
        await using var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(code);
        await company.GoSection("company");
        await company.Page.FillAsync(Persons, "12");
        await EndSession(company);
        await company.Press("next");

        Assert.Contains("nicht verloren", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await company.Page.FillAsync("#code", "falsch");
        await company.Send();
        await company.Page.FillAsync("#code", code);
        await company.Send();

        Assert.EndsWith($"{company.Own}/section/strategy", company.Page.Url, StringComparison.Ordinal);
        await company.GoSection("company");
        Assert.Equal("12", await company.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task Ticks_and_reasons_of_the_last_page_are_kept_until_the_code_is_entered_again()
    {
        var code = site.NextCode();
        await using var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(code);
        await company.GoSection("company");
        await company.Page.FillAsync(Persons, "60000");
        await company.Press("next");
        await company.GoOwn("/check");
        await company.Page.CheckAsync("#confirm-persons_plausible");
        await company.Page.FillAsync("#reason-persons_plausible", "Wir sind ein Konzern.");
        await EndSession(company);
        await company.Follow("button[value='overview']");
        await company.Page.FillAsync("#code", code);
        await company.Send();

        Assert.Contains("abgesendet ist der Fragebogen noch nicht", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(await company.Page.IsCheckedAsync("#confirm-persons_plausible"));
        Assert.Equal("Wir sind ein Konzern.", await company.Page.InputValueAsync("#reason-persons_plausible"));
    }

    [Fact]
    public async Task A_choice_after_a_conflict_is_kept_until_the_code_is_entered_again()
    {
        var code = site.NextCode();
        await using var first = await Visitor.Arrive(chromium, site, "de", 1280);
        await first.Enter(code);
        await first.GoSection("company");
        await using var second = await Visitor.Arrive(chromium, site, "de", 1280);
        await second.Enter(code);
        await second.GoSection("company");
        await second.Page.FillAsync(Persons, "22");
        await second.Press("next");
        await first.Page.FillAsync(Persons, "11");
        await first.Press("next");
        await first.Page.CheckAsync("input[value=mine]");
        await EndSession(first);
        await first.Send();
        await first.Page.FillAsync("#code", code);
        await first.Send();

        await first.GoSection("company");
        Assert.Equal("11", await first.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task The_session_lasts_longer_while_somebody_works_and_the_page_says_until_when()
    {
        await using var company = await At("company");

        Assert.Contains("Ihre Sitzung dauert bis", await company.Page.InnerTextAsync("#section-form"), StringComparison.Ordinal);
        var cookie = (await company.Page.Context.CookiesAsync()).First(one => one.Name == "dmk-company");
        Assert.True(
            cookie.Expires > TimeProvider.System.GetUtcNow().AddDays(2).ToUnixTimeSeconds(),
            "The cookie has to outlive the session."
        );
    }

    [Fact]
    public async Task Corrections_from_the_last_page_lead_back_to_it_and_confirmations_survive()
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Persons, "12");
        await company.Press("next");
        await company.GoOwn("/check");
        await company.Follow("button[value='goto:company']");
        Assert.Contains("from=check", company.Page.Url, StringComparison.Ordinal);
        await company.Page.FillAsync(Founded, "1998");
        await company.Press("next");

        Assert.EndsWith("/check", company.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_conflict_is_shown_in_the_other_language_with_what_was_chosen()
    {
        var code = site.NextCode();
        await using var first = await Visitor.Arrive(chromium, site, "de", 1280);
        await first.Enter(code);
        await first.GoSection("company");
        await using var second = await Visitor.Arrive(chromium, site, "de", 1280);
        await second.Enter(code);
        await second.GoSection("company");
        await second.Page.FillAsync(Persons, "22");
        await second.Press("next");
        await first.Page.FillAsync(Persons, "11");
        await first.Press("next");
        await first.Page.CheckAsync("input[value=stored]");

        await first.SwitchLanguage();

        Assert.Equal("en", await first.Page.GetAttributeAsync("html", "lang"));
        Assert.True(await first.Page.IsCheckedAsync("input[value=stored]"));
        await first.SwitchLanguage();
        await first.Page.CheckAsync("input[value=mine]");
        await first.Send();
        await first.GoSection("company");
        Assert.Equal("11", await first.Page.InputValueAsync(Persons));
        first.AssertNoComplaints();
    }

    [Fact]
    public async Task Words_without_their_tick_are_kept_and_asked_about()
    {
        await using var company = await At("strategy");
        await company.Page.FillAsync("#f-barriers-other", "Brieftauben");
        await company.Press("next");

        Assert.Contains("nicht ausgewählt", await company.Page.InnerTextAsync("#errors"), StringComparison.Ordinal);
        Assert.Equal("Brieftauben", await company.Page.InputValueAsync("#f-barriers-other"));
        Assert.Equal("errors", await company.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        await company.Page.CheckAsync("input[name=barriers][value=other]");
        await company.Press("next");
        Assert.DoesNotContain("/section/strategy", company.Page.Url, StringComparison.Ordinal);
    }

    private static Task Press(Visitor company, string go) => company.Follow(company.Page.Locator($"button[name='go!'][value='{go}']").Last);

    private async Task<Visitor> At(string section)
    {
        var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection(section);
        return company;
    }

    private async Task EndSession(Visitor company)
    {
        var token = (await company.Page.Context.CookiesAsync()).First(cookie => cookie.Name == "dmk-company").Value;
        await site.Get<Entrance>().Leave(token, TestContext.Current.CancellationToken);
    }
}
