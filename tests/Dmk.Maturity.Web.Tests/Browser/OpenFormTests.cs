namespace Dmk.Maturity.Web.Tests;

/// <summary>A form that was open while the world went on: what was typed is stored where it can be, and else said not to be.</summary>
public sealed class OpenFormTests(Chromium chromium, FormerSite site)
{
    private const string Persons = "#f-persons_employed";
    private const string Founded = "#f-founded";
    private const string StaffShare = "#f-ai_staff_share";

    [Theory]
    [InlineData("de", "Gespeichert bleibt: 4.000 Personen.")]
    [InlineData("en", "What stays saved: 4,000 persons.")]
    public async Task An_error_names_the_value_that_stays_stored(string language, string said)
    {
        await using var company = await At("company", language);
        await company.Page.FillAsync(Persons, "4000");
        await company.Follow("header button[value='overview']");
        await company.GoSection("company");
        await company.Page.FillAsync(Persons, "ca. 5");
        await company.Page.FillAsync(Founded, "bald");
        await company.Press("next");

        Assert.Contains(said, await company.Page.InnerTextAsync("#f-persons_employed-error"), StringComparison.Ordinal);
        Assert.Contains(said, await company.Page.InnerTextAsync("#errors"), StringComparison.Ordinal);
        Assert.DoesNotContain(said[..10], await company.Page.InnerTextAsync("#f-founded-error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boxes_that_were_unticked_stay_so_on_an_expired_page()
    {
        await using var company = await At("strategy");
        var box = company.Page.Locator("input[name=areas_invested]").First;
        await box.CheckAsync();
        await company.Follow("header button[value='overview']");
        await company.GoSection("strategy");
        await box.UncheckAsync();
        await company.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await company.SwitchLanguage();

        Assert.Equal("en", await company.Page.GetAttributeAsync("html", "lang"));
        Assert.Contains("had expired", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.False(await box.IsCheckedAsync());
        await company.Press("next");
        await company.GoSection("strategy");
        Assert.False(await box.IsCheckedAsync());
    }

    /// <summary>A new version of the questionnaire has renamed the section, moved its questions, or dropped them.</summary>
    [Theory]
    [InlineData("gone", "12")]
    [InlineData("strategy", "12")]
    public async Task Answers_are_saved_whatever_section_their_questions_are_in_now(string address, string stored)
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Persons, "12");
        await Readdress(company, address);
        await company.Press("next");

        if (address == "gone")
        {
            Assert.Contains("Fragebogen wurde geändert", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        }

        await company.GoSection("company");
        Assert.Equal(stored, await company.Page.InputValueAsync(Persons));
        company.AssertNoComplaints();
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("strategy")]
    public async Task A_wrong_value_comes_back_whatever_section_its_question_is_in_now(string address)
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Persons, "zwölf");
        await Readdress(company, address);
        await company.Press("next");

        Assert.Equal("zwölf", await company.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task Of_a_page_whose_questions_are_all_gone_the_overview_says_so()
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Persons, "12");
        await Readdress(company, "gone");
        await company.Page.EvaluateAsync("() => document.querySelector(\"[name='shown!']\").value = 'old older'");
        await company.Press("next");

        Assert.Contains("Fragebogen wurde geändert", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_section_that_has_left_the_path_is_saved_and_the_overview_says_so()
    {
        await using var company = await At("ai");
        await Use(company, "some");
        await company.GoSection("ai_practice");
        await company.Page.FillAsync(StaffShare, "7");
        var other = await company.OtherTab();
        await other.Go(company.Own + "/section/ai");
        await Use(other, "none");

        await company.Press("next");

        Assert.Contains("nicht mehr gestellt", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(0, await company.Page.Locator("#errors").CountAsync());
    }

    [Fact]
    public async Task An_expired_page_of_a_section_that_has_left_the_path_still_shows_what_was_typed()
    {
        await using var company = await At("ai");
        await Use(company, "some");
        await company.GoSection("ai_practice");
        await company.Page.FillAsync(StaffShare, "7");
        var answers = await company.OtherTab();
        await answers.Go(company.Own + "/section/ai");
        await Use(answers, "none");
        await company.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await company.Press("next");

        Assert.Equal("7", await company.Page.InputValueAsync(StaffShare));
        Assert.Equal(0, await company.Page.Locator(".dmk-place").CountAsync());
        await company.Press("next");
        await company.GoSection("ai");
        await Use(company, "some");
        await company.GoSection("ai_practice");
        Assert.Equal("7", await company.Page.InputValueAsync(StaffShare));
    }

    [Theory]
    [InlineData("next", "de", "nicht gespeichert")]
    [InlineData("language", "en", "not saved")]
    [InlineData("leave", "de", "Sie sind abgemeldet")]
    public async Task A_page_sent_after_submission_says_that_nothing_is_stored_and_shows_what_was_typed(
        string go,
        string language,
        string said
    )
    {
        await using var company = await At("company");
        await company.Page.FillAsync(Founded, "1977");
        await Submitted(company);
        await company.Follow(company.Page.Locator($"button[name='go!'][value='{go}']").Last);

        Assert.Equal(language, await company.Page.GetAttributeAsync("html", "lang"));
        Assert.Contains(said, await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Contains("77", await company.Page.InnerTextAsync("#not-stored"), StringComparison.Ordinal);
        await company.GoOwn();
        Assert.Equal(go == "leave" ? 1 : 0, await company.Page.Locator("#code").CountAsync());
        company.AssertNoComplaints();
    }

    private static async Task Submitted(Visitor company)
    {
        var other = await company.OtherTab();
        await other.Go(company.Own + "/section/company");
        await other.Page.Locator("input[name=sector]").First.CheckAsync();
        await other.Page.FillAsync(Persons, "7");
        await other.Press("next");
        await other.Go(company.Own + "/check");
        await other.ConfirmAll();
        await other.Send();
        Assert.EndsWith("/receipt", other.Page.Url, StringComparison.Ordinal);
    }

    private static async Task Readdress(Visitor company, string section) =>
        await company.Page.EvaluateAsync(
            "section => { const form = document.getElementById('section-form'); form.action = form.action.replace(/[^/]*$/, section); }",
            section
        );

    private static async Task Use(Visitor company, string use)
    {
        await company.Page.CheckAsync($"input[name=ai_use][value={use}]");
        await company.Press("next");
    }

    private async Task<Visitor> At(string section, string language = "de")
    {
        var company = await Visitor.Arrive(chromium, site, language, 1280);
        await company.Enter(site.NextCode());
        await company.GoSection(section);
        return company;
    }
}
