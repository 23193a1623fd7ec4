using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

public sealed class QuestionnaireDiffTests : IDisposable
{
    private const string Before = """
        id: tiny
        version: 1.0.0
        languages: [de, en]
        title: { de: "Klein", en: "Tiny" }
        sections:
          - id: only
            title: { de: "Teil", en: "Part" }
            questions:
              - { id: size, type: integer, min: 0, max: 100, text: { de: "Wie viele?", en: "How many?" } }
              - { id: name, type: text, text: { de: "Name?", en: "Name?" } }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_change_is_told_with_its_place_and_what_follows_from_it()
    {
        var typed = await Typed.Run("questionnaire", "diff", Write("old", Before), Write("new", Edited("1.1.0", "max: 100", "max: 200")));

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        Assert.Equal(
            """
            sections.only/questions.size/max: limit-loosened: drafts carry on, results slightly shifted
                'max' was 100 and is 200. Every answer stays possible; answers that were refused so far are possible now.
            1 change from tiny 1.0.0 to 1.1.0: drafts carry on, results slightly shifted
            The number 1.1.0 suffices; it must be at least 1.1.0.

            """.ReplaceLineEndings("\n"),
            typed.Output
        );
    }

    [Fact]
    public async Task A_number_that_is_too_low_is_a_fault()
    {
        var typed = await Typed.Run(
            "questionnaire",
            "diff",
            Write("old", Before),
            Write("new", Edited("1.1.0", "type: text", "type: date"))
        );

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("type-changed: drafts stay on their version, results break", typed.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "demand 2.0.0 or higher (type-changed at sections.only/questions.name/type). See 'questionnaire diff'.\n",
            typed.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Json_gives_every_verdict_apart()
    {
        var typed = await Typed.Run(
            "questionnaire",
            "diff",
            Write("old", Before),
            Write("new", Edited("2.0.0", "id: name", "id: label")),
            "--format",
            "json"
        );

        using var report = JsonDocument.Parse(typed.Output);
        Assert.Equal(("stay", "broken", "2.0.0"), (Word(report, "drafts"), Word(report, "results"), Word(report, "leastVersion")));
        Assert.True(report.RootElement.GetProperty("versionSuffices").GetBoolean());
        Assert.Equal(
            [
                "question-removed stay broken sections.only/questions.name",
                "question-added carryOn comparable sections.only/questions.label",
            ],
            report
                .RootElement.GetProperty("changes")
                .EnumerateArray()
                .Select(change =>
                    string.Join(' ', new[] { "kind", "drafts", "results", "where" }.Select(key => change.GetProperty(key).GetString()))
                )
        );
    }

    [Fact]
    public async Task A_folder_stands_for_the_questionnaire_in_it()
    {
        var pilot = Path.Combine(Repository.Questionnaires, "pilotstudie-wirtschaft");

        var typed = await Typed.Run("questionnaire", "diff", pilot, Path.Combine(pilot, "questionnaire.yaml"));

        Assert.Equal(0, typed.ExitCode);
        Assert.StartsWith("0 changes from pilotstudie-wirtschaft", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_mistakes_is_told_with_their_places()
    {
        var broken = Write("broken", Edited("1.1.0", "type: text", "type: txt"));

        var typed = await Typed.Run("questionnaire", "diff", Write("old", Before), broken);

        Assert.Equal((1, ""), (typed.ExitCode, typed.Output));
        Assert.Contains($"{broken}:10:27: error unknown-choice", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_a_fault()
    {
        var typed = await Typed.Run("questionnaire", "diff", _folder.Of("nowhere.yaml"), Write("new", Before));

        Assert.Equal((1, $"There is no file or folder {_folder.Of("nowhere.yaml")}.\n"), (typed.ExitCode, typed.Errors));
        Assert.Contains(
            "holds no questionnaire.yaml",
            (await Typed.Run("questionnaire", "diff", _folder.Location, _folder.Of("new.yaml"))).Errors,
            StringComparison.Ordinal
        );
    }

    private static string? Word(JsonDocument report, string key) => report.RootElement.GetProperty(key).GetString();

    private static string Edited(string version, string find, string put)
    {
        Assert.Contains(find, Before, StringComparison.Ordinal);
        return Before
            .Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal)
            .Replace(find, put, StringComparison.Ordinal);
    }

    private string Write(string name, string yaml)
    {
        File.WriteAllText(_folder.Of($"{name}.yaml"), yaml);
        return _folder.Of($"{name}.yaml");
    }
}
