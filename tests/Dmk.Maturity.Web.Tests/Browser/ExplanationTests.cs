namespace Dmk.Maturity.Web.Tests;

/// <summary>A check that demands a reason in words, in a questionnaire of its own.</summary>
public sealed class ExplanationTests(Chromium chromium)
{
    private const string Questionnaire = """
        id: own
        version: 1.0.0
        languages: [de, en]
        title: { de: "Eigene Befragung", en: "Survey of our own" }
        sections:
          - id: company
            title: { de: "Unternehmen", en: "Company" }
            questions:
              - { id: share, type: percentage, decimals: 0, min: 0, max: 100, required: true, text: { de: "Anteil online?", en: "Share online?" } }
        checks:
          - { id: unusual, level: soft, must: "share < 90", explain: required, message: { de: "Das ist viel.", en: "This is much." } }
        """;

    private const string Index = """
        id: own-index
        version: 1.0.0
        questionnaire: own@1
        title: { de: "Eigener Index", en: "Index of our own" }
        scale: { from: 0, to: 100 }
        levels:
          - { id: low, from: 0, de: "Niedrig", en: "Low" }
          - { id: high, from: 50, de: "Hoch", en: "High" }
        index:
          id: total
          title: { de: "Insgesamt", en: "Total" }
          aggregate: arithmetic
          weights: equal
          missing: { atLeast: { share: 0.5, of: applicable } }
          children:
            - { id: online, title: { de: "Online", en: "Online" }, value: "share", goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
        """;

    private const string StudyYaml = """
        id: own-study
        title: { de: "Eigene Studie", en: "Study of our own" }
        wave: 2027
        questionnaire: own@1.0.0
        indices: [own-index@1.0.0]
        field: { from: 2027-03-01, to: 2027-05-31 }
        population: { unit: enterprise, rule: "the Land of the registered seat", strata: [land, sector, size] }
        reporting:
          size: { classification: size-class }
        weights:
          nonresponse:
            groups: stratum
            minimumRespondents: 2
            collapse:
              - { over: size, start: largest, next: smaller }
              - { over: sector, order: cyclic }
        report:
          by: [land, sector, size]
          lattice: [[land], [sector], [size], [land, sector]]
        confidentiality: { minimumRespondents: 5, unreliableHalfWidth: 10 }
        lonely: adjust
        """;

    [Fact]
    public async Task A_reason_that_is_demanded_is_asked_for_missed_and_taken()
    {
        await using var own = await LiveSite.Of(Questionnaire, Index, StudyYaml);
        await using var company = await Visitor.Arrive(chromium, own, "en", 1280);
        await company.Enter(own.NextCode());
        await company.GoSection("company");
        Assert.Contains("needed to submit", await company.Page.InnerTextAsync("#q-share h2"), StringComparison.Ordinal);
        await company.Page.FillAsync("#f-share", "95");
        await company.Press("next");

        Assert.Contains("needed to submit", await company.Page.InnerTextAsync("label[for=reason-unusual]"), StringComparison.Ordinal);
        await company.Page.CheckAsync("#confirm-unusual");
        await company.Send();

        Assert.EndsWith("/check", company.Page.Url, StringComparison.Ordinal);
        Assert.Equal("#reason-unusual", await company.Page.GetAttributeAsync("#errors a", "href"));
        Assert.Contains("Please add the reason", await company.Page.InnerTextAsync("#errors a"), StringComparison.Ordinal);
        Assert.Equal("errors", await company.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        Assert.True(await company.Page.IsCheckedAsync("#confirm-unusual"));

        await company.Page.FillAsync("#reason-unusual", "   ");
        await company.Send();
        Assert.Equal(1, await company.Page.Locator("#errors").CountAsync());

        await company.Page.FillAsync("#reason-unusual", "We sell online only.");
        await company.Send();

        Assert.EndsWith("/receipt", company.Page.Url, StringComparison.Ordinal);
        Assert.Contains("Survey of our own (version 1.0.0)", await company.Page.InnerTextAsync("main"), StringComparison.Ordinal);
        company.AssertNoComplaints();
    }
}
