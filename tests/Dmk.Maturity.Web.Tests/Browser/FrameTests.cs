namespace Dmk.Maturity.Web.Tests;

/// <summary>Who calls itself another Land, sector or size class than the frame is asked whether that is right.</summary>
public sealed class FrameTests(Chromium chromium, LiveSite site)
{
    [Fact]
    public async Task A_company_elsewhere_than_in_the_frame_confirms_it_or_goes_back()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 390);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.Locator("input[name=sector]").First.CheckAsync();
        await company.Page.FillAsync("#f-persons_employed", "7");

        // Whatever the frame says, one of the two is not it.
        await company.Page.CheckAsync("input[name=land][value=SN]");
        await company.Press("next");
        await company.GoOwn("/check");
        var isSaxon = await company.Page.Locator("[id='check-frame.land']").CountAsync() == 0;
        await company.GoSection("company");
        await company.Page.CheckAsync($"input[name=land][value={(isSaxon ? "BY" : "SN")}]");
        await company.Press("next");
        await company.GoOwn("/check");
        var asked = await company.Page.InnerTextAsync("[id='check-frame.land']");
        Assert.Contains("Bei uns steht für Ihr Unternehmen", asked, StringComparison.Ordinal);
        Assert.Contains($"nach Ihrer Angabe ist es „{(isSaxon ? "Bayern" : "Sachsen")}“", asked, StringComparison.Ordinal);

        await company.Send();
        Assert.Equal("#confirm-frame.land", await company.Page.Locator("#errors a").First.GetAttributeAsync("href"));
        await company.Follow("[id='check-frame.land'] button");
        Assert.Contains("/section/company", company.Page.Url, StringComparison.Ordinal);
        await company.GoOwn("/check");
        await company.ConfirmAll();
        await company.Send();

        Assert.EndsWith("/receipt", company.Page.Url, StringComparison.Ordinal);
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task Nothing_answered_is_not_submitted()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 1280);
        await company.Enter(site.NextCode());
        await company.GoOwn("/check");

        Assert.Contains("keine Frage beantwortet", await company.Page.InnerTextAsync("#must-fix"), StringComparison.Ordinal);
        Assert.Equal(0, await company.Page.Locator("main form button[type=submit]").CountAsync());
        company.AssertNoComplaints();
    }
}
