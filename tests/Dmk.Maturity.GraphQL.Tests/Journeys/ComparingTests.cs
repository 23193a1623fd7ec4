using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>The Länder beside each other, shares at levels and tried weights, as an economist and an operator get them.</summary>
public sealed class ComparingTests(Answering answering) : IClassFixture<Answering>
{
    private const string Figure = "{ estimate standardError status respondents codes { code } }";

    private const string Compared =
        "compareLaender { node { id } method live companies germany "
        + Figure
        + " laender { figure "
        + Figure
        + " rank { rank best worst } rankAlone { best worst } differenceToGermany { value standardError p adjustedP }"
        + " mix { adjusted { value } covered difference { value } composition { value } within { value } } }"
        + " pairs { one { code } other { code } difference { value standardError adjustedP } } csv { name text } }";

    [Fact]
    public async Task An_economist_reads_differences_of_the_figures_that_are_shown()
    {
        var compared = await Ask(Role.Economist, Compared, "compareLaender");

        var laender = compared.GetProperty("laender").EnumerateArray().ToArray();
        Assert.Equal(
            ["BE", "SN"],
            laender.Select(land => land.GetProperty("figure").GetProperty("codes")[0].GetProperty("code").GetString())
        );
        var pair = Assert.Single(compared.GetProperty("pairs").EnumerateArray());
        Assert.Equal(
            Estimate(laender[0].GetProperty("figure")) - Estimate(laender[1].GetProperty("figure")),
            pair.GetProperty("difference").GetProperty("value").GetDouble(),
            1e-9
        );
        Assert.All(
            laender,
            land =>
            {
                var difference = land.GetProperty("differenceToGermany").GetProperty("value").GetDouble();
                Assert.Equal(Estimate(land.GetProperty("figure")) - Estimate(compared.GetProperty("germany")), difference, 1e-9);
                Assert.Equal(Math.Round(difference, 1), difference, 1e-9);
                Assert.InRange(land.GetProperty("rank").GetProperty("rank").GetInt32(), 1, 2);
            }
        );
        Assert.False(compared.GetProperty("live").GetBoolean());
        Assert.Equal("small-study_total_laender.csv", compared.GetProperty("csv").GetProperty("name").GetString());
        Assert.Equal(4, compared.GetProperty("csv").GetProperty("text").GetString()!.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task An_operator_reads_parts_that_add_up_exactly()
    {
        var compared = await Ask(Role.Operator, Compared, "compareLaender");

        Assert.True(compared.GetProperty("live").GetBoolean());
        Assert.All(
            compared.GetProperty("laender").EnumerateArray(),
            land =>
            {
                var mix = land.GetProperty("mix");
                Assert.Equal(Part(mix, "difference"), Part(mix, "composition") + Part(mix, "within"), 1e-9);
            }
        );
    }

    [Fact]
    public async Task Shares_of_all_levels_are_those_of_all_companies()
    {
        var levels = (await Ask(Role.Operator, "indices { levels { id } }", null)).GetProperty("indices")[0].GetProperty("levels");
        string[] ids = [.. levels.EnumerateArray().Select(level => level.GetProperty("id").GetString()!)];
        var fields = ids.Select(id => $"{id}: indexTable(shareAt: \"{id}\") {{ measure shareAt {{ id }} total {Figure} }} ");
        var study = await Ask(Role.Operator, string.Concat(fields), null);

        Assert.True(ids.Length > 1);
        Assert.Equal(100, ids.Sum(id => Estimate(study.GetProperty(id).GetProperty("total"))), 1e-9);
        Assert.All(ids, id => Assert.Equal(id, study.GetProperty(id).GetProperty("shareAt").GetProperty("id").GetString()));
    }

    [Fact]
    public async Task A_profile_shows_a_Land_beside_Germany_and_ranks_over_weightings_stay_ranks()
    {
        var study = await Ask(
            Role.Economist,
            $"profile(of: {{ variable: \"land\", code: \"SN\" }}) {{ of {{ code }} nodes {{ node {{ id }} part {Figure} germany {Figure} "
                + "difference { value adjustedP } } madeFrom { live } } "
                + "sensitivity(draws: 200) { provenance { index { id } method recompute } "
                + "draws method laender { land { code } declared median from to same } }",
            null
        );

        var nodes = study.GetProperty("profile").GetProperty("nodes").EnumerateArray().ToArray();
        Assert.Equal("total", nodes[0].GetProperty("node").GetProperty("id").GetString());
        Assert.Equal(
            Estimate(nodes[0].GetProperty("part")) - Estimate(nodes[0].GetProperty("germany")),
            nodes[0].GetProperty("difference").GetProperty("value").GetDouble(),
            1e-9
        );
        var provenance = study.GetProperty("sensitivity").GetProperty("provenance");
        Assert.Equal("small-index", provenance.GetProperty("index").GetProperty("id").GetString());
        Assert.Contains("logit", provenance.GetProperty("method").GetString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(JsonValueKind.Null, provenance.GetProperty("recompute").ValueKind);
        Assert.Equal(200, study.GetProperty("sensitivity").GetProperty("draws").GetInt32());
        Assert.All(
            study.GetProperty("sensitivity").GetProperty("laender").EnumerateArray(),
            land => Assert.InRange(land.GetProperty("declared").GetInt32(), 1, 2)
        );
    }

    [Theory]
    [InlineData("profile(of: { variable: \"land\", code: \"none\" }) { of { code } }", "FILTER_UNKNOWN")]
    [InlineData("sensitivity(draws: 0) { draws }", "DRAWS_REFUSED")]
    [InlineData("smallAreas(by: \"none\") { method }", "TABLE_UNKNOWN")]
    [InlineData("smallAreas(by: \"sector\") { method }", "TOO_FEW_CELLS")]
    [InlineData("indexTable(shareAt: \"none\") { measure }", "LEVEL_UNKNOWN")]
    [InlineData("indexTable(weights: [{ node: \"none\", weight: 1 }]) { measure }", "NODE_UNKNOWN")]
    [InlineData("compareLaender(node: \"none\") { method }", "NODE_UNKNOWN")]
    [InlineData("compareLaender(mix: [\"none\"]) { method }", "TABLE_UNKNOWN")]
    public async Task What_a_study_does_not_have_is_refused_in_words(string field, string code)
    {
        var answer = await answering.Platform.Query(
            $"{{ study(id: \"small-study\") {{ {field} }} }}",
            token: await answering.Platform.Token(Role.Economist)
        );

        Assert.Equal(code, answer.Code);
    }

    private async Task<JsonElement> Ask(Role role, string field, string? name)
    {
        var answer = await answering.Platform.Query(
            $"{{ study(id: \"small-study\") {{ {field} }} }}",
            token: await answering.Platform.Token(role)
        );
        var study = answer.Data.GetProperty("study");
        return name is null ? study : study.GetProperty(name);
    }

    private static double Estimate(JsonElement figure) => figure.GetProperty("estimate").GetDouble();

    private static double Part(JsonElement mix, string part) => mix.GetProperty(part).GetProperty("value").GetDouble();
}
