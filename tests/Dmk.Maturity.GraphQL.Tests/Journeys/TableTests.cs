using System.Globalization;
using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Index tables through GraphQL: who sees what, which numbers are there, what is refused before anything is computed.</summary>
public sealed class TableTests(Answering answering) : IClassFixture<Answering>
{
    private const string Cell =
        "codes { variable code name } estimate standardError confidenceInterval { lower "
        + "upper level } respondents effectiveRespondents "
        + "coefficientOfVariation designEffect degreesOfFreedom population status statusText level { id title }";

    private const string Table =
        "query A($by: [ID!]!) { study(id: \"small-study\", language: EN) { synthetic "
        + "indexTable(by: $by) { live dataVersion computedAt synthetic by { id } node { id } "
        + "provenance { study wave questionnaire { id hash } index { id version hash } weighting { description collapses { from "
        + "into } } method degreesOfFreedomRule lonely } total { "
        + Cell
        + " } cells { "
        + Cell
        + " } } } }";

    private readonly Platform _platform = answering.Platform;

    [Theory]
    [InlineData(Role.Operator)]
    [InlineData(Role.Administrator)]
    public async Task Operators_see_every_submission(Role role)
    {
        var table = await Read(role, "land");
        Assert.True(table.GetProperty("live").GetBoolean());
        Assert.Equal(Answering.Companies, table.GetProperty("total").GetProperty("respondents").GetInt32());
        Assert.Equal(
            ["BE", "SN"],
            table.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("codes")[0].GetProperty("code").GetString()!)
        );
    }

    [Fact]
    public async Task A_cell_has_its_figures_and_their_uncertainty()
    {
        var cell = (await Read(Role.Operator, "land")).GetProperty("cells")[0];
        Assert.Equal("Berlin", cell.GetProperty("codes")[0].GetProperty("name").GetString());
        var (estimate, error) = (cell.GetProperty("estimate").GetDouble(), cell.GetProperty("standardError").GetDouble());
        var interval = cell.GetProperty("confidenceInterval");
        Assert.InRange(estimate, 0, 100);
        Assert.InRange(interval.GetProperty("lower").GetDouble(), double.NegativeInfinity, estimate - error);
        Assert.InRange(interval.GetProperty("upper").GetDouble(), estimate + error, double.PositiveInfinity);
        Assert.Equal(0.95, interval.GetProperty("level").GetDouble());
        Assert.Equal(error / estimate, cell.GetProperty("coefficientOfVariation").GetDouble(), 12);
        Assert.Equal(1_600, cell.GetProperty("population").GetDouble(), 6);
        Assert.Equal("land", Assert.Single(cell.GetProperty("codes").EnumerateArray()).GetProperty("variable").GetString());
    }

    [Theory]
    [InlineData(Role.Economist)]
    [InlineData(Role.Ministry)]
    public async Task Readers_see_the_shown_state_of_the_same_table(Role role)
    {
        var table = await Read(role, "land");
        Assert.False(table.GetProperty("live").GetBoolean());
        Assert.InRange(table.GetProperty("total").GetProperty("respondents").GetInt32(), 3, Answering.Companies);
    }

    [Fact]
    public async Task A_table_says_what_it_was_made_from()
    {
        var table = await Read(Role.Economist, "sector");
        var provenance = table.GetProperty("provenance");
        Assert.True(table.GetProperty("synthetic").GetBoolean());
        Assert.Equal((Platform.Study, 2027), (provenance.GetProperty("study").GetString(), provenance.GetProperty("wave").GetInt32()));
        Assert.Equal("small-index", provenance.GetProperty("index").GetProperty("id").GetString());
        Assert.Equal("ADJUST", provenance.GetProperty("lonely").GetString());
        Assert.Equal(64, provenance.GetProperty("questionnaire").GetProperty("hash").GetString()!.Length);
    }

    [Fact]
    public async Task A_table_without_variables_is_the_total_alone() =>
        Assert.Equal(0, (await Read(Role.Operator)).GetProperty("cells").GetArrayLength());

    [Fact]
    public async Task A_withheld_cell_has_no_number_at_all()
    {
        var cells = (await Read(Role.Operator, "land", "sector")).GetProperty("cells").EnumerateArray().ToArray();
        Assert.Equal(4, cells.Length);
        foreach (var cell in cells.Where(cell => cell.GetProperty("status").GetString() is not ("PUBLISHED" or "UNRELIABLE")))
        {
            Assert.All(
                ["estimate", "standardError", "confidenceInterval", "respondents", "effectiveRespondents", "population", "level"],
                name => Assert.Equal(JsonValueKind.Null, cell.GetProperty(name).ValueKind)
            );
        }

        Assert.Contains(cells, cell => cell.GetProperty("status").GetString() == "FEW_RESPONDENTS");
    }

    [Fact]
    public async Task Operators_see_for_how_many_companies_respondents_stand()
    {
        var weights = (
            await _platform.Query(
                "{ study(id: \"small-study\") { weights { respondents kishDesignEffect smallestWeight largestWeight largestFactor "
                    + "domains { code { variable code name } frame estimated respondents } largest { drawn { code } "
                    + "now { code } weight pull } } } }",
                token: await _platform.Token(Role.Operator)
            )
        )
            .Data.GetProperty("study")
            .GetProperty("weights");
        Assert.Equal(Answering.Companies, weights.GetProperty("respondents").GetInt32());
        Assert.InRange(weights.GetProperty("kishDesignEffect").GetDouble(), 1, 10);
        Assert.Equal(1, weights.GetProperty("largestFactor").GetDouble());
        var berlin = weights
            .GetProperty("domains")
            .EnumerateArray()
            .Single(domain => domain.GetProperty("code").GetProperty("name").GetString() == "Berlin");
        Assert.Equal(1_600, berlin.GetProperty("frame").GetInt32());
        Assert.Equal(1_600, berlin.GetProperty("estimated").GetDouble(), 6);
        var pulls = weights.GetProperty("largest").EnumerateArray().Select(one => one.GetProperty("pull").GetDouble()).ToArray();
        Assert.InRange(pulls.Length, 1, 20);
        Assert.Equal(pulls.OrderDescending(), pulls);
    }

    [Fact]
    public async Task The_public_and_companies_see_no_table()
    {
        Assert.Equal("UNAUTHENTICATED", (await _platform.Query(Table, new { by = new[] { "land" } })).Code);
        Assert.Equal("FORBIDDEN", (await _platform.Query(Table, new { by = new[] { "land" } }, await _platform.Company())).Code);
    }

    [Theory]
    [InlineData("index: \"other\"", "INDEX_UNKNOWN", "small-index")]
    [InlineData("node: \"other\"", "NODE_UNKNOWN", "online")]
    [InlineData("by: [\"land\", \"size\"]", "TABLE_UNKNOWN", "[land, sector]")]
    [InlineData("by: [\"land\", \"land\"]", "TABLE_UNKNOWN", "'land' stands twice")]
    [InlineData("by: [\"planet\"]", "TABLE_UNKNOWN", "planet")]
    public async Task What_does_not_exist_is_told_with_what_does(string arguments, string code, string word)
    {
        var answer = await _platform.Query(
            $"{{ study(id: \"small-study\") {{ id indexTable({arguments}) {{ live }} }} " + "}",
            token: await _platform.Token(Role.Economist)
        );
        Assert.Equal(code, answer.Code);
        Assert.Contains(word, answer.Error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sixty_aliases_of_a_table_are_refused()
    {
        var aliases = string.Concat(
            Enumerable
                .Range(0, 60)
                .Select(number =>
                    $"t{number.ToString(CultureInfo.InvariantCulture)}: indexTable(by: [\"land\", \"sector\"]) {{ cells {{ estimate }} }} "
                )
        );
        var answer = await _platform.Query(
            $"{{ study(id: \"small-study\") {{ {aliases} }} " + "}",
            token: await _platform.Token(Role.Operator)
        );
        Assert.Equal("TOO_MANY_ALIASES", answer.Code);
    }

    [Theory]
    [InlineData("[\"land\", \"sector\"]", "TOO_COSTLY")]
    [InlineData("$by", "TOO_COSTLY")]
    [InlineData("\"land\"", null)]
    public async Task A_table_costs_its_real_size(string by, string? code)
    {
        var tables = string.Concat(
            Enumerable
                .Range(0, 25)
                .Select(number => $"t{number.ToString(CultureInfo.InvariantCulture)}: indexTable(by: {by}) {{ cells {{ {Cell} }} }} ")
        );
        var query = $"query A{(by == "$by" ? "($by: [ID!]!)" : "")} {{ study(id: \"small-study\") {{ {tables} }} }}";
        var answer = await _platform.Query(
            query,
            by == "$by" ? new { by = new[] { "sector", "land" } } : null,
            await _platform.Token(Role.Operator)
        );
        Assert.Equal(code, answer.Code);
    }

    private async Task<JsonElement> Read(Role role, params string[] by) =>
        (await _platform.Query(Table, new { by }, await _platform.Token(role))).Data.GetProperty("study").GetProperty("indexTable");
}
