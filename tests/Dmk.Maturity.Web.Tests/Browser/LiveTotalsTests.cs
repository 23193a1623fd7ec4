using System.Globalization;
using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;
using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Sums are added up while they are typed where scripts run, and by the server where they do not.</summary>
public sealed partial class LiveTotalsTests(Chromium chromium, LiveTotalsTests.Site own) : IClassFixture<LiveTotalsTests.Site>
{
    private const string Form = """
        id: own
        version: 1.0.0
        languages: [de, en]
        title: { de: "Eigene Befragung", en: "Survey of our own" }
        sections:
          - id: sums
            title: { de: "Summen", en: "Sums" }
            questions:
              - { id: share, type: percentage, decimals: 0, min: 0, max: 100, text: { de: "Anteil online?", en: "Share online?" } }
              - { id: persons, type: decimal, decimals: 1, min: 0, unit: { de: Personen, en: persons }, text: { de: "Wie viele?", en: "How many?" } }
              - { id: split, type: sumGroup, total: 100, tolerance: 1, unit: { de: Prozent, en: percent }, items: [ { id: one, de: Eins, en: One }, { id: two, de: Zwei, en: Two } ], text: { de: "Wie verteilt?", en: "How split?" } }
              - { id: heads, type: sumGroup, total: persons, decimals: 1, items: [ { id: one, de: Eins, en: One }, { id: two, de: Zwei, en: Two } ], text: { de: "Wo?", en: "Where?" } }
              - { id: double, type: sumGroup, total: "persons * 2", decimals: 1, items: [ { id: one, de: Eins, en: One }, { id: two, de: Zwei, en: Two } ], text: { de: "Und doppelt?", en: "And twice?" } }
              - id: sites
                type: roster
                maximum: 3
                item: { de: Ort, en: Site }
                text: { de: "Welche Orte?", en: "Which sites?" }
                questions:
                  - { id: staff, type: integer, min: 1, text: { de: "Wie viele dort?", en: "How many there?" } }
                  - { id: work, type: sumGroup, total: staff, items: [ { id: desk, de: Büro, en: Desk }, { id: field, de: Außen, en: Field } ], text: { de: "Womit?", en: "With what?" } }
          - id: later
            title: { de: "Später", en: "Later" }
            questions:
              - { id: again, type: sumGroup, total: persons, decimals: 1, items: [ { id: one, de: Eins, en: One }, { id: two, de: Zwei, en: Two } ], text: { de: "Noch einmal?", en: "Once more?" } }
          - id: plain
            title: { de: "Ohne", en: "Without" }
            questions:
              - { id: word, type: text, maximumLength: 40, text: { de: "Ein Wort?", en: "A word?" } }
        """;

    [Fact]
    public async Task Totals_follow_what_is_typed_and_leave_to_the_server_what_they_cannot_read()
    {
        await using var company = await Visitor.Arrive(chromium, own, "de", 390, javaScript: true);
        await company.Enter(own.NextCode());
        await company.GoSection("sums");
        Assert.Empty(await company.Barriers());
        await Reads(company, "split", "Zusammen: 100 Prozent");

        await company.Page.FillAsync("#f-split-one", "70 %");
        await Reads(company, "split", "Zusammen: 100 Prozent (eingetragen sind 70 Prozent, es fehlen noch 30 Prozent)");
        await company.Page.FillAsync("#f-split-two", "29");
        await Reads(company, "split", "Zusammen: 100 Prozent (eingetragen sind 99 Prozent)");
        await company.Page.FillAsync("#f-split-two", "1.000");
        await Reads(company, "split", "Zusammen: 100 Prozent (eingetragen sind 1070 Prozent, 970 Prozent zu viel)");
        foreach (var unreadable in new[] { "neunundzwanzig", "2,5", "-1" })
        {
            await company.Page.FillAsync("#f-split-two", unreadable);
            await Reads(company, "split", "Zusammen: 100 Prozent");
            await company.Page.FillAsync("#f-split-two", "30");
            await Reads(company, "split", "Zusammen: 100 Prozent (eingetragen sind 100 Prozent)");
        }

        await company.Page.FillAsync("#f-heads-one", "0,1");
        await company.Page.FillAsync("#f-heads-two", "0.2");
        await Reads(company, "heads", "eingetragen sind 0,3");
        await company.Page.FillAsync("#f-persons", "2,5 Personen");
        await Reads(company, "heads", "Zusammen: 2,5 (eingetragen sind 0,3, es fehlen noch 2,2)");
        await company.Page.FillAsync("#f-persons", "viele");
        await Reads(company, "heads", "eingetragen sind 0,3");
        Assert.Empty(await company.Barriers());
        Assert.True(await company.Overflow() <= 0);
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task Totals_come_from_items_from_other_pages_and_from_expressions()
    {
        await using var company = await Visitor.Arrive(chromium, own, "en", 1280, javaScript: true);
        await company.Enter(own.NextCode());
        await company.GoSection("sums");
        await company.Page.FillAsync("#f-persons", "2.5");
        await company.Press("add:sites");
        await company.Page.FillAsync("input[name$='].staff']", "5");
        await company.Page.FillAsync("input[name$='].work.desk']", "6");
        await Reads(company.Page.Locator(".dmk-item output"), "In total: 5 (entered so far: 6, too much by 1)");

        // An expression is the server's: its total stands as long as nothing else has changed.
        await company.Page.FillAsync("#f-double-one", "1.5");
        await Reads(company, "double", "entered so far: 1.5");
        await company.Press("next");
        await company.GoSection("sums");
        await Reads(company, "double", "In total: 5 (saved so far: 1.5, still to be shared out: 3.5)");
        await company.Page.FillAsync("#f-double-two", "3");
        await Reads(company, "double", "In total: 5 (entered so far: 4.5, still to be shared out: 0.5)");
        await company.Page.FillAsync("#f-persons", "3");
        await Reads(company, "double", "entered so far: 4.5");
        await company.GoSection("later");
        await company.Page.FillAsync("#f-again-one", "1");
        await Reads(company, "again", "In total: 2.5 (entered so far: 1, still to be shared out: 1.5)");
        company.AssertNoComplaints();
    }

    [Fact]
    public async Task What_is_sent_is_the_same_without_the_script_and_the_server_adds_up()
    {
        var sent = new List<string>();
        foreach (var javaScript in new[] { true, false })
        {
            await using var company = await Visitor.Arrive(chromium, own, "de", 1280, javaScript);
            await company.Enter(own.NextCode());
            await company.GoSection("sums");
            company.Page.Request += (_, request) => sent.Add(Names(request));
            await company.Page.FillAsync("#f-split-one", "70");
            await Reads(
                company,
                "split",
                javaScript ? "Zusammen: 100 Prozent (eingetragen sind 70 Prozent, es fehlen noch 30 Prozent)" : "Zusammen: 100 Prozent"
            );
            await company.Press("next");
            await company.GoSection("sums");
            await Reads(company, "split", "Zusammen: 100 Prozent (gespeichert sind 70 Prozent, es fehlen noch 30 Prozent)");
        }

        var posts = sent.Where(names => names.Length > 0).ToList();
        Assert.Equal(2, posts.Count);
        Assert.Equal(posts[0], posts[1]);
    }

    [Fact]
    public async Task Only_pages_with_a_sum_have_the_script_and_it_may_not_stand_inline()
    {
        const string strict =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
        await using var company = await Visitor.Arrive(chromium, own, "de", 1280, javaScript: true);
        await company.Enter(own.NextCode());
        foreach (
            var (path, expected) in new[] { ("/section/sums", strict + "; script-src 'self'"), ("/section/plain", strict), ("", strict) }
        )
        {
            var answer = await company.Page.GotoAsync($"/de{company.Own}{path}");
            Assert.Equal(expected, await answer!.HeaderValueAsync("content-security-policy"));
            Assert.Equal(expected == strict ? 0 : 1, await company.Page.Locator("script").CountAsync());
            Assert.Equal(0, await company.Page.Locator("script:not([src])").CountAsync());
        }
    }

    /// <summary>It reads nothing otherwise than the server, and everything that the server reads at once.</summary>
    [Fact]
    public async Task The_script_reads_numbers_by_the_rule_of_the_server()
    {
        await using var company = await Visitor.Arrive(chromium, own, "de", 1280, javaScript: true);
        await company.Enter(own.NextCode());
        await company.GoSection("sums");
        var cases = await File.ReadAllLinesAsync(
            Path.Combine(RepositoryFiles.Root, "tests", "Dmk.Maturity.Questionnaires.Tests", "numbers.cases"),
            TestContext.Current.CancellationToken
        );
        var wrong = new List<string>();
        foreach (var line in cases.Where(line => line.Contains(" => ", StringComparison.Ordinal) && !line.StartsWith('#')))
        {
            string[] given = [.. line[..line.LastIndexOf(" => ", StringComparison.Ordinal)].Split('|')];
            var typed = Escaped().Replace(given[0][..^1], code => ((char)Convert.ToInt32(code.Groups[1].Value, 16)).ToString());
            var decimals = int.Parse(given[1], CultureInfo.InvariantCulture);
            Text[] units = given is [_, _, var unit] ? [new(unit.Split(" / ")[0].Trim(), unit.Split(" / ")[^1].Trim())] : [];

            var read = await company.Page.EvaluateAsync<string?>(
                $$"""
                async ([typed, decimals, units]) => {
                  const { read, write } = await import("{{PageFile.Totals.Address}}");
                  const value = read(typed, decimals, units);
                  return value === null ? null : write(value, ".");
                }
                """,
                new object[] { typed, decimals, TypedNumber.Spellings(units) }
            );

            var expected = TypedNumber.Read(typed, decimals, units) is TypedNumber.Number(var number)
                ? TypedNumber.Write(number, Language.English)
                : null;
            if (read != expected)
            {
                wrong.Add($"{line}: {read ?? "nothing"}");
            }
        }

        Assert.True(cases.Length > 100);
        Assert.Empty(wrong);
    }

    [GeneratedRegex(@"\\u([0-9a-f]{4})")]
    private static partial Regex Escaped();

    private static string Names(Microsoft.Playwright.IRequest request) =>
        request.PostData is { } data ? string.Join(' ', data.Split('&').Select(pair => pair.Split('=')[0])) : "";

    private static Task Reads(Visitor company, string question, string words) => Reads(company.Page.Locator($"#f-{question}-total"), words);

    private static Task Reads(ILocator total, string words) => Assertions.Expect(total).ToHaveTextAsync(words, new() { Timeout = 10_000 });

    /// <summary>One for all of these tests, each of which is a company of its own.</summary>
    public sealed class Site() : LiveSite(Form, EveryKind.Index, EveryKind.Study);
}
