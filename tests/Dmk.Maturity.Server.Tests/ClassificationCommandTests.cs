using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

public class ClassificationCommandTests
{
    [Theory]
    [InlineData("wz2008-classes", "Elektriker", "43.21")]
    [InlineData("wz2008", "Elektriker", "43.21")]
    [InlineData("wz2025-classes", "plumber", "43.22")]
    [InlineData("wz2025", "WZ 62.10", "62.10")]
    public async Task A_trade_is_found_in_either_edition(string id, string text, string code)
    {
        var typed = await Typed.Run("classification", "search", id, text, "--format", "json");

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
        var first = JsonDocument.Parse(typed.Output).RootElement[0];
        Assert.Equal(["code", "label"], first.EnumerateObject().Select(property => property.Name));
        Assert.Equal(code, first.GetProperty("code").GetString());
    }

    [Fact]
    public async Task Umlauts_are_written_as_they_are_and_one_line_is_one_hit()
    {
        var json = await Typed.Run("classification", "search", "wz2008", "43.22", "--format", "json");
        var table = await Typed.Run("classification", "search", "wz2008", "43.22");

        Assert.Equal("[{\"code\":\"43.22\",\"label\":\"Gas-, Wasser-, Heizungs- sowie Lüftungs- und Klimainstallation\"}]\n", json.Output);
        Assert.Equal("43.22  Gas-, Wasser-, Heizungs- sowie Lüftungs- und Klimainstallation\n", table.Output);
    }

    [Fact]
    public async Task Nothing_found_is_an_empty_list_and_no_fault()
    {
        var typed = await Typed.Run("classification", "search", "wz2025", "qqqqxxxx", "--format", "json");

        Assert.Equal((0, "[]\n"), (typed.ExitCode, typed.Output));
    }

    [Fact]
    public async Task Several_words_need_no_quotation_marks_and_levels_and_number_are_kept()
    {
        var typed = await Typed.Run(
            "classification",
            "search",
            "wz2008",
            "cleaning",
            "company",
            "--levels",
            "5",
            "--first",
            "2",
            "--format",
            "json"
        );

        var codes = JsonDocument
            .Parse(typed.Output)
            .RootElement.EnumerateArray()
            .Select(hit => hit.GetProperty("code").GetString()!)
            .ToList();
        Assert.Equal(2, codes.Count);
        Assert.All(codes, code => Assert.Equal(7, code.Length));
    }

    [Fact]
    public async Task English_labels_stand_where_there_are_some()
    {
        var typed = await Typed.Run("classification", "search", "land", "Bayern", "--language", "en", "--format", "json");

        Assert.Equal("[{\"code\":\"BY\",\"label\":\"Bavaria\"}]\n", typed.Output);
    }

    [Fact]
    public async Task An_unknown_classification_is_answered_with_those_there_are()
    {
        var typed = await Typed.Run("classification", "search", "wz2009", "Hotel");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("There is no classification 'wz2009'. Did you mean 'wz2008'?", typed.Errors, StringComparison.Ordinal);
        Assert.Contains("wz2025-classes", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_classifications_has_those_of_the_program_and_one_that_is_not_there_is_refused()
    {
        using var folder = new TemporaryFolder();

        var own = await Typed.Run("classification", "search", "land", "Bayern", "--questionnaires", folder.Location);
        var none = await Typed.Run("classification", "list", "--questionnaires", folder.Of("nowhere"));

        Assert.Equal("BY  Bayern\n", own.Output);
        Assert.Equal(
            (1, $"There is no folder of questionnaires {folder.Of("nowhere")}; name one with --questionnaires.\n"),
            (none.ExitCode, none.Errors)
        );
    }

    [Theory]
    [InlineData("--levels", "4,x")]
    [InlineData("--levels", "0")]
    [InlineData("--first", "0")]
    [InlineData("--first", "51")]
    [InlineData("--language", "fr")]
    [InlineData("--levels", "10")]
    public async Task What_makes_no_sense_is_said(string option, string value)
    {
        var typed = await Typed.Run("classification", "search", "wz2025", "Hotel", option, value);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(option, typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wz2025", "9", "wz2025-classes has no level 9. It has 1, 2, 3, 4, 5.\n")]
    [InlineData("land", "1,2,3", "land has no level 2, 3. It has 1.\n")]
    public async Task A_level_that_a_classification_does_not_have_is_refused_with_those_it_has(string id, string levels, string told)
    {
        var typed = await Typed.Run("classification", "search", id, "Hotel", "--levels", levels);

        Assert.Equal((1, "", told), (typed.ExitCode, typed.Output, typed.Errors));
    }

    [Theory]
    [InlineData(0, "TEXT is empty. Give the trade in a few words, or a number.\n")]
    [InlineData(201, "TEXT has at most 200 characters, not 201. Give the trade in a few words.\n")]
    [InlineData(30_000, "TEXT has at most 200 characters, not 30000. Give the trade in a few words.\n")]
    public async Task A_text_that_says_nothing_or_too_much_is_refused(int letters, string told)
    {
        var typed = await Typed.Run("classification", "search", "wz2025", new string('a', letters));

        Assert.Equal((2, ""), (typed.ExitCode, typed.Output));
        Assert.StartsWith(told, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Blanks_that_nobody_sees_are_no_text_and_the_longest_text_is_searched_for()
    {
        var blank = await Typed.Run("classification", "search", "wz2025", " ", "\u200b");
        var longest = await Typed.Run("classification", "search", "wz2025", "Hotel " + new string('x', 194), "--format", "json");

        Assert.StartsWith("TEXT is empty.", blank.Errors, StringComparison.Ordinal);
        Assert.Equal(0, longest.ExitCode);
    }

    [Fact]
    public async Task A_title_that_there_is_only_in_German_says_so_where_English_is_asked_for()
    {
        var german = await Typed.Run("classification", "search", "wz2008", "43.22");
        var english = await Typed.Run("classification", "search", "wz2008", "43.22", "--language", "en");
        var both = await Typed.Run("classification", "search", "land", "Bayern", "--language", "en");

        Assert.Equal(german.Output.TrimEnd('\n') + " (German)\n", english.Output);
        Assert.Equal("BY  Bavaria\n", both.Output);
    }

    [Fact]
    public async Task All_classifications_are_listed_with_edition_and_number_of_codes()
    {
        var table = await Typed.Run("classification", "list");
        var json = await Typed.Run("classification", "list", "--format", "json");

        Assert.Contains(
            table.Output.Split('\n'),
            line =>
                line.StartsWith("wz2025-classes  2025", StringComparison.Ordinal) && line.Contains("2030 codes", StringComparison.Ordinal)
        );
        Assert.Equal(9, JsonDocument.Parse(json.Output).RootElement.GetArrayLength());
    }
}
