using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

public class QuestionnaireCheckTests
{
    private const string Broken = """
        id: broken
        version: 1.0.0
        languages: [de, en]
        title: { de: "Kaputt", en: "Broken" }
        sections:
          - id: only
            title: { de: "Teil", en: "Part" }
            questions:
              - { id: size, type: integr, text: { de: "Wie viele?", en: "How many?" } }
              - { id: more, type: integer, colour: red, text: { de: "Wie viele?", en: "How many?" } }
        """;

    [Fact]
    public async Task The_pilot_study_has_no_errors()
    {
        var typed = await Typed.Run("questionnaire", "check", Path.Combine(Repository.Questionnaires, "pilotstudie-wirtschaft"));

        Assert.Equal(0, typed.ExitCode);
        Assert.StartsWith("3 files, 0 errors", typed.Output.Split('\n')[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistake_in_a_classification_is_one_problem_and_has_no_others_behind_it()
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Questionnaires, "*.*", SearchOption.AllDirectories))
        {
            var copy = folder.Of(Path.GetRelativePath(Repository.Questionnaires, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var table = folder.Of("classifications/wz2008-classes.csv");
        await File.WriteAllTextAsync(table, "kode;level;parent;title_de\n", TestContext.Current.CancellationToken);

        var typed = await Typed.Run("questionnaire", "check", folder.Of("pilotstudie-wirtschaft"));

        Assert.Equal(1, typed.ExitCode);
        Assert.EndsWith("3 files, 1 error, 3 warnings\n", typed.Output, StringComparison.Ordinal);
        Assert.Contains("wz2008-classes.csv:1:1: error wrong-columns", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_questionnaire_s_mistake_counts_once_however_many_index_models_stand_beside_it()
    {
        using var folder = new TemporaryFolder();
        foreach (var name in new[] { "broken", "one", "two" })
        {
            Directory.CreateDirectory(folder.Of(name));
        }

        await File.WriteAllTextAsync(folder.Of("broken/questionnaire.yaml"), Broken, TestContext.Current.CancellationToken);
        foreach (var name in new[] { "one", "two" })
        {
            await File.WriteAllTextAsync(
                folder.Of($"{name}/index.yaml"),
                "questionnaire: broken@1\n",
                TestContext.Current.CancellationToken
            );
        }

        var typed = await Typed.Run("questionnaire", "check", folder.Location);

        Assert.Single(typed.Output.Split('\n'), line => line.Contains("'integr'", StringComparison.Ordinal));
    }

    /// <summary>Publishing refuses it, too.</summary>
    [Theory]
    [InlineData("dmk-reifegrad@2.0.1", "dmk-reifegrad@9.9.9", "There is no dmk-reifegrad@9.9.9: the version here is 2.0.1.")]
    [InlineData("dmk-reifegrad@2.0.1", "dmk-reifegard@2.0.1", "There is no index model dmk-reifegard@2.0.1: neither this folder nor one")]
    public async Task An_index_version_that_is_not_there_is_an_error_in_its_line(string named, string wrong, string said)
    {
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Questionnaires, "*.*", SearchOption.AllDirectories))
        {
            var copy = folder.Of(Path.GetRelativePath(Repository.Questionnaires, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        var study = folder.Of("pilotstudie-wirtschaft/study.yaml");
        var text = await File.ReadAllTextAsync(study, TestContext.Current.CancellationToken);
        Assert.Contains(named, text, StringComparison.Ordinal);
        await File.WriteAllTextAsync(study, text.Replace(named, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var line = 1 + text[..text.IndexOf(named, StringComparison.Ordinal)].Count(letter => letter == '\n');

        var typed = await Typed.Run("questionnaire", "check", folder.Of("pilotstudie-wirtschaft"));

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains($"study.yaml:{line}:", typed.Output, StringComparison.Ordinal);
        Assert.Contains("error index-missing", typed.Output, StringComparison.Ordinal);
        Assert.Contains(said, typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_definition_of_the_repository_is_clean()
    {
        var typed = await Typed.Run("questionnaire", "check", Repository.Questionnaires);

        Assert.Equal(0, typed.ExitCode);
        Assert.DoesNotContain("error ", typed.Output.Replace("0 errors", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains(", 0 errors, 0 warnings", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "pilotstudie-wirtschaft",
        "pilotstudie-wirtschaft 2.0.0: 13 sections, 65 questions, ",
        "dmk-reifegrad 2.0.1: 90 nodes, 10 dimensions, ",
        "pilot-2027: "
    )]
    [InlineData(
        "eurostat-dii",
        "pilotstudie-wirtschaft 2.0.0: ",
        "eurostat-dii 3.2023.1: 13 nodes, 12 dimensions, 12 indicators, 4 levels"
    )]
    [InlineData("edih-dma", "pilotstudie-wirtschaft 2.0.0: ", "edih-dma 2.0.0: ")]
    [InlineData(
        "laenderabfrage-fachkraefte",
        "laenderabfrage-fachkraefte 1.0.0: 8 sections, 32 questions, ",
        "fachkraefte-laender 1.0.0: ",
        "laender-2027, a census: 1 index model, 1 table"
    )]
    public async Task A_check_says_what_the_files_hold(string folder, params string[] contents)
    {
        var typed = await Typed.Run("questionnaire", "check", Path.Combine(Repository.Questionnaires, folder));

        Assert.Equal(0, typed.ExitCode);
        Assert.All(contents, said => Assert.Contains(said, typed.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_mistake_is_shown_with_file_line_and_column()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("questionnaire.yaml");
        await File.WriteAllTextAsync(file, Broken, TestContext.Current.CancellationToken);

        var typed = await Typed.Run("questionnaire", "check", folder.Location);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains($"{file}:9:27: error", typed.Output, StringComparison.Ordinal);
        Assert.Contains($"{file}:10:36: error unknown-key", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistyped_key_is_told_once_and_all_problems_stand_in_the_order_of_the_lines()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("questionnaire.yaml");
        await File.WriteAllTextAsync(
            file,
            """
            id: broken
            version: 1.0.0
            languages: [de, en]
            title: { de: "Kaputt", en: "Broken" }
            sections:
              - id: only
                titel: { de: "Teil", en: "Part" }
                questions:
                  - { id: size, type: integer, text: { de: "Wie viele?", en: "How many?" }, min: none }
                  - { id: more, type: integer, txt: { de: "Wie viele?", en: "How many?" } }
                  - { id: most, type: integer, text: { dee: "Wie viele?", en: "How many?" } }
            colour: red
            """,
            TestContext.Current.CancellationToken
        );

        var typed = await Typed.Run("questionnaire", "check", file);

        var places = typed.Output.Split('\n')[..^2].Select(line => line[(file.Length + 1)..]).ToArray();
        Assert.Equal(
            ["7:5: error unknown-key", "9:86: error", "10:36: error unknown-key", "11:44: error unknown-key", "12:1: error unknown-key"],
            places.Select(place =>
                place[
                    ..(
                        place.Contains("unknown-key", StringComparison.Ordinal)
                            ? place.IndexOf("key", StringComparison.Ordinal) + 3
                            : place.IndexOf("error", StringComparison.Ordinal) + 5
                    )
                ]
            )
        );
        Assert.Equal("1 file, 5 errors, 0 warnings", typed.Output.Split('\n')[^2]);
    }

    [Fact]
    public async Task Malformed_yaml_is_shown_where_it_breaks()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Of("questionnaire.yaml");
        await File.WriteAllTextAsync(file, "id: broken\nsections:\n  - { id: a, title\n", TestContext.Current.CancellationToken);

        var typed = await Typed.Run("questionnaire", "check", file);

        Assert.Equal(1, typed.ExitCode);
        Assert.Matches($@"questionnaire\.yaml:\d+:\d+: error", typed.Output);
        Assert.Empty(typed.Errors);
    }

    [Fact]
    public async Task Json_gives_place_code_and_message_apart()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("questionnaire.yaml"), Broken, TestContext.Current.CancellationToken);

        var typed = await Typed.Run("questionnaire", "check", folder.Location, "--format", "json");

        using var report = JsonDocument.Parse(typed.Output);
        var unknown = report
            .RootElement.GetProperty("problems")
            .EnumerateArray()
            .Single(problem => problem.GetProperty("code").GetString() == "unknown-key");
        Assert.Equal(
            (10, 36, "error"),
            (unknown.GetProperty("line").GetInt32(), unknown.GetProperty("column").GetInt32(), unknown.GetProperty("severity").GetString())
        );
    }

    [Fact]
    public async Task An_index_model_over_a_broken_questionnaire_is_said_to_be_unchecked()
    {
        using var folder = new TemporaryFolder();
        await File.WriteAllTextAsync(folder.Of("questionnaire.yaml"), Broken, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(folder.Of("index.yaml"), "id: x\n", TestContext.Current.CancellationToken);

        var typed = await Typed.Run("questionnaire", "check", folder.Location);

        Assert.Contains("index.yaml: warning not-checked", typed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_any_such_file_is_a_fault()
    {
        using var folder = new TemporaryFolder();

        var typed = await Typed.Run("questionnaire", "check", folder.Location);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("questionnaire.yaml", typed.Errors, StringComparison.Ordinal);
    }
}
