using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What is chosen is seen in forced colours, a link shows what it leads to, nothing glides, and errors get the focus.</summary>
public sealed class SightAndMotionTests(Chromium chromium, LiveSite site)
{
    /// <summary>The dot of a radio button is the background of its ::before, the tick of a checkbox two borders.</summary>
    private const string Mark = """
        ([field, part]) => {
            const mark = getComputedStyle(document.querySelector(field), '::before');
            const probe = document.body.appendChild(document.createElement('i'));
            probe.style.forcedColorAdjust = 'none';
            probe.style.color = 'Canvas';
            const page = getComputedStyle(probe).color;
            probe.remove();
            return mark.content !== 'none' && mark[part] !== page && !/^rgba.*, 0\)$/.test(mark[part]);
        }
        """;

    /// <summary>Our own rules for forced colours, taken away.</summary>
    private const string WithoutRule = """
        () => {
            for (const sheet of document.styleSheets) {
                for (let i = sheet.cssRules.length - 1; i >= 0; i--) {
                    if (sheet.href.includes('dmk') && sheet.cssRules[i].conditionText?.includes('forced-colors')) sheet.deleteRule(i);
                }
            }
        }
        """;

    [Fact]
    public async Task What_is_chosen_is_seen_in_forced_colours()
    {
        await using var company = await Visitor.Arrive(chromium, site, "de", 1280, colours: ForcedColors.Active);
        await company.Enter(site.NextCode());
        await company.GoSection("strategy");
        await company.Page.Locator("input[name=strategy_plan]").First.CheckAsync();
        await company.Page.Locator("input[type=checkbox][name=areas_invested]").First.CheckAsync();

        Assert.False(await company.Page.EvaluateAsync<bool>(Mark, new[] { "input[name=strategy_plan]:not(:checked)", "backgroundColor" }));
        Assert.True(await company.Page.EvaluateAsync<bool>(Mark, new[] { "input[name=strategy_plan]:checked", "backgroundColor" }));
        Assert.True(await company.Page.EvaluateAsync<bool>(Mark, new[] { "input[name=areas_invested]:checked", "borderRightColor" }));

        await company.Page.EvaluateAsync(WithoutRule);
        Assert.False(await company.Page.EvaluateAsync<bool>(Mark, new[] { "input[name=strategy_plan]:checked", "backgroundColor" }));
        company.AssertNoComplaints();
    }

    [Theory]
    [InlineData("de", 390)]
    [InlineData("en", 1280)]
    public async Task A_link_to_a_question_shows_its_text_without_gliding(string language, int width)
    {
        await using var company = await Visitor.Arrive(chromium, site, language, width, javaScript: true);
        await company.Enter(site.NextCode());
        foreach (var section in new[] { "company", "strategy", "connectivity", "processes", "security" })
        {
            await company.GoSection(section);
            var hidden = await company.Page.EvaluateAsync<string[]>(
                """
                async () => {
                    const hidden = [];
                    for (const question of document.querySelectorAll('.dmk-question')) {
                        window.scrollTo(0, 0);
                        location.hash = question.querySelector('[id^="f-"]:is(input, textarea)').id;
                        await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)));
                        const text = question.querySelector('h2').getBoundingClientRect();
                        if (text.top < 0 || text.bottom > innerHeight) hidden.push(`${question.id}: ${text.top} to ${text.bottom}`);
                    }
                    return hidden;
                }
                """
            );
            Assert.Empty(hidden);
        }

        Assert.Equal("auto", await company.Page.EvaluateAsync<string>("() => getComputedStyle(document.documentElement).scrollBehavior"));
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task After_an_error_the_summary_has_the_focus()
    {
        await using var company = await Visitor.Arrive(chromium, site, "en", 1280);
        await company.Enter(site.NextCode());
        await company.GoSection("company");
        await company.Page.FillAsync("#f-persons_employed", "many");
        await company.Press("next");

        Assert.Equal("errors", await company.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        company.AssertNoComplaints();
    }
}
