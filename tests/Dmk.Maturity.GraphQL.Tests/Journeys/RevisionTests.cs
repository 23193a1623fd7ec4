using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A further questionnaire version comes into the field through GraphQL.</summary>
public sealed class RevisionTests : IAsyncLifetime
{
    private const string Revise =
        "mutation A($yaml: String!) { reviseStudy(id: \"small-study\", questionnaire: $yaml, language: EN) { "
        + "study { questionnaire { version } questionnaireVersions { version hash draftsCarryOn } } changes { where kind drafts "
        + "series message } problems { file line column code message } } }";

    private const string Provenance =
        "{ study(id: \"small-study\") { indexTable { total { respondents } provenance { questionnaire { "
        + "version } questionnaireVersions { version hash respondents } } } } }";

    private static readonly string _before = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Small", "questionnaire.yaml"));

    private readonly Answering _answering = new();

    private Platform Platform => _answering.Platform;

    public ValueTask InitializeAsync() => _answering.InitializeAsync();

    public ValueTask DisposeAsync() => _answering.DisposeAsync();

    [Fact]
    public async Task A_compatible_version_takes_drafts_along_and_tables_tell_the_mix()
    {
        var drafting = await Platform.Company();
        await Platform.Query(
            "mutation { saveAnswers(baseRevision: 0, answers: [{ variable: \"uses_ai\", code: \"wide\" }]) { revision } " + "}",
            token: drafting
        );

        var revised = await Revised(Edited("1.1.0", "max: 500000", "max: 600000"));
        Assert.Equal("1.1.0", revised.GetProperty("study").GetProperty("questionnaire").GetProperty("version").GetString());
        Assert.Equal(
            ["1.0.0 True", "1.1.0 True"],
            revised
                .GetProperty("study")
                .GetProperty("questionnaireVersions")
                .EnumerateArray()
                .Select(one => $"{one.GetProperty("version").GetString()} " + $"{one.GetProperty("draftsCarryOn").GetBoolean()}")
        );
        var change = Assert.Single(revised.GetProperty("changes").EnumerateArray().ToArray());
        Assert.Equal(
            ("sections.company/questions.employed/max", "limit-loosened", "CARRY_ON", "SHIFTED"),
            (
                change.GetProperty("where").GetString(),
                change.GetProperty("kind").GetString(),
                change.GetProperty("drafts").GetString(),
                change.GetProperty("series").GetString()
            )
        );
        Assert.Equal(0, revised.GetProperty("problems").GetArrayLength());

        var response = (await Platform.Query("{ response { questionnaire { version } revision } " + "}", token: drafting)).Data.GetProperty(
            "response"
        );
        Assert.Equal(
            ("1.1.0", 1),
            (response.GetProperty("questionnaire").GetProperty("version").GetString(), response.GetProperty("revision").GetInt32())
        );
        Assert.Equal(
            "ACCEPTED",
            (await Platform.Query("mutation { submitResponse(baseRevision: 1, idempotencyKey: \"k\") { result } }", token: drafting))
                .Data.GetProperty("submitResponse")
                .GetProperty("result")
                .GetString()
        );
        Assert.Equal([("1.0.0", Answering.Companies), ("1.1.0", 1)], await Mix(Role.Operator));

        // One company alone is not told apart by its version.
        await Answering.Show(Platform);
        Assert.Equal([("1.0.0", Answering.Shown)], await Mix(Role.Economist));
    }

    [Fact]
    public async Task What_may_not_follow_comes_back_as_problems()
    {
        Assert.Equal(["version-too-low"], Problems(await Revised(Edited("1.0.1", "max: 500000", "max: 600000"))));
        Assert.Equal(
            ["version-too-low", "series-break"],
            Problems(await Revised(Edited("1.1.0", "type: percentage, decimals: 0, min: 0, max: 100", "type: integer")))
        );
        var misread = await Revised(Edited("1.1.0", "type: percentage", "type: percent"));
        Assert.Equal(["unknown-choice"], Problems(misread));
        Assert.True(misread.GetProperty("problems")[0].GetProperty("line").GetInt32() > 1);
        Assert.Equal("1.0.0", misread.GetProperty("study").GetProperty("questionnaire").GetProperty("version").GetString());
    }

    [Fact]
    public async Task Only_field_staff_revise()
    {
        Assert.Equal("UNAUTHENTICATED", (await Platform.Query(Revise, new { yaml = _before })).Code);
        Assert.Equal("FORBIDDEN", (await Platform.Query(Revise, new { yaml = _before }, await Platform.Token(Role.Economist))).Code);
        Assert.Equal(
            "STUDY_UNKNOWN",
            (
                await Platform.Query(
                    Revise.Replace("small-study", "other", StringComparison.Ordinal),
                    new { yaml = _before },
                    await Platform.Token(Role.Operator)
                )
            ).Code
        );
    }

    private static IEnumerable<string?> Problems(JsonElement revised) =>
        revised.GetProperty("problems").EnumerateArray().Select(problem => problem.GetProperty("code").GetString());

    private static string Edited(string version, string find, string put)
    {
        Assert.Contains(find, _before, StringComparison.Ordinal);
        return _before
            .Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal)
            .Replace(find, put, StringComparison.Ordinal);
    }

    private async Task<JsonElement> Revised(string yaml) =>
        (await Platform.Query(Revise, new { yaml }, await Platform.Token(Role.Operator))).Data.GetProperty("reviseStudy");

    [Theory]
    [InlineData(
        "checks:\n",
        "checks:\n  - { id: never, level: hard, must: \"employed < 0\", message: { de: \"Nie.\", en: \"Never.\" } }\n",
        "check-never-holds"
    )]
    public async Task What_nobody_could_answer_is_refused_with_its_place(string find, string put, string code)
    {
        var payload = await Revised(Edited("1.1.0", find, put));

        var problem = Assert.Single(payload.GetProperty("problems").EnumerateArray());
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.Equal("questionnaire.yaml", problem.GetProperty("file").GetString());
        Assert.True(problem.GetProperty("line").GetInt32() > 1);
        Assert.Equal("1.0.0", payload.GetProperty("study").GetProperty("questionnaire").GetProperty("version").GetString());
    }

    private async Task<IEnumerable<(string? Version, int Respondents)>> Mix(Role role) =>
        (await Platform.Query(Provenance, token: await Platform.Token(role)))
            .Data.GetProperty("study")
            .GetProperty("indexTable")
            .GetProperty("provenance")
            .GetProperty("questionnaireVersions")
            .EnumerateArray()
            .Select(one => (one.GetProperty("version").GetString(), one.GetProperty("respondents").GetInt32()));
}
