using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

public sealed class QuestionnaireScoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Points_of_the_answers_add_up_to_the_score_and_the_best_answers_would_add_the_rest()
    {
        using var report = await Json("persons: 3\nsells_online: \"no\"\nprograms: [accounting, planning]\n");
        var nodes = report.RootElement.GetProperty("nodes").EnumerateArray().ToDictionary(node => node.GetProperty("node").GetString()!);

        Assert.Equal(25, report.RootElement.GetProperty("score").GetDouble());
        Assert.Equal("starting", report.RootElement.GetProperty("level").GetString());
        Assert.Equal(25, Number(nodes["programs-used"], "points"));
        Assert.Equal(1, Number(nodes["programs-used"], "share"));
        Assert.Equal(25, Number(nodes["programs-used"], "bestAdds"));
        Assert.Equal(0, Number(nodes["sales-online"], "points"));

        // Two thirds of a half of the scale.
        Assert.Equal(100 / 3.0, Number(nodes["sales-online"], "bestAdds")!.Value, 4);
        Assert.Equal("(Not asked)", nodes["sales-share"].GetProperty("answers")[0].GetProperty("answer").GetString());
        Assert.Equal(
            "Program for accounting; Program for dates and orders",
            nodes["programs-used"].GetProperty("answers")[0].GetProperty("answer").GetString()
        );
    }

    [Fact]
    public async Task A_folder_of_answers_is_said_to_be_one()
    {
        var pilot = Path.Combine(Repository.Questionnaires, "pilotstudie-wirtschaft");
        var typed = await Typed.Run("questionnaire", "score", pilot, "--answers", _folder.Of("."));

        Assert.Equal(1, typed.ExitCode);
        Assert.EndsWith("This is a folder. Name a file in it.\n", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_score_is_none_and_never_0()
    {
        using var report = await Json("persons: 3\n");

        Assert.Equal(JsonValueKind.Null, report.RootElement.GetProperty("score").ValueKind);
        Assert.Equal(JsonValueKind.Null, report.RootElement.GetProperty("level").ValueKind);
        Assert.All(
            report.RootElement.GetProperty("nodes").EnumerateArray(),
            node => Assert.Equal(JsonValueKind.Null, node.GetProperty("points").ValueKind)
        );
    }

    [Fact]
    public async Task Json_and_the_file_that_companies_get_are_read_alike()
    {
        var yaml = await Table("persons: 3\nsells_online: \"yes\"\nonline_share: 12\n");
        var json = await Table("""{ "persons": 3, "sells_online": "yes", "online_share": 12 }""");
        var own = await Table("""{"$":1,"online_share":{"number":"12"},"persons":{"number":"3"},"sells_online":{"code":"yes"}}""");

        Assert.Equal(0, yaml.ExitCode);
        Assert.Equal(yaml.Output, json.Output);
        Assert.Equal(yaml.Output, own.Output);
        Assert.StartsWith("Digitale Werkzeuge (hw-index 1.0.0): 74.7, Fortgeschritten\n", yaml.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("person: 3", "1:1: error unknown-name: There is no question 'person'")]
    [InlineData("""{"$":1,"person":{"number":"3"}}""", "does not ask person")]
    [InlineData("""{"$":1,"persons":{"number":"x"}}""", "The answer to 'persons' is not of a known form")]
    [InlineData("[1, 2]", "Expected a mapping")]
    [InlineData(
        "{ persons: 0, online_share: 133 }",
        "answers.yaml: online_share: You have entered 133; numbers from 0 to 100 are possible."
    )]
    [InlineData("persons: 0", "answers.yaml: persons: You have entered 0; ")]
    public async Task What_cannot_be_read_is_told(string answers, string told)
    {
        var typed = await Table(answers);

        Assert.Equal((1, ""), (typed.ExitCode, typed.Output));
        Assert.Contains(told, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_model_over_the_same_questionnaire_is_asked_for_by_its_id()
    {
        await File.WriteAllTextAsync(_folder.Of("answers.yaml"), "e_invoicing: most\n", TestContext.Current.CancellationToken);
        var pilot = Path.Combine(Repository.Questionnaires, "pilotstudie-wirtschaft");

        var found = await Typed.Run("questionnaire", "score", pilot, "--answers", _folder.Of("answers.yaml"), "--index", "eurostat-dii");
        var unknown = await Typed.Run("questionnaire", "score", pilot, "--answers", _folder.Of("answers.yaml"), "--index", "dii");

        Assert.Equal(0, found.ExitCode);
        Assert.Contains("(eurostat-dii ", found.Output, StringComparison.Ordinal);
        Assert.Contains("There are: dmk-reifegrad, edih-dma, eurostat-dii.", unknown.Errors, StringComparison.Ordinal);
    }

    private static double? Number(JsonElement node, string key) =>
        node.GetProperty(key) is { ValueKind: JsonValueKind.Number } number ? number.GetDouble() : null;

    private async Task<JsonDocument> Json(string answers)
    {
        var typed = await Run(answers, "--format", "json", "--language", "en");
        Assert.Equal(("", 0), (typed.Errors, typed.ExitCode));
        return JsonDocument.Parse(typed.Output);
    }

    private Task<Typed> Table(string answers) => Run(answers);

    private async Task<Typed> Run(string answers, params string[] options)
    {
        await Typed.Run("questionnaire", "new", "hw", "--folder", _folder.Location);
        await File.WriteAllTextAsync(_folder.Of("answers.yaml"), answers, TestContext.Current.CancellationToken);
        return await Typed.Run(["questionnaire", "score", _folder.Of("hw"), "--answers", _folder.Of("answers.yaml"), .. options]);
    }
}
