using System.Globalization;
using System.Text.Json;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Index tables through GraphQL: who sees what, which numbers are there, what is refused before anything is computed.</summary>
public sealed class TableTests(Answering answering) : IClassFixture<Answering>
{
    private const string Cell =
        "codes { variable code name } estimate standardError confidenceInterval { lower "
        + "upper level } bound { lower upper } respondents effectiveRespondents "
        + "coefficientOfVariation designEffect degreesOfFreedom population status statusText level { id title }";

    private const string Table =
        "query A($by: [ID!]!) { study(id: \"small-study\", language: EN) { synthetic "
        + "indexTable(by: $by) { live dataVersion computedAt answered companies synthetic by { id } node { id } "
        + "provenance { study wave questionnaire { id hash } index { id version hash } weighting { description "
        + "mergers { land count } collapses { from into } } method degreesOfFreedomRule lonely } total { "
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
        Assert.Equal(Answering.Shown, table.GetProperty("total").GetProperty("respondents").GetInt32());
        Assert.Equal(
            (Answering.Companies, Answering.Shown),
            (table.GetProperty("answered").GetInt32(), table.GetProperty("companies").GetInt32())
        );
    }

    [Fact]
    public async Task Readers_get_rounded_figures_and_operators_exact_ones()
    {
        var (shown, live) = (
            (await Read(Role.Economist, "land")).GetProperty("total"),
            (await Read(Role.Operator, "land")).GetProperty("total")
        );
        foreach (var name in new[] { "estimate", "standardError" })
        {
            Assert.Equal(0, Beyond(shown.GetProperty(name).GetDouble(), 1));
            Assert.NotEqual(0, Beyond(live.GetProperty(name).GetDouble(), 1));
        }

        Assert.Equal(0, Beyond(shown.GetProperty("confidenceInterval").GetProperty("lower").GetDouble(), 1));
        Assert.Equal(0, Beyond(shown.GetProperty("confidenceInterval").GetProperty("upper").GetDouble(), 1));
        Assert.Equal(0, Beyond(shown.GetProperty("effectiveRespondents").GetDouble(), 0));
        Assert.Equal(0, Beyond(shown.GetProperty("degreesOfFreedom").GetDouble(), 0));
        Assert.Equal(0, Beyond(shown.GetProperty("population").GetDouble() / 10, 0));
        Assert.Equal(JsonValueKind.Null, shown.GetProperty("designEffect").ValueKind);
        Assert.Equal(JsonValueKind.Number, live.GetProperty("designEffect").ValueKind);
    }

    [Fact]
    public async Task A_cell_with_a_single_company_is_not_shown_yet_and_not_said_to_be_empty()
    {
        var cell = (await Read(Role.Economist, "land", "sector"))
            .GetProperty("cells")
            .EnumerateArray()
            .Single(one =>
                one.GetProperty("codes")
                    .EnumerateArray()
                    .Select(code => code.GetProperty("code").GetString())
                    .SequenceEqual(["SN", "construction"])
            );
        Assert.Equal("NOT_YET_SHOWN", cell.GetProperty("status").GetString());
        Assert.Equal("not yet shown: too few answers so far", cell.GetProperty("statusText").GetString());
        Assert.Equal(JsonValueKind.Null, cell.GetProperty("estimate").ValueKind);
        Assert.Equal(JsonValueKind.Null, cell.GetProperty("bound").ValueKind);
    }

    [Fact]
    public async Task Merged_classes_are_a_number_for_readers_and_a_list_for_operators()
    {
        var (shown, live) = (await Weighting(Role.Economist), await Weighting(Role.Operator));
        Assert.Empty(shown.GetProperty("collapses").EnumerateArray());
        Assert.NotEmpty(live.GetProperty("collapses").EnumerateArray());
        foreach (var weighting in new[] { shown, live })
        {
            var mergers = Assert.Single(weighting.GetProperty("mergers").EnumerateArray());
            Assert.Equal("SN", mergers.GetProperty("land").GetString());
            Assert.InRange(mergers.GetProperty("count").GetInt32(), 1, 2);
        }
    }

    [Fact]
    public async Task The_file_of_a_table_says_of_how_many_companies_it_speaks()
    {
        var file = (
            await _platform.Query(
                "{ study(id: \"small-study\") { indexTable(by: [\"land\"]) { csv { text } } } }",
                token: await _platform.Token(Role.Economist)
            )
        )
            .Data.GetProperty("study")
            .GetProperty("indexTable")
            .GetProperty("csv")
            .GetProperty("text")
            .GetString()!;
        var lines = file.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.EndsWith(
            ",bound_upper,degrees_of_freedom,population,answered,companies,mergers,measure,frame_population,drawn,rr1,rr2,condition",
            lines[0],
            StringComparison.Ordinal
        );

        // Berlin, Saxony and both.
        Assert.Equal(["0", "1", "1"], lines[1..].Select(line => line.Split(',')[^7]).Select(count => count == "2" ? "1" : count));
        Assert.All(lines[1..], line => Assert.Contains($",{Answering.Companies},{Answering.Shown},", line, StringComparison.Ordinal));
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
                ["estimate", "standardError", "confidenceInterval", "bound", "respondents", "effectiveRespondents", "population", "level"],
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

    /// <summary>What is left of a number behind some decimals.</summary>
    private static double Beyond(double value, int decimals) => Math.Round(Math.Abs(value - Math.Round(value, decimals)), 9);

    private async Task<JsonElement> Weighting(Role role) => (await Read(role, "land")).GetProperty("provenance").GetProperty("weighting");

    private async Task<JsonElement> Read(Role role, params string[] by) =>
        (await _platform.Query(Table, new { by }, await _platform.Token(role))).Data.GetProperty("study").GetProperty("indexTable");
}
