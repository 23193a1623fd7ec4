namespace Dmk.Maturity.Web.Tests;

/// <summary>Two people at the same answers: both values are shown, nobody's is overwritten unseen, and nothing else is lost on the
/// way.</summary>
public sealed class ConflictTests(Chromium chromium, FormerSite site)
{
    private const string Persons = "#f-persons_employed";
    private const string Founded = "#f-founded";
    private const string Conflict = "#conflict-form";

    private readonly string _code = site.NextCode();

    [Fact]
    public async Task The_language_button_that_meets_a_conflict_changes_the_language_once_and_the_choice_is_saved()
    {
        await using var first = await At("company");
        await Others((Persons, "22"));
        await first.Page.FillAsync(Persons, "11");
        await first.SwitchLanguage();

        Assert.Equal("en", await first.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(1, await first.Page.Locator(Conflict).CountAsync());
        await first.Page.CheckAsync("input[value=mine]");
        await first.Send();

        Assert.EndsWith($"/en{first.Own}/section/company", first.Page.Url, StringComparison.Ordinal);
        Assert.Equal("11", await first.Page.InputValueAsync(Persons));
        first.AssertNoComplaints();
    }

    [Fact]
    public async Task A_wrong_value_beside_a_conflict_comes_back_after_the_choice()
    {
        await using var first = await At("company?from=check");
        await Others((Persons, "22"));
        await first.Page.FillAsync(Persons, "11");
        await first.Page.FillAsync(Founded, "19x1");
        await first.Press("next");
        await first.Page.CheckAsync("input[value=stored]");
        await first.Send();

        Assert.Equal(("22", "19x1"), (await first.Page.InputValueAsync(Persons), await first.Page.InputValueAsync(Founded)));
        Assert.Equal("true", await first.Page.GetAttributeAsync(Founded, "aria-invalid"));
        await first.Page.FillAsync(Founded, "1991");
        await first.Press("next");
        Assert.EndsWith("/check", first.Page.Url, StringComparison.Ordinal);
        await first.GoSection("company");
        Assert.Equal(("22", "1991"), (await first.Page.InputValueAsync(Persons), await first.Page.InputValueAsync(Founded)));
    }

    [Fact]
    public async Task A_correction_that_meets_a_conflict_leads_back_to_where_it_came_from()
    {
        await using var first = await At("company?from=check");
        await Others((Persons, "22"));
        await first.Page.FillAsync(Persons, "11");
        await first.Press("next");
        await first.Page.CheckAsync("input[value=mine]");
        await first.Send();

        Assert.EndsWith("/check", first.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_stored_while_a_page_had_expired_is_found()
    {
        await using var first = await At("company");
        await Others((Founded, "1990"));
        await first.Page.FillAsync(Founded, "1991");
        await first.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await first.Press("next");
        await first.Press("next");

        Assert.Contains("1990", await first.Page.InnerTextAsync(Conflict), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_others_stored_is_found_when_a_wrong_value_is_corrected()
    {
        await using var first = await At("company");
        await Others((Founded, "1990"));
        await first.Page.FillAsync(Founded, "19x1");
        await first.Press("next");
        Assert.Contains("Gespeichert bleibt: 1990", await first.Page.InnerTextAsync("#errors"), StringComparison.Ordinal);
        await first.Page.FillAsync(Founded, "1991");
        await first.Press("next");

        Assert.Contains("1990", await first.Page.InnerTextAsync(Conflict), StringComparison.Ordinal);
        await first.Page.CheckAsync("input[value=mine]");
        await first.Send();
        await first.GoSection("company");
        Assert.Equal("1991", await first.Page.InputValueAsync(Founded));
    }

    [Fact]
    public async Task Nobody_is_in_conflict_with_what_was_saved_from_the_same_page()
    {
        await using var first = await At("company");
        await first.Page.FillAsync(Persons, "12");
        await first.Page.FillAsync(Founded, "19x1");
        await first.Press("next");
        await first.Page.FillAsync(Persons, "13");
        await first.Page.FillAsync(Founded, "1991");
        await first.Press("next");

        Assert.EndsWith("/section/strategy", first.Page.Url, StringComparison.Ordinal);
        await first.GoSection("company");
        Assert.Equal(("13", "1991"), (await first.Page.InputValueAsync(Persons), await first.Page.InputValueAsync(Founded)));
    }

    [Theory]
    [InlineData("home", "/de")]
    [InlineData("overview", "")]
    public async Task Who_leaves_without_a_choice_keeps_what_is_stored_and_all_else_is_saved(string go, string leadsTo)
    {
        await using var first = await At("company");
        await Others((Persons, "22"));
        await first.Page.FillAsync(Persons, "11");
        await first.Page.FillAsync(Founded, "1991");
        await first.Press("next");
        Assert.Equal(0, await first.Page.Locator("input[type=radio]:checked").CountAsync());
        Assert.Contains("bleibt die gespeicherte Angabe", await first.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await first.Follow($"header button[value='{go}']");

        Assert.EndsWith(leadsTo.Length == 0 ? first.Own : leadsTo, first.Page.Url, StringComparison.Ordinal);
        await first.GoSection("company");
        Assert.Equal(("22", "1991"), (await first.Page.InputValueAsync(Persons), await first.Page.InputValueAsync(Founded)));
    }

    [Fact]
    public async Task A_choice_that_is_missing_is_asked_for_and_the_others_stay()
    {
        await using var first = await At("company");
        await Others((Persons, "22"), (Founded, "1990"));
        await first.Page.FillAsync(Persons, "11");
        await first.Page.FillAsync(Founded, "1991");
        await first.Press("next");
        await first.Page.CheckAsync("input[name=persons_employed][value=mine]");
        await first.Send();

        Assert.Equal(
            [Founded],
            await Task.WhenAll((await first.Page.Locator("#errors a").AllAsync()).Select(link => link.GetAttributeAsync("href")))
        );
        Assert.True(await first.Page.IsCheckedAsync("input[name=persons_employed][value=mine]"));
        await first.Page.CheckAsync("input[name=founded][value=stored]");
        await first.Send();
        await first.GoSection("company");
        Assert.Equal(("11", "1990"), (await first.Page.InputValueAsync(Persons), await first.Page.InputValueAsync(Founded)));
    }

    [Fact]
    public async Task What_is_changed_once_more_during_the_choice_is_asked_again_and_the_rest_stays_chosen()
    {
        await using var first = await At("company");
        await Others((Persons, "22"), (Founded, "1990"));
        await first.Page.FillAsync(Persons, "11");
        await first.Page.FillAsync(Founded, "1991");
        await first.Press("next");
        await first.Page.CheckAsync("input[name=persons_employed][value=mine]");
        await first.Page.CheckAsync("input[name=founded][value=stored]");
        await Others((Persons, "33"));
        await first.Send();

        Assert.Contains("33", await first.Page.InnerTextAsync(Conflict), StringComparison.Ordinal);
        Assert.Equal(2, await first.Page.Locator("input[type=radio]").CountAsync());
        await first.Page.CheckAsync("input[name=persons_employed][value=mine]");
        await first.Send();
        await first.GoSection("company");
        Assert.Equal(("11", "1990"), (await first.Page.InputValueAsync(Persons), await first.Page.InputValueAsync(Founded)));
    }

    [Fact]
    public async Task An_expired_choice_says_so_and_changes_the_language()
    {
        await using var first = await At("company");
        await Others((Persons, "22"));
        await first.Page.FillAsync(Persons, "11");
        await first.Press("next");
        await first.Page.CheckAsync("input[value=mine]");
        await first.Page.Context.ClearCookiesAsync(new() { Name = "dmk-form" });
        await first.SwitchLanguage();

        Assert.Equal("en", await first.Page.GetAttributeAsync("html", "lang"));
        Assert.Contains("had expired", await first.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.True(await first.Page.IsCheckedAsync("input[value=mine]"));
        await first.Send();
        await first.GoSection("company");
        Assert.Equal("11", await first.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task The_address_of_a_conflict_leads_to_its_section()
    {
        await using var first = await At("company/choose");

        Assert.EndsWith($"{first.Own}/section/company", first.Page.Url, StringComparison.Ordinal);
    }

    private async Task<Visitor> At(string section)
    {
        var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(_code);
        await company.GoSection(section);
        return company;
    }

    /// <summary>Somebody else of the same company, at another computer.</summary>
    private async Task Others(params (string Field, string Value)[] answers)
    {
        await using var other = await At("company");
        foreach (var (field, value) in answers)
        {
            await other.Page.FillAsync(field, value);
        }

        await other.Press("next");
    }
}
