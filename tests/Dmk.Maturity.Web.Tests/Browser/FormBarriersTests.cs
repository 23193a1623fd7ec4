namespace Dmk.Maturity.Web.Tests;

/// <summary>Every page of the form in every state is free of barriers that axe can find, and nothing sticks out of the window.</summary>
/// <remarks>A walk through all of it is the longest test there is, so each window has a class of its own: they run beside each
/// other.</remarks>
/// <param name="width">Of the window, in pixels.</param>
public abstract class FormBarriersTests(Chromium chromium, LiveSite site, string language, int width)
{
    [Fact]
    public async Task No_page_of_the_form_has_a_barrier()
    {
        var code = site.NextCode();
        await using var company = await Visitor.Arrive(chromium, site, language, width, javaScript: true);
        var barriers = new List<string>();
        foreach (var path in new[] { "", "/survey", "/survey/left", "/survey?ended=1" })
        {
            await company.Go(path);
            await company.Look(barriers);
        }

        await company.Enter("ABC");
        await company.Look(barriers);
        await company.Enter(code);
        await company.Look(barriers);

        await using var colleague = await Visitor.Arrive(chromium, site, language, width);
        await colleague.Enter(code);
        await colleague.GoSection("company");
        await company.GoSection("company");
        await company.Look(barriers);
        await company.Page.FillAsync("#f-persons_employed", "x");
        await company.Press("next");
        await company.Look(barriers);
        await company.Page.FillAsync("#f-persons_employed", "12");
        await company.Press("next");
        await colleague.Page.FillAsync("#f-persons_employed", "13");
        await colleague.Press("next");
        Assert.Equal(1, await colleague.Page.Locator("input[value=stored]").CountAsync());

        await company.GoSection("company");
        while (!company.Page.Url.Contains("/check", StringComparison.Ordinal))
        {
            await FormFilling.PutSection(company.Page);
            await company.Look(barriers);
            await company.Press("next");
        }

        await company.Page.ClickAsync("summary");
        await company.Look(barriers);
        await company.Send();
        if (await company.Page.Locator("#errors").CountAsync() > 0)
        {
            await company.Look(barriers);
            foreach (var confirmation in await company.Page.Locator("input[name^='confirm!']").AllAsync())
            {
                await confirmation.CheckAsync();
            }

            await company.Send();
        }

        await company.Look(barriers);
        foreach (var path in new[] { "", "/section/company", "/benchmark" })
        {
            await company.GoOwn(path);
            await company.Look(barriers);
        }

        Assert.True(barriers.Count == 0, string.Join("\n", barriers));
        company.AssertNoComplaints();
    }
}
