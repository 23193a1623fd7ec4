using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Tables of the companies of which a condition is true, from their answers as they came through GraphQL.</summary>
public sealed class ConditionTests(Answering answering) : IClassFixture<Answering>
{
    private const string Fields = "answered companies total { estimate respondents } provenance { method where }";

    [Theory]
    [InlineData("uses_ai == 'wide'", 10)]
    [InlineData("uses_ai in ['wide', 'some']", 21)]
    [InlineData("not (uses_ai == 'no')", 21)]
    [InlineData("uses_ai == 'no' or uses_ai == 'some'", 21)]
    [InlineData("answered(employed)", 0)]
    [InlineData("employed > 5 or uses_ai != 'wide'", 21)]
    public async Task An_operator_reads_the_index_of_those_who_gave_an_answer(string where, int companies)
    {
        var table = await Table(where);

        Assert.Equal(Answering.Companies, table.GetProperty("answered").GetInt32());
        Assert.Equal(companies, table.GetProperty("companies").GetInt32());
        Assert.Contains(where, table.GetProperty("provenance").GetProperty("method").GetString(), StringComparison.Ordinal);
        Assert.Equal(where, table.GetProperty("provenance").GetProperty("where").GetString());
        Assert.Equal(companies > 0, table.GetProperty("total").GetProperty("estimate").ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task Those_below_a_score_are_below_those_above_it()
    {
        var (below, above) = (await Table("score('total') < 50"), await Table("score('total') >= 50"));

        Assert.InRange(below.GetProperty("total").GetProperty("estimate").GetDouble(), 0, 50);
        Assert.InRange(above.GetProperty("total").GetProperty("estimate").GetDouble(), 50, 100);
        Assert.Equal(Answering.Companies, below.GetProperty("companies").GetInt32() + above.GetProperty("companies").GetInt32());
    }

    [Theory]
    [InlineData(Role.Economist, "uses_ai == 'wide'", "FORBIDDEN")]
    [InlineData(Role.Ministry, "uses_ai == 'wide'", "FORBIDDEN")]
    [InlineData(Role.Operator, "uses_ai == 'nonsense'", "WHERE_INVALID")]
    [InlineData(Role.Operator, "", "WHERE_INVALID")]
    public async Task Others_and_what_no_condition_is_are_refused(Role role, string where, string code)
    {
        var answer = await answering.Platform.Query(
            "query W($where: String) { study(id: \"small-study\") { indexTable(where: $where) { companies } } }",
            new { where },
            await answering.Platform.Token(role)
        );

        Assert.Equal(code, answer.Code);
    }

    private async Task<JsonElement> Table(string where)
    {
        var answer = await answering.Platform.Query(
            $"query W($where: String) {{ study(id: \"small-study\") {{ indexTable(where: $where) {{ {Fields} }} }} }}",
            new { where },
            await answering.Platform.Token(Role.Operator)
        );
        return answer.Data.GetProperty("study").GetProperty("indexTable");
    }
}
