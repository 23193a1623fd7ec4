using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Web.Tests;

/// <summary>The last page submits exactly what it showed, and confirms only what was read on it.</summary>
public sealed class LastPageTests(Chromium chromium, FormerSite site)
{
    private const string Persons = "#f-persons_employed";
    private const string Tick = "#confirm-persons_plausible";
    private const string Reason = "#reason-persons_plausible";

    [Fact]
    public async Task What_was_changed_in_another_window_is_looked_at_before_it_is_submitted()
    {
        await using var company = await AtCheck("60000");
        await using var other = await company.OtherTab();
        await other.Go($"{company.Own}/section/company");
        await other.Page.FillAsync(Persons, "70000");
        await other.Press("next");

        await company.ConfirmAll();
        await company.Send();

        Assert.EndsWith("/check", company.Page.Url, StringComparison.Ordinal);
        Assert.Contains("Antworten geändert worden", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await company.ConfirmAll();
        await company.Send();
        Assert.EndsWith("/receipt", company.Page.Url, StringComparison.Ordinal);
    }

    /// <summary>The tick was for another class than the one that the answer gives by now.</summary>
    [Fact]
    public async Task A_tick_confirms_only_the_words_that_it_stood_at()
    {
        await using var company = await AtCheck("60000");
        var words = await company.Page.InnerTextAsync("[id='check-frame.size-message']");
        await using var other = await company.OtherTab();
        await other.Go($"{company.Own}/section/company");
        await other.Page.FillAsync(Persons, words.Contains("10", StringComparison.Ordinal) ? "60" : "20");
        await other.Press("next");

        await company.Page.CheckAsync("[id='confirm-frame.size']");
        await company.Follow("button[value='overview']");
        await company.GoOwn("/check");

        var box = company.Page.Locator("[id='confirm-frame.size']");
        Assert.True(await box.CountAsync() == 0 || !await box.IsCheckedAsync());
    }

    [Fact]
    public async Task A_reason_without_its_tick_is_kept_and_confirms_nothing()
    {
        await using var company = await AtCheck("60000");
        await company.ConfirmAll();
        await company.Page.UncheckAsync(Tick);
        await company.Page.FillAsync(Reason, "Stimmt nicht, wird noch berichtigt.");
        await company.Send();

        Assert.Equal("#confirm-persons_plausible", await company.Page.Locator("#errors a").First.GetAttributeAsync("href"));
        await company.Follow("button[value='overview']");
        await company.GoOwn("/check");
        Assert.False(await company.Page.IsCheckedAsync(Tick));
        Assert.Equal("Stimmt nicht, wird noch berichtigt.", await company.Page.InputValueAsync(Reason));
    }

    [Fact]
    public async Task A_reason_that_is_too_long_keeps_nobody_on_the_page()
    {
        await using var company = await AtCheck("60000");
        await company.Page.FillAsync(Reason, new string('x', CheckReason.Longest + 1));
        await company.SwitchLanguage();
        Assert.Equal("en", await company.Page.GetAttributeAsync("html", "lang"));
        Assert.Equal(CheckReason.Longest + 1, (await company.Page.InputValueAsync(Reason)).Length);

        await company.Follow("button[value='overview']");
        Assert.EndsWith(company.Own, company.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_without_their_tick_are_asked_about_once_more()
    {
        await using var company = await AtCheck("12");
        await company.GoSection("strategy");
        await company.Page.FillAsync("#f-barriers-other", "Brieftauben");
        await company.Press("back");
        await company.GoOwn("/check");

        Assert.Contains(
            "wird so nicht abgesendet",
            await company.Page.InnerTextAsync("[id='check-words.barriers.other']"),
            StringComparison.Ordinal
        );
    }

    private async Task<Visitor> AtCheck(string persons)
    {
        var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.Locator("input[name=sector]").First.CheckAsync();
        await company.Page.FillAsync(Persons, persons);
        await company.Press("next");
        await company.GoOwn("/check");
        return company;
    }
}
