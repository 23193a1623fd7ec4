using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Mistakes are said early and insisted on late; what is unusual is confirmed; what has ended says so.</summary>
public sealed class CheckingTests(Chromium chromium, FormerSite site)
{
    [Fact]
    public async Task A_wrong_sum_is_said_at_once_may_be_passed_and_stands_before_submission()
    {
        await using var company = await Visitor.Arrive(chromium, site, "en", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection("processes");
        await company.Page.CheckAsync("input[name=sells_online][value=yes]");
        await company.Press("next");
        await company.Page.FillAsync("#f-turnover_channels-website", "40");
        await company.Page.FillAsync("#f-turnover_channels-other", "20");
        await company.Press("next");

        Assert.Contains("problems=1", company.Page.Url, StringComparison.Ordinal);
        Assert.StartsWith("Error: ", await company.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("40", await company.Page.InputValueAsync("#f-turnover_channels-website"));

        await company.Press("next");
        Assert.EndsWith("/section/data", company.Page.Url, StringComparison.Ordinal);
        await company.GoOwn("/check");
        Assert.Contains("turnover", await company.Page.InnerTextAsync("#must-fix"), StringComparison.Ordinal);
        Assert.Equal(0, await company.Page.Locator("main form button").CountAsync());
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task An_unusual_answer_waits_for_its_confirmation()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 390);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.Locator("input[name=sector]").First.CheckAsync();
        await company.Page.FillAsync("#f-persons_employed", "60000");
        await company.Press("next");
        await company.GoOwn("/check");
        await company.Send();

        Assert.StartsWith("Fehler: ", await company.Page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal("#confirm-persons_plausible", await company.Page.Locator("#errors a").First.GetAttributeAsync("href"));

        await company.ConfirmAll();
        await company.Page.FillAsync("#reason-persons_plausible", "Wir sind ein Konzern.");
        await company.Send();

        Assert.EndsWith("/receipt", company.Page.Url, StringComparison.Ordinal);
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_reason_that_is_too_long_stays_in_its_field_and_is_never_cut()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 390);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.Locator("input[name=sector]").First.CheckAsync();
        await company.Page.FillAsync("#f-persons_employed", "60000");
        await company.Press("next");
        await company.GoOwn("/check");
        await company.Page.FillAsync("#reason-persons_plausible", new string('ä', CheckReason.Longest + 1));
        await company.Send();

        Assert.Equal("#reason-persons_plausible", await company.Page.GetAttributeAsync("#errors a", "href"));
        Assert.Contains("auf 1.000 Zeichen; jetzt sind es 1.001", await company.Page.InnerTextAsync("#errors"), StringComparison.Ordinal);
        Assert.Equal(CheckReason.Longest + 1, (await company.Page.InputValueAsync("#reason-persons_plausible")).Length);

        await company.Page.FillAsync("#reason-persons_plausible", string.Concat(Enumerable.Repeat("\U0001F642", CheckReason.Longest)));
        await company.ConfirmAll();
        await company.Send();

        Assert.EndsWith("/receipt", company.Page.Url, StringComparison.Ordinal);
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_session_that_has_ended_leads_to_the_code_and_says_so()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 390);
        await company.Enter(site.NextCode());
        var cookies = await company.Page.Context.CookiesAsync();
        await site.Get<Entrance>()
            .Leave(cookies.First(cookie => cookie.Name == Visits.Cookie).Value, TestContext.Current.CancellationToken);

        await company.GoSection("company");

        Assert.Contains("Ihre Sitzung ist beendet", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        Assert.Equal(1, await company.Page.Locator("#code").CountAsync());
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task When_the_field_closes_answers_can_be_read_and_not_changed()
    {
        await using var closing = await LiveSite.Small();
        await using var company = await Visitor.Arrive(chromium, closing, "en", 1280);
        await company.Enter(closing.NextCode());
        await company.GoSection("company");
        await company.Page.FillAsync("#f-persons_employed", "12");
        await company.Press("next");
        await company.Page.CheckAsync("main input[type=radio] >> nth=0");
        await closing.Get<FieldWork>().Close(LiveSite.Study, TestContext.Current.CancellationToken);

        await company.Press("next");

        Assert.Contains("The survey has ended", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        await company.GoSection("company");
        Assert.Equal(0, await company.Page.Locator("main form").CountAsync());
        Assert.Contains("12", await company.Page.InnerTextAsync("main dl"), StringComparison.Ordinal);
        company.AssertNoComplaints();
    }
}
