using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web.Tests;

/// <summary>A company beside its peers, under every index of the pilot study that it has a score of.</summary>
public sealed class BenchmarkPageTests(Chromium chromium, LiveSite site)
{
    private const int Desktop = 1280;

    [Theory]
    [InlineData("de")]
    [InlineData("en")]
    public async Task Every_index_that_a_company_has_a_score_of_has_a_table_under_its_own_heading(string language)
    {
        await using var company = await Visitor.Arrive(chromium, site, language, Desktop);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        while (!company.Page.Url.Contains("/check", StringComparison.Ordinal))
        {
            await FormFilling.PutSection(company.Page);
            await company.Press("next");
        }

        await company.ConfirmAll();
        await company.Send();
        await company.GoOwn("/benchmark");

        var titles = await Indices(language);
        Assert.Equal(3, titles.Count);
        Assert.Equal(titles, await company.Page.Locator("main h2").AllInnerTextsAsync());
        Assert.Equal(titles, (await company.Page.Locator("main caption").AllInnerTextsAsync()).Select(WithoutScale));
        Assert.All(
            await company.Page.Locator("main table tbody tr:first-child td:nth-of-type(1)").AllInnerTextsAsync(),
            own => Assert.Matches("^[0-9]+[.,][0-9]$", own)
        );
        company.AssertNoComplaints();
    }

    /// <summary>It says where it belongs and how large it is, and nothing that counts.</summary>
    [Fact]
    public async Task A_company_without_any_score_has_the_table_of_the_first_index_alone()
    {
        await using var company = await Visitor.Arrive(chromium, site, "en", Desktop);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await FormFilling.PutSection(company.Page);
        await company.Press("next");
        await company.GoOwn("/check");
        await company.ConfirmAll();
        await company.Send();
        await company.GoOwn("/benchmark");

        Assert.Equal([(await Indices("en"))[0]], (await company.Page.Locator("main caption").AllInnerTextsAsync()).Select(WithoutScale));
        Assert.Equal(0, await company.Page.Locator("main h2").CountAsync());
        Assert.All(await company.Page.Locator("main tbody td:nth-of-type(1)").AllInnerTextsAsync(), own => Assert.Equal("–", own));
        company.AssertNoComplaints();
    }

    private async Task<List<string>> Indices(string language)
    {
        var study = await site.Get<Catalogue>().Study(LiveSite.Study, TestContext.Current.CancellationToken);
        return [.. study!.Indices.Select(model => model.Title.In(language == "de" ? Language.German : Language.English))];
    }

    private static string WithoutScale(string caption) => caption[..caption.LastIndexOf(',')];
}
