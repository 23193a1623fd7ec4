using System.Text.Json;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server.Tests;

public sealed class QuestionnaireTestTests : IDisposable
{
    private const string Asked = """
        id: tiny
        version: 1.0.0
        languages: [de, en]
        title: { de: "Klein", en: "Tiny" }
        sections:
          - id: firm
            title: { de: "Betrieb", en: "Firm" }
            questions:
              - { id: persons, type: integer, min: 1, required: true, text: { de: "Wie viele?", en: "How many?" } }
              - { id: begun, type: date, to: today, text: { de: "Seit wann?", en: "Since when?" } }
              - id: tools
                type: multiple
                options:
                  - { code: chat, de: "Chat", en: "Chat" }
                  - { code: other, de: "Anderes", en: "Other", specify: true }
                text: { de: "Womit?", en: "With what?" }
              - id: sites
                type: roster
                maximum: 3
                item: { de: "Standort", en: "Site" }
                text: { de: "Welche Standorte?", en: "Which sites?" }
                questions:
                  - { id: staff, type: integer, min: 0, text: { de: "Wie viele dort?", en: "How many there?" } }
                  - id: lead
                    type: text
                    when: "staff > 10"
                    text: { de: "Wer leitet ihn?", en: "Who leads it?" }
          - id: growth
            when: "persons > 10"
            title: { de: "Wachstum", en: "Growth" }
            questions:
              - { id: plans, type: text, text: { de: "Was planen Sie?", en: "What are your plans?" } }
        computed:
          - { id: change, value: "persons - previous.persons" }
        checks:
          - { id: jump, level: soft, must: "change <= 100", message: { de: "So viele mehr?", en: "So many more?" } }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pilotstudie-wirtschaft", 9)]
    [InlineData("laenderabfrage-fachkraefte", 6)]
    public async Task The_respondents_of_every_shipped_questionnaire_pass(string folder, int least)
    {
        var typed = await Typed.Run("questionnaire", "test", Path.Combine(Repository.Questionnaires, folder));

        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        Assert.EndsWith(" passed, 0 failed\n", typed.Output, StringComparison.Ordinal);
        Assert.True(int.Parse(typed.Output.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) >= least);
    }

    [Fact]
    public async Task Rosters_other_words_the_last_wave_and_the_day_can_be_given()
    {
        var typed = await Run(
            """
            respondents:
              - name: Two sites
                answers:
                  persons: 250
                  begun: 2027-03-01
                  tools: [other]
                  tools.other: "Brieftauben"
                  sites: [ { staff: 5 }, { staff: 20, lead: "Frau Ohm" } ]
                previous: { persons: 100 }
                today: 2027-03-01
                asks: [growth, plans, tools.other, "sites[2].lead"]
                doesNotAsk: ["sites[1].lead", "sites[3].staff"]
                fires: [jump]
                computed: { change: 150 }
                problems: {}
                submits: true
              - name: Born tomorrow
                answers: { begun: 2027-03-02, sites: { missing: unanswered } }
                today: 2027-03-01
                computed: { change: none }
                problems: { persons: required, begun: aboveMaximum }
                submits: false
            """
        );

        Assert.Equal(("2 passed, 0 failed\n", 0), (typed.Output, typed.ExitCode));
    }

    [Fact]
    public async Task A_failure_says_where_it_was_expected_what_was_and_what_came()
    {
        var typed = await Run(
            """
            respondents:
              - name: Small
                answers: { persons: 3 }
                today: 2027-03-01
                asks:
                  - growth
                doesNotAsk: [persons]
                fires: [jump]
                computed:
                  change: 3
                problems: { tools: required }
                submits: false
              - { name: Good, answers: {}, today: 2027-03-01, doesNotAsk: [plans] }
            """
        );

        Assert.Equal(1, typed.ExitCode);
        var file = _folder.Of("tests/first.yaml");
        Assert.Equal(
            $"""
            {file}:6:9: Small: expected that 'growth' is asked, but it is not (when: persons > 10).
            {file}:7:18: Small: expected that 'persons' is not asked, but it is.
            {file}:8:13: Small: expected that the check 'jump' fires, but it does not (it must hold: change <= 100).
            {file}:10:15: Small: expected 3 for 'change', but it is missing (none).
            {file}:11:15: Small: expected the problems {"{"} tools: required {"}"}, but there are none.
            {file}:12:14: Small: expected that it cannot be submitted, but nothing forbids it.
            1 passed, 1 failed

            """.ReplaceLineEndings("\n"),
            typed.Output
        );
    }

    [Theory]
    [InlineData(
        "answers: { person: 3 }",
        "3:16: error unknown-name: There is no question 'person' to answer here. Did you mean 'persons'?"
    )]
    [InlineData("answers: { tools: [chat, mial] }", "3:30: error unknown-code: The question has no code 'mial'.")]
    [InlineData("answers: { persons: many }", "3:25: error wrong-kind: Expected a number such as 12.5")]
    [InlineData("answers: { tools: { missing: dunno } }", "3:34: error unknown-choice: 'dunno'")]
    [InlineData("answers: { sites: [ { stuff: 3 } ] }", "3:27: error unknown-name: There is no question 'stuff'")]
    [InlineData("answers: { staff: 3 }", "3:16: error unknown-name: There is no question 'staff'")]
    [InlineData("asks: [growht]", "3:12: error unknown-name: There is no section, group, question or part of one called 'growht'.")]
    [InlineData("fires: [jmup]", "3:13: error unknown-name: There is no check 'jmup'.")]
    [InlineData("scores: { total: 3 }", "3:15: error unknown-name: There is no index or node of one 'total'.")]
    [InlineData("computed: { chance: 3 }", "3:17: error unknown-name: There is no computed value 'chance'. Did you mean 'change'?")]
    [InlineData("previous: { tools: [chat] }", "3:17: error not-read: Nothing in the questionnaire reads previous.tools.")]
    [InlineData("expects: [growth]", "3:5: error unknown-key: The key 'expects'")]
    [InlineData("submits: maybe", "3:14: error wrong-kind")]
    public async Task A_slip_is_told_at_its_line_and_column_and_no_test_passes_by_it(string line, string told)
    {
        var typed = await Run($"respondents:\n  - name: One\n    {line}\n    today: 2027-03-01\n    doesNotAsk: [plans]\n");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains($"{_folder.Of("tests/first.yaml")}:{told}", typed.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 0 failed; 1 of 1 file cannot be run\n", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_respondent_without_a_day_or_without_expectations_is_a_slip()
    {
        var typed = await Run("respondents:\n  - { name: One, answers: {} }\n");

        Assert.Contains("2:5: error missing-key: The questionnaire reads 'today'.", typed.Output, StringComparison.Ordinal);
        Assert.Contains("2:5: error nothing-expected", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("respondents: []\n", "1:14: error empty-list: There is no respondent here, so nothing would be tested.")]
    [InlineData("respondents:\n", "1:")]
    [InlineData("respondents: {}\n", "1:14: error wrong-kind")]
    [InlineData("{}\n", "1:1: error missing-key")]
    [InlineData("respondents: []\nrespondent: []\n", "2:1: error unknown-key")]
    public async Task A_file_without_respondents_is_told_at_its_line_and_passes_nothing(string tests, string told)
    {
        var typed = await Run(tests);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains($"{_folder.Of("tests/first.yaml")}:{told}", typed.Output, StringComparison.Ordinal);
        Assert.EndsWith("0 passed, 0 failed; 1 of 1 file cannot be run\n", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_tells_the_same()
    {
        var typed = await Run("respondents:\n  - { name: One, answers: {}, today: 2027-03-01, submits: true }\n", "--format", "json");

        using var report = JsonDocument.Parse(typed.Output);
        var failure = report.RootElement.GetProperty("failures")[0];
        Assert.Equal((1, 2, 59), (typed.ExitCode, failure.GetProperty("line").GetInt32(), failure.GetProperty("column").GetInt32()));
        Assert.Contains("'persons' has the problem required", failure.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_tests_there_is_nothing_to_run()
    {
        await File.WriteAllTextAsync(_folder.Of("questionnaire.yaml"), Asked, TestContext.Current.CancellationToken);

        var typed = await Typed.Run("questionnaire", "test", _folder.Location);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("There are no tests/*.yaml", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_of_tests_is_the_one_that_editors_complete_with() =>
        Assert.Equal(
            SchemaFile.Write(RespondentShape.Root),
            File.ReadAllText(Path.Combine(Repository.Questionnaires, "schema", "tests.schema.json"))
        );

    [Fact]
    public void Every_shipped_file_names_its_schema()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Questionnaires, "*.yaml", SearchOption.AllDirectories))
        {
            var line = File.ReadLines(file).First();
            Assert.StartsWith("# yaml-language-server: $schema=", line, StringComparison.Ordinal);
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, line.Split('=')[1])), file);
        }
    }

    private async Task<Typed> Run(string tests, params string[] options)
    {
        Directory.CreateDirectory(_folder.Of("tests"));
        await File.WriteAllTextAsync(_folder.Of("questionnaire.yaml"), Asked, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder.Of("tests/first.yaml"), tests, TestContext.Current.CancellationToken);
        return await Typed.Run(["questionnaire", "test", _folder.Location, .. options]);
    }
}
