using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Tables of the companies of which a condition is true that the study declares, as readers other than operators see
/// them.</summary>
public sealed class DeclaredConditionTests(ManyAnswering answering) : IClassFixture<ManyAnswering>
{
    [Fact]
    public async Task A_client_finds_the_conditions_that_a_study_declares()
    {
        var answer = await answering.Platform.Query(
            "{ study(id: \"small-study\") { conditions { id title where } } }",
            token: await answering.Platform.Token(Role.Economist)
        );

        var declared = answer.Data.GetProperty("study").GetProperty("conditions").EnumerateArray().Single();
        Assert.Equal("uses-ai", declared.GetProperty("id").GetString());
        Assert.Equal("uses_ai in ['wide', 'some']", declared.GetProperty("where").GetString());
        Assert.NotEmpty(declared.GetProperty("title").GetString()!);
    }

    [Theory]
    [InlineData("condition: \"uses-ai\"")]
    [InlineData("where: \"uses_ai in ['wide', 'some']\"")]
    public async Task An_economist_sees_under_a_declared_condition_what_an_operator_sees_of_the_same_companies(string asked)
    {
        var (economist, live) = (await Declared(asked, Role.Economist), await Declared(asked, Role.Operator));

        Assert.Equal("uses-ai", economist.GetProperty("provenance").GetProperty("condition").GetProperty("id").GetString());
        Assert.Contains("uses_ai in", economist.GetProperty("provenance").GetProperty("method").GetString(), StringComparison.Ordinal);
        // All who have answered in Berlin are shown, so that only the rounding differs.
        var (cell, exact) = (Cell(economist, "BE"), Cell(live, "BE"));
        Assert.Equal(exact.GetProperty("estimate").GetDouble(), cell.GetProperty("estimate").GetDouble(), 0.051);
        Assert.Equal(exact.GetProperty("respondents").GetInt32(), cell.GetProperty("respondents").GetInt32());
        Assert.NotEqual(exact.GetProperty("estimate").GetDouble(), cell.GetProperty("estimate").GetDouble());
        Assert.Equal(JsonValueKind.Number, economist.GetProperty("total").GetProperty("estimate").ValueKind);
    }

    [Theory]
    [InlineData("condition: \"nonsense\"", "CONDITION_UNKNOWN")]
    [InlineData("condition: \"uses-ai\", where: \"employed > 5\"", "FORBIDDEN")]
    [InlineData("condition: \"uses-ai\", by: [\"land\", \"sector\"]", "TABLE_UNKNOWN")]
    [InlineData("condition: \"uses-ai\", weights: [{ node: \"use\", weight: 2 }]", "WEIGHTS_REFUSED")]
    public async Task What_is_not_decided_under_a_condition_is_refused(string asked, string code)
    {
        var answer = await answering.Platform.Query(
            $"{{ study(id: \"small-study\") {{ indexTable({asked}) {{ companies }} }} }}",
            token: await answering.Platform.Token(Role.Economist)
        );

        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task Whoever_asks_for_a_condition_of_his_own_is_told_of_the_declared_ones()
    {
        var answer = await answering.Platform.Query(
            "{ study(id: \"small-study\") { indexTable(where: \"uses_ai == 'wide'\") { companies } } }",
            token: await answering.Platform.Token(Role.Ministry)
        );

        Assert.Contains("uses-ai", answer.Json.ToString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Declared(string asked, Role role)
    {
        var answer = await answering.Platform.Query(
            $"{{ study(id: \"small-study\") {{ indexTable({asked}, by: [\"land\"]) {{ total {{ estimate status }} "
                + "cells { codes { code } "
                + "estimate respondents status } provenance { method condition { id } } } } }",
            token: await answering.Platform.Token(role)
        );
        return answer.Data.GetProperty("study").GetProperty("indexTable");
    }

    private static JsonElement Cell(JsonElement table, string land) =>
        table
            .GetProperty("cells")
            .EnumerateArray()
            .Single(cell => cell.GetProperty("codes").EnumerateArray().Single().GetProperty("code").GetString() == land);
}
