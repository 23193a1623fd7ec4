using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Dmk.Maturity.Server.Tests;

public sealed partial class QuestionnairePaperTests : IDisposable
{
    private const string Asked = """
        id: tiny
        version: 1.0.0
        languages: [de, en]
        title: { de: "Klein <b>", en: "Tiny <b>" }
        sections:
          - id: firm
            title: { de: "Betrieb", en: "Firm" }
            questions:
              - { id: persons, type: integer, min: 1, unit: { de: "Personen", en: "persons" }, missing: [dontKnow], text: { de: "=1+1 & <script>?", en: "=1+1 & <script>?" } }
              - id: tools
                type: multiple
                options:
                  - { code: chat, de: "Chat", en: "Chat" }
                  - { code: other, de: "Anderes", en: "Other", specify: true }
                missing: [dontKnow]
                text: { de: "Womit?", en: "With what?" }
              - id: sites
                type: roster
                maximum: 3
                item: { de: "Standort", en: "Site" }
                text: { de: "Welche Standorte?", en: "Which sites?" }
                questions:
                  - { id: staff, type: integer, min: 0, text: { de: "Wie viele dort?", en: "How many there?" } }
                  - { id: lead, type: text, when: "staff > 10", text: { de: "Wer leitet ihn?", en: "Who leads it?" } }
          - id: growth
            when: "(persons > 10 or 'chat' in tools) and not ('other' in tools)"
            title: { de: "Wachstum", en: "Growth" }
            questions:
              - { id: plans, type: text, when: "persons is dontKnow or half >= 2.5", text: { de: "Was planen Sie?", en: "What are your plans?" } }
        computed:
          - { id: half, value: "persons / 2" }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task On_paper_no_text_has_braces()
    {
        var file = _folder.Of("piped.yaml");
        await File.WriteAllTextAsync(
            file,
            Asked
                .Replace(
                    "title: { de: \"Wachstum\", en: \"Growth\" }",
                    "title: { de: \"Mehr als {persons|heute}\", en: \"Beyond {persons|today}\" }",
                    StringComparison.Ordinal
                )
                .Replace(
                    "\"Was planen Sie?\", en: \"What are your plans?\"",
                    "\"Und mit {half}?\", en: \"And with {half}?\"",
                    StringComparison.Ordinal
                ),
            TestContext.Current.CancellationToken
        );

        foreach (
            var routing in (string[][])
                [
                    [],
                    ["--routing"],
                ]
        )
        {
            var typed = await Typed.Run(["questionnaire", "print", file, .. routing]);
            var body = typed.Output[Math.Max(0, typed.Output.LastIndexOf("</style>", StringComparison.Ordinal))..];

            Assert.Contains("Mehr als heute", body, StringComparison.Ordinal);
            Assert.Contains("Und mit ____?", body, StringComparison.Ordinal);
            Assert.DoesNotContain("{", body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_codebook_has_a_line_for_every_variable_with_who_is_asked()
    {
        var typed = await Run("codebook");

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        var lines = typed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["variable", "persons", "tools", "tools.other", "sites", "staff", "lead", "plans", "half"],
            lines.Select(line => line.Split(',')[0])
        );
        Assert.Contains("'=1+1", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(",=1+1", typed.Output, StringComparison.Ordinal);
        Assert.Contains("chat = Chat; other = Anderes", lines[2], StringComparison.Ordinal);
        Assert.Contains("'other' chosen in tools", lines[3], StringComparison.Ordinal);
        Assert.Contains("die Antwort auf staff ist größer als 10,the answer to staff is more than 10", lines[6], StringComparison.Ordinal);
        Assert.Contains("unanswered; notAsked", lines[7], StringComparison.Ordinal);
        Assert.EndsWith("persons / 2", lines[8], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "de",
        "Dieser Abschnitt nur, wenn gilt: "
            + "(die Antwort auf Frage 1 ist größer als 10 oder bei Frage 2 ist „Chat“ angekreuzt) "
            + "und bei Frage 2 ist „Anderes“ nicht angekreuzt."
    )]
    [InlineData(
        "en",
        "This section only if: "
            + "(the answer to question 1 is more than 10 or “Chat” is ticked in question 2) and “Other” is not ticked in question 2."
    )]
    [InlineData("de", "Diese Frage nur, wenn gilt: Frage 1 ist „Weiß nicht“ oder (Frage 1 ÷ 2) ist mindestens 2,5.")]
    [InlineData("en", "This question only if: the answer to question 3.1 is more than 10.")]
    public async Task Paper_says_the_routing_in_words(string language, string words)
    {
        var typed = await Run("print", "--language", language);

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        Assert.Contains(words, System.Net.WebUtility.HtmlDecode(typed.Output), StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\">", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_of_a_questionnaire_in_one_language_is_in_that_one()
    {
        var typed = await Typed.Run("questionnaire", "print", Feature("languages-one"), "--language", "en");

        Assert.Contains("<html lang=\"de\">", typed.Output, StringComparison.Ordinal);
        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("has texts in German only", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_and_codebook_know_groups_within_groups_and_rosters()
    {
        var nested = await Typed.Run("questionnaire", "print", Feature("group-nested"), "--language", "en");
        var roster = await Typed.Run("questionnaire", "print", Feature("group-in-roster"), "--language", "en");
        var codebook = await Typed.Run("questionnaire", "codebook", Feature("group-nested"));

        Assert.Equal(["Cloud", "Provider"], Titles().Matches(nested.Output).Select(match => match.Groups[1].Value));
        Assert.Contains(
            "only if: the answer to question 1 is at least 10 and the answer to question 2 is more than 0 and",
            nested.Output,
            StringComparison.Ordinal
        );
        Assert.Contains("<h4>At home</h4>", roster.Output, StringComparison.Ordinal);
        Assert.Contains("persons >= 10", codebook.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("type-roster", ",1 item,20 items,")]
    [InlineData("type-roster", ",1 character,1000 characters,")]
    [InlineData("type-multiple", ",1 option,2 options,")]
    [InlineData("type-postal-code", ",5 characters,5 characters,")]
    public async Task A_codebook_counts_in_whole_words(string feature, string bounds) =>
        Assert.Contains(bounds, (await Typed.Run("questionnaire", "codebook", Feature(feature))).Output, StringComparison.Ordinal);

    [Fact]
    public async Task A_codebook_has_what_is_computed_within_a_roster_behind_its_questions()
    {
        var typed = await Typed.Run("questionnaire", "codebook", Feature("roster-computed"));

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        var lines = typed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.TrimEnd('\r')).ToList();
        Assert.Equal(
            ["variable", "share", "sites", "cost", "staff", "why", "is_dear", "each", "remark"],
            lines.Select(line => line.Split(',')[0])
        );
        Assert.Equal("is_dear,,company,sites,computed truth,,,,,,,unanswered,,,,,,each > 100", lines[6]);
        Assert.Equal("each,,company,sites,computed number,,,,,,,unanswered,,,,,,cost / staff / share", lines[7]);
    }

    [Fact]
    public async Task A_codebook_says_piped_texts_as_on_paper()
    {
        var typed = await Typed.Run("questionnaire", "codebook", Feature("piping"));

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("Wie viele Personen hat Ihr Unternehmen? {ohne Leiharbeit}", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", typed.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("|Ihr Unternehmen}", typed.Output, StringComparison.Ordinal);
    }

    private const string Grids = """
        id: tiny
        version: 1.0.0
        languages: [de, en]
        title: { de: "Klein", en: "Tiny" }
        sections:
          - id: firm
            title: { de: "Betrieb", en: "Firm" }
            questions:
              - { id: persons, type: integer, min: 1, text: { de: "Personen?", en: "Persons?" } }
              - id: tools
                type: multiple
                when: "persons > 1"
                options: [ { code: chat, de: "Chat", en: "Chat" }, { code: mail, de: "Mail", en: "Mail" } ]
                text: { de: "Womit?", en: "With what?" }
              - { id: often, type: grid, rowsFrom: tools, options: [ { code: x, de: "oft", en: "often" }, { code: y, de: "nie", en: "never" } ], text: { de: "Wie oft?", en: "How often?" } }
              - id: help
                type: grid
                each: multiple
                options: [ { code: x, de: "Wir", en: "We", when: "persons > 3" }, { code: other, de: "Andere & wer?", en: "Others & who?", specify: true } ]
                rows: [ { id: r1, de: "Netz", en: "Network" }, { id: r2, de: "Daten", en: "Data", when: "persons >= 10" } ]
                text: { de: "Wer hilft?", en: "Who helps?" }
              - group: large
                title: { de: "Groß", en: "Large" }
                when: "persons > 50"
                questions:
                  - { id: parts, type: sumGroup, total: 100, items: [ { id: p1, de: "A", en: "A" }, { id: p2, de: "B", en: "B" }, { id: p3, de: "C", en: "C", when: "persons > 99" } ], text: { de: "Anteile?", en: "Shares?" } }
              - id: sites
                type: roster
                minimum: 2
                maximum: 3
                item: { de: "Standort", en: "Site" }
                text: { de: "Welche Standorte?", en: "Which sites?" }
                questions:
                  - { id: staff, type: integer, min: 0, text: { de: "Wie viele dort?", en: "How many there?" } }
                  - { id: trained, type: grid, options: [ { code: x, de: "ja", en: "yes" }, { code: y, de: "nein", en: "no" } ], rows: [ { id: a, de: "A", en: "A" }, { id: b, de: "B", en: "B", when: "staff > 4" } ], text: { de: "Geschult?", en: "Trained?" } }
              - { id: why, type: text, when: "any(sites, staff >= 5)", text: { de: "Warum?", en: "Why?" } }
              - { id: who, type: text, when: "all(sites, staff >= 5 or staff < 2)", text: { de: "Wer?", en: "Who?" } }
        """;

    [Theory]
    [InlineData("help.r1", "unanswered", "")]
    [InlineData("help.r2", "unanswered; notAsked", "persons >= 10")]
    [InlineData("help.other", "unanswered; notAsked", "'other' chosen in help")]
    [InlineData("parts.p1", "unanswered; notAsked", "persons > 50")]
    [InlineData("parts.p3", "unanswered; notAsked", "(persons > 50) and (persons > 99)")]
    [InlineData("often.chat", "unanswered; notAsked", "'chat' in tools")]
    [InlineData("trained.a", "unanswered", "")]
    [InlineData("trained.b", "unanswered; notAsked", "staff > 4")]
    public async Task A_codebook_gives_every_row_its_own_universe(string variable, string missing, string universe)
    {
        var typed = await RunOn(Grids, "codebook");

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        var lines = typed
            .Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Trim().Replace("grid, several", "grid several", StringComparison.Ordinal).Split(','))
            .ToList();
        var fields = Assert.Single(lines, line => line[0] == variable);
        Assert.Equal((missing, universe.Length == 0), (fields[11], fields[15] == "alle"));
        Assert.Equal(universe.TrimStart('\''), fields[14].TrimStart('\''));
    }

    [Theory]
    [InlineData("If “Others & who?”: <span class=\"line\">")]
    [InlineData("We <em>(only if: ")]
    [InlineData("Data <em>(only if: ")]
    [InlineData("At least 2, at most 3.")]
    [InlineData("only if: the answer to question 6.1 is at least 5 for at least one entry of question 6.")]
    [InlineData(
        "only if: (the answer to question 6.1 is at least 5 or the answer to question 6.1 is less than 2) for every entry of question 6."
    )]
    public async Task Paper_has_the_words_behind_an_option_of_a_grid_the_least_of_a_roster_and_all_conditions(string words)
    {
        var typed = await RunOn(Grids, "print", "--language", "en");

        Assert.Contains(words, System.Net.WebUtility.HtmlDecode(typed.Output), StringComparison.Ordinal);
    }

    private static string Feature(string name) => Path.Combine(Repository.Root, "tests", "definitions", "features", name + ".yaml");

    [GeneratedRegex("<h3>([A-Z][a-z]+)</h3>")]
    private static partial Regex Titles();

    [Fact]
    public async Task Paper_has_boxes_lines_and_reasons_and_runs_nothing()
    {
        var typed = await Run("print");

        Assert.DoesNotContain("<script", typed.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", typed.Output, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", typed.Output, StringComparison.Ordinal);
        Assert.Contains("Stattdessen: <span class=\"box\"></span>Wei", typed.Output, StringComparison.Ordinal);
        Assert.Equal(4, Boxes().Count(typed.Output));
        Assert.Contains("break-before: page", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_picture_of_the_routes_is_well_formed_and_named_and_has_an_arrow_for_every_rule()
    {
        var typed = await Run("print", "--routing", "--language", "en");

        var picture = XDocument.Parse(typed.Output).Root!;
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.Equal("Routes through: Tiny <b>", picture.Element(svg + "title")!.Value);
        Assert.Equal(3, picture.Elements(svg + "path").Count());
        Assert.DoesNotContain(picture.DescendantNodes().OfType<XElement>(), element => element.Name.LocalName == "script");
    }

    [Fact]
    public async Task A_folder_that_is_not_there_is_named_with_the_file_that_was_asked_for()
    {
        var (folder, pilot) = (_folder.Of("nowhere"), Path.Combine(Repository.Questionnaires, "pilotstudie-wirtschaft"));
        var file = Path.Combine(folder, "paper.html");

        var typed = await Typed.Run("questionnaire", "print", pilot, "--out", file);

        Assert.Equal((1, $"{file} cannot be written: there is no folder {folder}.\n"), (typed.ExitCode, typed.Errors));
    }

    [Fact]
    public async Task The_pilot_study_can_be_printed_pictured_and_listed_into_files()
    {
        var pilot = Path.Combine(Repository.Questionnaires, "pilotstudie-wirtschaft");

        var paper = await Typed.Run("questionnaire", "print", pilot, "--out", _folder.Of("paper.html"));
        var again = await Typed.Run("questionnaire", "print", pilot, "--out", _folder.Of("paper.html"));
        var picture = await Typed.Run("questionnaire", "print", pilot, "--routing", "--out", _folder.Of("routes.svg"));
        var book = await Typed.Run("questionnaire", "codebook", pilot, "--out", _folder.Of("codebook.csv"));

        Assert.Equal((0, 1, 0, 0), (paper.ExitCode, again.ExitCode, picture.ExitCode, book.ExitCode));
        Assert.Contains("exists already", again.Errors, StringComparison.Ordinal);
        XDocument.Load(_folder.Of("routes.svg"));
        var bytes = await File.ReadAllBytesAsync(_folder.Of("codebook.csv"), TestContext.Current.CancellationToken);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
    }

    private Task<Typed> Run(string command, params string[] options) => RunOn(Asked, command, options);

    private async Task<Typed> RunOn(string asked, string command, params string[] options)
    {
        await File.WriteAllTextAsync(_folder.Of("questionnaire.yaml"), asked, TestContext.Current.CancellationToken);
        return await Typed.Run(["questionnaire", command, _folder.Location, .. options]);
    }

    [GeneratedRegex("<span class=\"box\">")]
    private static partial Regex Boxes();
}
