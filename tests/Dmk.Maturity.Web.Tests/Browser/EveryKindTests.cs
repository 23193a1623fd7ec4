using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Kinds of questions that the pilot does not ask, answered at a browser without script, and looked at by axe.</summary>
public sealed class EveryKindTests(Chromium chromium, EveryKindSite own) : IClassFixture<EveryKindSite>
{
    [Theory]
    [InlineData("de", 390)]
    [InlineData("en", 1280)]
    public async Task A_grid_with_several_ticks_and_a_period_are_answered_kept_and_read(string language, int width)
    {
        var code = own.NextCode();
        await using var company = await Visitor.Arrive(chromium, own, language, width);
        await company.Enter(code);
        await company.GoSection("work");
        await company.Page.CheckAsync("input[name='tools.office'][value=hand]");
        await company.Page.CheckAsync("input[name='tools.office'][value=other]");
        await company.Page.FillAsync("#f-tools-other", "Zange");
        await company.Page.FillAsync("#f-open", "1.4.2026");
        await company.Page.FillAsync("[name='open!end!day']", "bald");
        await company.Press("next");

        Assert.Equal("#f-open", await company.Page.GetAttributeAsync("#errors a", "href"));
        Assert.Equal("1.4.2026", await company.Page.InputValueAsync("#f-open"));
        Assert.Equal("bald", await company.Page.InputValueAsync("[name='open!end!day']"));
        await company.Page.FillAsync("[name='open!end!day']", "31.10.2026");
        await company.Press("next");

        await company.GoSection("work");
        Assert.True(await company.Page.IsCheckedAsync("input[name='tools.office'][value=other]"));
        Assert.False(await company.Page.IsCheckedAsync("input[name='tools.workshop'][value=hand]"));
        Assert.Equal("10", await company.Page.InputValueAsync("[name='open!end!month']"));
        await company.GoOwn("/check");
        await company.Page.ClickAsync("summary");
        var read = await company.Page.InnerTextAsync(".dmk-details");
        Assert.Contains("Zange", read, StringComparison.Ordinal);
        Assert.Contains("2026 – ", read, StringComparison.Ordinal);
        company.AssertNoComplaints();

        await using var seeing = await Visitor.Arrive(chromium, own, language, width, javaScript: true);
        await seeing.Enter(code);
        await seeing.GoSection("work");
        Assert.Empty(await seeing.Barriers());
        Assert.True(await seeing.Overflow() <= 0);
        await seeing.Page.FillAsync("[name='open!end!day']", "bald");
        await seeing.Press("next");
        Assert.Empty(await seeing.Barriers());
        var group = language == "de" ? "Letzter Tag" : "Last day";
        Assert.Equal(1, await seeing.Page.GetByRole(AriaRole.Group, new() { Name = group, Exact = true }).CountAsync());
    }

    [Theory]
    [InlineData("de", 390)]
    [InlineData("en", 1280)]
    public async Task A_code_is_searched_chosen_changed_and_described_without_losing_the_rest(string language, int width)
    {
        var code = own.NextCode();
        await using var company = await Visitor.Arrive(chromium, own, language, width);
        await company.Enter(code);
        await company.GoSection("trade");
        await company.Page.FillAsync("#f-persons", "zwölf");
        await company.Page.FillAsync("#f-branch", "Dachdecker");
        await company.Press("search:branch");

        Assert.Equal("zwölf", await company.Page.InputValueAsync("#f-persons"));
        Assert.Equal("Dachdecker", await company.Page.InputValueAsync("#f-branch"));
        var hits = company.Page.Locator("input[type=radio][name=branch]");
        Assert.True(await hits.CountAsync() > 1);
        await company.Page.CheckAsync("input[name=branch][value='43.41']");
        await company.Page.FillAsync("#f-persons", "12");
        await company.Page.FillAsync("#f-branch", "Backwaren");

        // Enter searches, too, while the words are new, and what was chosen is kept.
        await company.Arriving(() => company.Page.PressAsync("#f-branch", "Enter"));
        Assert.Contains("/section/trade", company.Page.Url, StringComparison.Ordinal);
        Assert.True(await company.Page.IsCheckedAsync("input[name=branch][value='43.41']"));
        Assert.Equal("12", await company.Page.InputValueAsync("#f-persons"));
        await company.Page.CheckAsync("input[name=branch][value=other]");
        await company.Page.FillAsync("#f-branch-other", "Drohnenwäsche");
        await company.Press("next");

        await company.GoSection("trade");
        Assert.True(await company.Page.IsCheckedAsync("input[name=branch][value=other]"));
        Assert.Equal("Drohnenwäsche", await company.Page.InputValueAsync("#f-branch-other"));
        company.AssertNoComplaints();

        await using var seeing = await Visitor.Arrive(chromium, own, language, width, javaScript: true);
        await seeing.Enter(code);
        await seeing.GoSection("trade");
        Assert.Empty(await seeing.Barriers());
        await seeing.Page.FillAsync("#f-branch", "Dachdecker");
        await seeing.Press("search:branch");
        Assert.Empty(await seeing.Barriers());
        Assert.Equal("f-branch-hits", await seeing.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.True(await seeing.Overflow() <= 0);
    }

    [Theory]
    [InlineData("de", 390)]
    [InlineData("en", 1280)]
    public async Task Items_are_added_answered_and_removed_and_a_colleague_hears_of_it(string language, int width)
    {
        var code = own.NextCode();
        await using var company = await Visitor.Arrive(chromium, own, language, width);
        await company.Enter(code);
        await company.GoSection("places");
        await company.Press("add:sites");
        await company.Page.FillAsync("input[name$='].staff']", "zwölf");
        await company.Page.FillAsync("textarea[name$='].city']", "Berlin");
        await company.Press("add:sites");

        // What could not be read is kept while an item is added.
        Assert.Equal("zwölf", await company.Page.Locator("input[name$='].staff']").First.InputValueAsync());
        Assert.Equal(2, await company.Page.Locator(".dmk-item").CountAsync());
        await company.Page.Locator("input[name$='].staff']").First.FillAsync("12");
        await company.Page.Locator("textarea[name$='].city']").Last.FillAsync("Hamburg");
        await company.Press("next");
        await company.GoSection("places");
        Assert.StartsWith("1. Berlin", await company.Page.Locator(".dmk-item h3").First.InnerTextAsync(), StringComparison.Ordinal);

        await using var colleague = await Visitor.Arrive(chromium, own, language, width);
        await colleague.Enter(code);
        await colleague.GoSection("places");
        await company.Follow("main button[value^='remove:']");
        Assert.Equal(2, await company.Page.Locator(".dmk-item").CountAsync());
        await company.Follow("main button[value^='removed:']");
        Assert.Equal(1, await company.Page.Locator(".dmk-item").CountAsync());
        Assert.Equal("Hamburg", await company.Page.InputValueAsync("textarea[name$='].city']"));

        await colleague.Page.Locator("input[name$='].staff']").First.FillAsync("13");
        await colleague.Press("next");
        var said = language == "de" ? "oder nicht mehr" : "or none any more";
        Assert.Contains(said, await colleague.Page.InnerTextAsync("#errors"), StringComparison.Ordinal);

        await company.GoOwn("/check");
        await company.Page.ClickAsync("summary");
        Assert.Contains("1. Hamburg", await company.Page.InnerTextAsync(".dmk-details"), StringComparison.Ordinal);
        company.AssertNoComplaints();

        await using var seeing = await Visitor.Arrive(chromium, own, language, width, javaScript: true);
        await seeing.Enter(code);
        await seeing.GoSection("places");
        Assert.Empty(await seeing.Barriers());
        await seeing.Follow("main button[value^='remove:']");
        Assert.Empty(await seeing.Barriers());
        Assert.True(await seeing.Overflow() <= 0);
    }
}
