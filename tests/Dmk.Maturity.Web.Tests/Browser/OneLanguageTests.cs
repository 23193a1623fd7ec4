namespace Dmk.Maturity.Web.Tests;

/// <summary>A questionnaire in one language has no page in the other: whoever comes to one is led on, and told so.</summary>
public sealed class OneLanguageTests(Chromium chromium, OneLanguageTests.Site own, LiveSite pilot) : IClassFixture<OneLanguageTests.Site>
{
    private const string Form = """
        id: own
        version: 1.0.0
        languages: [de]
        title: { de: "Xantener Befragung" }
        intro: { de: "Xantener Einleitung" }
        sections:
          - id: work
            title: { de: "Xantener Arbeit" }
            intro: { de: "Xantener Vorspann" }
            questions:
              - { id: share, type: percentage, decimals: 0, min: 0, max: 100, text: { de: "Xantener Anteil?" }, help: { de: "Xantener Hilfe" } }
              - { id: kind, type: single, options: [ { code: a, de: "Xantener Eins" }, { code: b, de: "Xantener Zwei" } ], text: { de: "Xantener Art?" } }
              - group: more
                title: { de: "Xantener Gruppe" }
                questions:
                  - { id: split, type: sumGroup, total: 100, items: [ { id: one, de: "Xantener Teil" }, { id: two, de: "Xantener Rest" } ], unit: { de: "Xantener" }, text: { de: "Xantener Summe?" } }
              - id: sites
                type: roster
                maximum: 3
                item: { de: "Xantener Ort" }
                text: { de: "Xantener Orte?" }
                questions:
                  - { id: city, type: text, maximumLength: 50, text: { de: "Xantener Stadt?" } }
        checks:
          - { id: high, level: soft, must: "share < 90", message: { de: "Xantener Hinweis." } }
          - { id: impossible, level: hard, must: "share != 1", message: { de: "Xantener Fehler." } }
        """;

    /// <summary>Texts of the questionnaire that stand, or are said by a name or title, under another language than theirs.</summary>
    private const string Astray = """
        () => {
          const astray = [];
          const language = node => (node.closest ? node : node.parentElement).closest("[lang]")?.lang;
          const walk = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
          while (walk.nextNode()) {
            const node = walk.currentNode;
            const texts = node.attributes ? [...node.attributes].map(one => one.value) : [node.data];
            for (const text of texts.filter(text => text.includes("Xantener") && language(node) !== "de")) {
              astray.push(text);
            }
          }
          return astray;
        }
        """;

    [Fact]
    public async Task No_text_of_the_questionnaire_stands_under_another_language()
    {
        await using var company = await Visitor.Arrive(chromium, own, "en", 390, javaScript: true);
        await company.Enter(own.NextCode());
        var path = new Uri(company.Page.Url).AbsolutePath;
        Assert.StartsWith("/de/survey/", path, StringComparison.Ordinal);
        await Look(company);

        await company.Go(path[3..] + "/section/work?from=check");
        Assert.EndsWith("/section/work?from=check", company.Page.Url, StringComparison.Ordinal);
        await Look(company);
        await company.Press("add:sites");
        await company.Page.FillAsync("#f-share", "viel");
        await company.Press("next");
        Assert.Equal(1, await company.Page.Locator("#errors").CountAsync());
        await Look(company);
        foreach (var share in new[] { "1", "95" })
        {
            await company.Go(path[3..] + "/section/work");
            await company.Page.FillAsync("#f-share", share);
            await company.Press("next");
            await Look(company);
            await company.Go(path[3..] + "/check");
            await company.Page.ClickAsync("summary");
            await Look(company);
        }

        await company.ConfirmAll();
        await company.Send();
        Assert.EndsWith("/receipt", company.Page.Url, StringComparison.Ordinal);
        await Look(company);
        foreach (var page in new[] { "", "/section/work", "/receipt" })
        {
            await company.Go(path[3..] + page);
            await Look(company);
        }

        company.AssertNoComplaints();
    }

    [Fact]
    public async Task A_form_that_was_sent_under_the_other_language_is_taken()
    {
        await using var company = await Visitor.Arrive(chromium, own, "en", 1280, javaScript: true);
        await company.Enter(own.NextCode());
        await company.Go(new Uri(company.Page.Url).AbsolutePath[3..] + "/section/work");
        await company.Page.FillAsync("#f-share", "viel");
        await company.Page.EvaluateAsync("() => { const form = document.forms[0]; form.action = form.action.replace('/de/', '/en/'); }");
        await company.Press("next");

        Assert.Equal("viel", await company.Page.InputValueAsync("#f-share"));
        await Look(company);
    }

    [Fact]
    public async Task Two_languages_stay_two()
    {
        await using var company = await Visitor.Arrive(chromium, pilot, "en", 1280);
        await company.Enter(pilot.NextCode());

        Assert.StartsWith("/en/survey/", new Uri(company.Page.Url).AbsolutePath, StringComparison.Ordinal);
        await company.SwitchLanguage();
        Assert.StartsWith("/de/survey/", new Uri(company.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>The page names the right language, says once that there is no other, and offers none.</summary>
    private static async Task Look(Visitor company)
    {
        Assert.Equal("de", await company.Page.GetAttributeAsync("html", "lang"));
        Assert.Empty(await company.Page.EvaluateAsync<string[]>(Astray));
        Assert.Equal(["This questionnaire is available in German only."], await company.Page.Locator("[lang=en]").AllInnerTextsAsync());
        Assert.Equal(0, await company.Page.Locator("[value=language], [hreflang]").CountAsync());
        Assert.True(await company.Overflow() <= 0);
        Assert.Empty(await company.Barriers());
    }

    /// <summary>One for all of these tests, each of which is a company of its own.</summary>
    public sealed class Site() : LiveSite(Form, EveryKind.Index, EveryKind.Study);
}
