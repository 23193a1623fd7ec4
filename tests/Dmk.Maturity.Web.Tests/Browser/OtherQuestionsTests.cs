namespace Dmk.Maturity.Web.Tests;

/// <summary>A mistake stands at the answer that makes it, names it, and leads to every other question that it depends on.</summary>
public sealed class OtherQuestionsTests(Chromium chromium, FormerSite site)
{
    [Fact]
    public async Task A_check_over_two_pages_stands_at_the_row_that_fails_it_and_leads_to_the_other_question_and_back()
    {
        await using var company = await Visitor.Arrive(chromium, site, "en", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection("ai");
        await company.Page.CheckAsync("input[name=ai_use][value=considered]");
        await company.Press("next");
        Assert.EndsWith("/section/ai_practice", company.Page.Url, StringComparison.Ordinal);
        await company.Page.CheckAsync("input[name='ai_uses.text'][value=in_use]");
        await company.Press("next");

        Assert.Contains("problems=1", company.Page.Url, StringComparison.Ordinal);
        Assert.Equal("#f-ai_uses-text", await company.Page.GetAttributeAsync("#errors a", "href"));
        Assert.Contains("Writing, summarising", await company.Page.InnerTextAsync("#errors a"), StringComparison.Ordinal);
        Assert.Equal(1, await company.Page.Locator("#f-ai_uses-text-error").CountAsync());
        Assert.Equal(1, await company.Page.Locator(".kern-error").CountAsync());

        await company.GoOwn("/check");
        var entry = company.Page.Locator("#must-fix > li:has(> button[value='goto:ai_uses.text'])");
        Assert.Equal("goto:ai_use", await entry.Locator(".dmk-others button").GetAttributeAsync("value"));

        await company.GoSection("ai_practice");
        await company.Page.FillAsync("#f-ai_staff_share", "0");
        await company.Press("next");
        await company.Page.FillAsync("#f-ai_staff_share", "7");
        await company.Follow(".dmk-others button[value='goto:ai_use']");
        Assert.EndsWith("/section/ai?from=section:ai_practice#f-ai_use", company.Page.Url, StringComparison.Ordinal);

        await company.Page.CheckAsync("input[name=ai_use][value=trying]");
        await company.Press("next");
        Assert.Contains("/section/ai_practice", company.Page.Url, StringComparison.Ordinal);
        Assert.Equal("7", await company.Page.InputValueAsync("#f-ai_staff_share"));
        Assert.Equal(0, await company.Page.Locator("#errors").CountAsync());
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_bound_that_another_answer_sets_leads_to_that_answer_and_a_correction_leads_back()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 390);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.FillAsync("#f-persons_employed", "12");
        await company.Press("next");
        await company.GoSection("skills");
        await company.Page.FillAsync("#f-it_specialists", "50");
        await company.Press("next");

        await company.Follow("#q-it_specialists .dmk-others button[value='goto:persons_employed']");
        Assert.EndsWith("/section/company?from=section:skills#f-persons_employed", company.Page.Url, StringComparison.Ordinal);

        await company.Page.FillAsync("#f-persons_employed", "120");
        await company.Press("next");
        Assert.Contains("/section/skills", company.Page.Url, StringComparison.Ordinal);
        Assert.Equal(0, await company.Page.Locator("#errors").CountAsync());
        company.AssertNoComplaints();
    }

    [Theory]
    [InlineData("section:nowhere")]
    [InlineData("https://example.org/")]
    [InlineData("checks")]
    public async Task An_address_that_names_no_page_to_go_back_to_leads_on(string from)
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection("company?from=" + Uri.EscapeDataString(from));
        await company.Page.FillAsync("#f-persons_employed", "12");
        await company.Press("next");

        Assert.EndsWith("/section/strategy", company.Page.Url, StringComparison.Ordinal);
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_hint_is_shown_once_where_its_answer_calls_it_up_and_stays_there()
    {
        await using var company = await Visitor.Arrive(chromium, site, "en", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.FillAsync("#f-persons_employed", "300");
        await company.Press("next");

        Assert.EndsWith("/section/company#q-persons_employed", company.Page.Url, StringComparison.Ordinal);
        Assert.Contains("whole company", await company.Page.InnerTextAsync("#q-persons_employed .kern-alert"), StringComparison.Ordinal);

        await company.Press("next");
        Assert.EndsWith("/section/strategy", company.Page.Url, StringComparison.Ordinal);
        await company.GoSection("company");
        Assert.Equal(1, await company.Page.Locator("#q-persons_employed .kern-alert").CountAsync());
        await company.GoOwn("/check");
        Assert.Contains("whole company", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);

        await company.GoSection("company");
        await company.Page.FillAsync("#f-persons_employed", "249");
        await company.Press("next");
        Assert.EndsWith("/section/strategy", company.Page.Url, StringComparison.Ordinal);
        company.AssertNoComplaints();
    }
}
