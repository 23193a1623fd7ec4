using Dmk.Maturity.Studies;
using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Pages for readers are free of barriers, and what screen readers hear is what is meant.</summary>
public sealed class AccessibilityTests(Chromium chromium, LiveSite site)
{
    [Theory]
    [InlineData("de", 390)]
    [InlineData("en", 1280)]
    public async Task No_page_for_readers_has_a_barrier(string language, int width)
    {
        await using var reader = await Visitor.Arrive(chromium, site, language, width, javaScript: true);
        var barriers = new List<string>();
        foreach (var path in new[] { "/results", $"/results/{LiveSite.Study}", "/signin" })
        {
            await reader.Go(path);
            await reader.Look(barriers);
        }

        await reader.Page.FillAsync("#token", "wrong");
        await reader.Follow("main form button");
        await reader.Look(barriers);
        await reader.Page.FillAsync("#token", await site.Token(Role.Economist));
        await reader.Follow("main form button");
        foreach (
            var query in new[]
            {
                "",
                "?by=size",
                "?by=sector&node=ai",
                "?by=land,sector",
                "?by=land,sector&columns=all",
                "?index=eurostat-dii",
                "?by=size&where=land=SN",
            }
        )
        {
            await reader.Go($"/results/{LiveSite.Study}{query}");
            await reader.Look(barriers);
        }

        Assert.True(barriers.Count == 0, string.Join("\n", barriers));
        reader.AssertNoComplaints();
    }

    /// <summary>As the browser tells it to a screen reader.</summary>
    [Fact]
    public async Task Questions_are_headings_and_rows_are_groups_of_their_own_name()
    {
        await using var company = await Visitor.Arrive(chromium, site, "en", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection("connectivity");
        Assert.Equal(
            await company.Page.Locator(".dmk-question").CountAsync(),
            await company.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).CountAsync()
        );

        await company.GoSection("ai");
        await company.Page.CheckAsync("input[name=ai_use][value=some]");
        await company.Press("next");
        var row = company.Page.GetByRole(AriaRole.Group, new() { Name = "Making images, videos or drawings", Exact = true });
        Assert.Equal(1, await row.CountAsync());
        Assert.True(await row.GetByRole(AriaRole.Radio).CountAsync() > 3);
        Assert.Equal(1, await row.GetByRole(AriaRole.Radio, new() { Name = "Don't know", Exact = true }).CountAsync());
        Assert.Equal(0, await company.Page.GetByRole(AriaRole.Table).CountAsync());
        company.AssertNoComplaints();
    }

    /// <summary>On the page as a whole, at one place, and by its colour: else that nothing is found elsewhere would say little.</summary>
    [Fact]
    public async Task A_barrier_is_found_where_there_is_one()
    {
        await using var reader = await Visitor.Arrive(chromium, site, "en", 1280, javaScript: true);
        await reader.Go("/signin");
        Assert.Empty(await reader.Barriers());
        await reader.Page.EvaluateAsync(
            """
            () => {
                document.documentElement.removeAttribute('lang');
                document.title = '';
                document.querySelector('label').remove();
                document.querySelector('h1').style.color = '#eee';
            }
            """
        );

        var found = string.Join('\n', await reader.Barriers());
        Assert.All(
            (string[])["html-has-lang", "document-title", ": label:", "color-contrast"],
            rule => Assert.Contains(rule, found, StringComparison.Ordinal)
        );
    }
}
