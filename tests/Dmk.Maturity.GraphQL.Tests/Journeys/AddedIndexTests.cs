using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>A new version of an index model comes into a study through GraphQL.</summary>
public sealed class AddedIndexTests : IAsyncLifetime
{
    private const string Add =
        "mutation A($yaml: String!) { addIndex(id: \"small-study\", index: $yaml, language: EN) { index { id version hash } "
        + "problems { file line column code message } } }";

    private static string Before { get; } = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Small", "index.yaml"));

    private readonly Answering _answering = new();

    private Platform Platform => _answering.Platform;

    private static string Version =>
        Before
            .Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal)
            .Replace("some: 50", "some: 100", StringComparison.Ordinal);

    public ValueTask InitializeAsync() => _answering.InitializeAsync();

    public ValueTask DisposeAsync() => _answering.DisposeAsync();

    [Fact]
    public async Task Progress_is_seen_until_both_versions_can_be_asked_for_and_each_result_names_its_own()
    {
        var added = (await Platform.Query(Add, new { yaml = Version }, await Platform.Token(Role.Operator))).Data.GetProperty("addIndex");
        Assert.Equal("1.1.0", added.GetProperty("index").GetProperty("version").GetString());
        Assert.Equal(0, added.GetProperty("problems").GetArrayLength());

        Assert.Equal($"small-index@1.1.0 0 {Answering.Companies} False", await Progress());
        Assert.Equal("INDEX_NOT_READY", (await Table("small-index@1.1.0", Role.Operator)).Code);
        Assert.Equal(["small-index@1.0.0"], await Versions(Role.Operator));
        Assert.Equal(["small-index@1.0.0"], await Versions(Role.Economist));

        await Platform.Inside<Rescoring>().Finish(TestContext.Current.CancellationToken);

        Assert.Equal($"small-index@1.1.0 {Answering.Companies} {Answering.Companies} True", await Progress());
        var (old, anew) = (await Shown("small-index@1.0.0"), await Shown("small-index@1.1.0"));
        Assert.Equal(("1.0.0", "1.1.0"), (old.Version, anew.Version));
        Assert.True(anew.Value > old.Value);
        Assert.Equal(old, await Shown("small-index"));
        var (told, toldAnew) = (await Shown("small-index@1.0.0", Role.Economist), await Shown("small-index@1.1.0", Role.Economist));
        Assert.Equal(("1.0.0", "1.1.0"), (told.Version, toldAnew.Version));
        Assert.True(toldAnew.Value > told.Value);
        Assert.Equal(["small-index@1.0.0", "small-index@1.1.0"], await Versions(Role.Operator));
        Assert.Equal(["small-index@1.0.0", "small-index@1.1.0"], await Versions(Role.Economist));
    }

    [Fact]
    public async Task A_company_is_told_that_peers_are_not_compared_by_an_added_version()
    {
        await Platform.Query(Add, new { yaml = Version }, await Platform.Token(Role.Operator));
        await Platform.Inside<Rescoring>().Finish(TestContext.Current.CancellationToken);
        var company = await Platform.Company(_ => true);
        await Answering.Answer(Platform, company, 0);

        Assert.Equal(
            "The index 'small-index@1.1.0' was added to the study small-study after it was published. A company is set beside others by "
                + "the indices that the study was published with: small-index@1.0.0. Name one of these.",
            await Refusal("small-index@1.1.0")
        );
        Assert.Equal(
            "The study small-study has no index 'other'. A company is set beside others by the indices that the study was published with: "
                + "small-index@1.0.0. Name one of these.",
            await Refusal("other")
        );

        async Task<string?> Refusal(string index)
        {
            var answer = await Platform.Query(
                "query B($index: ID) { response(language: EN) { benchmark(index: $index) { state } } }",
                new { index },
                company
            );
            Assert.Equal("INDEX_UNKNOWN", answer.Code);
            return answer.Error.GetProperty("message").GetString();
        }
    }

    [Fact]
    public async Task A_mistake_comes_back_with_its_place()
    {
        var yaml = Version.Replace("question: uses_ai", "question: uses_it", StringComparison.Ordinal);

        var added = (await Platform.Query(Add, new { yaml }, await Platform.Token(Role.Operator))).Data.GetProperty("addIndex");

        Assert.Equal(JsonValueKind.Null, added.GetProperty("index").ValueKind);
        var problem = added.GetProperty("problems")[0];
        Assert.Equal("index.yaml", problem.GetProperty("file").GetString());
        Assert.True(problem.GetProperty("line").GetInt32() > 1 && problem.GetProperty("column").GetInt32() > 1);
        Assert.Equal("INDEX_UNKNOWN", (await Table("small-index@1.1.0", Role.Operator)).Code);
    }

    [Fact]
    public async Task Only_field_staff_add_index_models_and_see_how_far_they_are()
    {
        Assert.Equal("UNAUTHENTICATED", (await Platform.Query(Add, new { yaml = Version })).Code);
        Assert.Equal("FORBIDDEN", (await Platform.Query(Add, new { yaml = Version }, await Platform.Token(Role.Economist))).Code);
        Assert.Equal(
            "FORBIDDEN",
            (
                await Platform.Query(
                    "{ study(id: \"small-study\") { addedIndices { name } } }",
                    token: await Platform.Token(Role.Economist)
                )
            ).Code
        );
    }

    private async Task<string> Progress()
    {
        var answer = await Platform.Query(
            "{ study(id: \"small-study\") { addedIndices { name scored of ready } } }",
            token: await Platform.Token(Role.Operator)
        );
        var one = Assert.Single(answer.Data.GetProperty("study").GetProperty("addedIndices").EnumerateArray().ToArray());
        return $"{one.GetProperty("name").GetString()} {one.GetProperty("scored").GetInt32()} {one.GetProperty("of").GetInt32()} "
            + $"{one.GetProperty("ready").GetBoolean()}";
    }

    private async Task<string?[]> Versions(Role role)
    {
        var answer = await Platform.Query("{ study(id: \"small-study\") { indexVersions } }", token: await Platform.Token(role));
        return [.. answer.Data.GetProperty("study").GetProperty("indexVersions").EnumerateArray().Select(one => one.GetString())];
    }

    private async Task<(string? Version, double Value)> Shown(string index, Role role = Role.Operator)
    {
        var table = (await Table(index, role)).Data.GetProperty("study").GetProperty("indexTable");
        return (
            table.GetProperty("index").GetProperty("version").GetString(),
            table.GetProperty("total").GetProperty("estimate").GetDouble()
        );
    }

    private async Task<Answered> Table(string index, Role role) =>
        await Platform.Query(
            "query A($index: ID) { study(id: \"small-study\") { indexTable(index: $index) { index { id version } total { estimate } } } }",
            new { index },
            await Platform.Token(role)
        );
}
