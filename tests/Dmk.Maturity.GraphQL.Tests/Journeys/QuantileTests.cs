using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Quantiles of scores as an operator gets them, and as nobody else does.</summary>
public sealed class QuantileTests(Answering answering) : IClassFixture<Answering>
{
    [Fact]
    public async Task Quantiles_ascend_and_lie_within_their_intervals()
    {
        var cells = new List<(double Value, double Lower, double Upper)>();
        foreach (var probability in (double[])[0.3, 0.5, 0.7])
        {
            var table = await Table($"quantile: {FormattableString.Invariant($"{probability}")}");
            var total = table.GetProperty("total");
            Assert.Equal(probability, table.GetProperty("quantile").GetDouble());
            Assert.Equal(Answering.Companies, table.GetProperty("companies").GetInt32());
            Assert.Equal("WOODRUFF", total.GetProperty("confidenceInterval").GetProperty("method").GetString());
            cells.Add(
                (
                    total.GetProperty("estimate").GetDouble(),
                    total.GetProperty("confidenceInterval").GetProperty("lower").GetDouble(),
                    total.GetProperty("confidenceInterval").GetProperty("upper").GetDouble()
                )
            );
        }

        Assert.All(cells, cell => Assert.True(cell.Lower <= cell.Value && cell.Value <= cell.Upper));
        Assert.Equal(cells.Select(cell => cell.Value).Order(), cells.Select(cell => cell.Value));
        Assert.True(cells[0].Value < cells[2].Value);
    }

    [Fact]
    public async Task Under_a_condition_it_is_that_of_those_of_whom_it_is_true()
    {
        var table = await Table("quantile: 0.5, node: \"use\", where: \"uses_ai == 'some'\"");

        Assert.Equal(50, table.GetProperty("total").GetProperty("estimate").GetDouble());
        Assert.Equal(11, table.GetProperty("companies").GetInt32());
    }

    [Theory]
    [InlineData(Role.Economist, "quantile: 0.5", "FORBIDDEN")]
    [InlineData(Role.Ministry, "quantile: 0.5, by: [\"land\"]", "FORBIDDEN")]
    [InlineData(Role.Operator, "quantile: 0", "MEASURE_UNKNOWN")]
    [InlineData(Role.Operator, "quantile: 1", "MEASURE_UNKNOWN")]
    [InlineData(Role.Operator, "quantile: 0.5, shareAt: \"low\"", "MEASURE_UNKNOWN")]
    [InlineData(Role.Operator, "quantile: 0.5, estimand: PER_PERSON_EMPLOYED", "MEASURE_UNKNOWN")]
    [InlineData(Role.Operator, "quantile: 0.5, weights: [{ node: \"use\", weight: 2 }]", "MEASURE_UNKNOWN")]
    public async Task Others_and_what_does_not_go_with_it_are_refused(Role role, string arguments, string code) =>
        Assert.Equal(code, (await Query(role, arguments)).Code);

    private async Task<JsonElement> Table(string arguments) =>
        (await Query(Role.Operator, arguments)).Data.GetProperty("study").GetProperty("indexTable");

    private async Task<Answered> Query(Role role, string arguments) =>
        await answering.Platform.Query(
            $"{{ study(id: \"small-study\") {{ indexTable({arguments}) {{ quantile companies total "
                + "{ estimate confidenceInterval { lower upper method } } } } }",
            token: await answering.Platform.Token(role)
        );
}
