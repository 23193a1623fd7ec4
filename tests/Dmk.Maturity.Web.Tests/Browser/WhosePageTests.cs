using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Several questionnaires in one browser, as with a tax adviser who has two letters: no page writes into another one.</summary>
public sealed class WhosePageTests(Chromium chromium, LiveSite site)
{
    private const string Persons = "#f-persons_employed";

    [Fact]
    public async Task Two_questionnaires_are_open_side_by_side_and_none_is_written_into_the_other()
    {
        await using var first = await Visitor.Arrive(chromium, site, "de", 1280);
        await first.Enter(site.NextCode());
        await first.GoSection("company");
        await using var second = await first.OtherTab();
        await second.Enter(site.NextCode());
        await second.GoSection("company");
        await second.Page.FillAsync(Persons, "22");
        await second.Press("next");

        await first.Page.FillAsync(Persons, "11");
        await first.Press("next");

        Assert.NotEqual(first.Own, second.Own);
        await first.GoSection("company");
        await second.GoSection("company");
        Assert.Equal("11", await first.Page.InputValueAsync(Persons));
        Assert.Equal("22", await second.Page.InputValueAsync(Persons));
    }

    [Fact]
    public async Task A_page_says_whose_questionnaire_it_is()
    {
        await using var first = await Visitor.Arrive(chromium, site, "de", 1280);
        await first.Enter(site.NextCode());
        await using var second = await first.OtherTab();
        await second.Enter(site.NextCode());

        var names = await Task.WhenAll(new[] { first, second }.Select(company => company.Page.InnerTextAsync(".dmk-company")));

        Assert.All(names, name => Assert.StartsWith("Fragebogen von ", name, StringComparison.Ordinal));
        Assert.NotEqual(names[0], names[1]);
        await first.GoSection("company");
        Assert.Equal(names[0], await first.Page.InnerTextAsync(".dmk-company"));
    }

    /// <summary>Signed out of one and entered into another: the form of the first stays worthless.</summary>
    [Fact]
    public async Task A_form_of_a_questionnaire_that_was_left_stores_nothing_anywhere()
    {
        await using var first = await Visitor.Arrive(chromium, site, "de", 1280);
        var code = site.NextCode();
        await first.Enter(code);
        await first.GoSection("company");
        await using var second = await first.OtherTab();
        await second.Go(first.Own);
        await second.Follow("header form button");
        await second.Enter(site.NextCode());

        await first.Page.FillAsync(Persons, "11");
        await first.Press("next");

        Assert.Equal(1, await first.Page.Locator("#code").CountAsync());
        await second.GoSection("company");
        Assert.Equal("", await second.Page.InputValueAsync(Persons));
    }

    [Theory]
    [InlineData("/section/company")]
    [InlineData("/check")]
    [InlineData("/receipt")]
    [InlineData("")]
    public async Task A_session_opens_no_other_questionnaire(string page)
    {
        await using var first = await Visitor.Arrive(chromium, site, "en", 1280);
        await first.Enter(site.NextCode());
        var token = (await first.Page.Context.CookiesAsync()).First(cookie => cookie.Name == "dmk-company").Value;
        await using var second = await Visitor.Arrive(chromium, site, "en", 1280);
        await second.Enter(site.NextCode());
        var own = second.Own;

        await first.Page.Context.AddCookiesAsync([
            new Cookie
            {
                Name = "dmk-company",
                Value = token,
                Url = $"{site.Address}/en{own}",
            },
        ]);
        await first.Go(own + page);

        Assert.Equal(1, await first.Page.Locator("#code").CountAsync());
    }
}
