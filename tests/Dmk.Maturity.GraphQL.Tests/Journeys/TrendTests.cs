using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Two waves of a study with companies in both, as an economist and an operator get their changes.</summary>
public sealed class TrendTests(TrendTests.TwoWaves waves) : IClassFixture<TrendTests.TwoWaves>
{
    private const string Figure = "{ estimate standardError status respondents codes { code } }";

    private const string Difference = "{ value standardError lower upper p }";

    private const string Cell =
        "{ before " + Figure + " after " + Figure + " change " + Difference + " index " + Difference + " overlap inBoth }";

    private const string Trend =
        "trend(by: \"land\") { node { id } by { id } live synthetic method csv { name text } waves { study wave years total "
        + Cell
        + " cells "
        + Cell
        + " } }";

    [Fact]
    public async Task An_economist_reads_changes_of_the_figures_as_they_are_shown()
    {
        var trend = await Ask(Role.Economist);
        var wave = Assert.Single(trend.GetProperty("waves").EnumerateArray());

        Assert.Equal(("wave-one", 2026, 1), (wave.GetProperty("study").GetString(), Number(wave, "wave"), Number(wave, "years")));
        Assert.Equal(
            ["BE", "SN"],
            wave.GetProperty("cells")
                .EnumerateArray()
                .Select(cell => cell.GetProperty("after").GetProperty("codes")[0].GetProperty("code").GetString())
        );
        Assert.All(
            Cells(wave),
            cell =>
            {
                var (before, after) = (Estimate(cell, "before"), Estimate(cell, "after"));
                Assert.Equal(Math.Round(after - before, 1), Value(cell, "change"), 1e-9);
                Assert.Equal(Math.Round(1000 * after / before) / 10, Value(cell, "index"), 1e-9);
                var error = cell.GetProperty("change").GetProperty("standardError").GetDouble();
                Assert.Equal(Math.Round(error, 1), error, 1e-9);
                Assert.Equal(JsonValueKind.Null, cell.GetProperty("inBoth").ValueKind);
            }
        );
        Assert.Equal(
            ("wave-two_total_trend.csv", 4),
            (
                trend.GetProperty("csv").GetProperty("name").GetString(),
                trend.GetProperty("csv").GetProperty("text").GetString()!.Trim().Split('\n').Length
            )
        );
    }

    /// <summary>Of Berlin's companies twelve have answered in both waves, of Saxony's two.</summary>
    [Fact]
    public async Task What_companies_in_both_have_in_common_is_used_where_there_are_enough_of_them()
    {
        var (read, live) = (await Ask(Role.Economist), await Ask(Role.Operator));

        Assert.Equal(["PANEL", "INDEPENDENT", "PANEL"], Overlaps(read));
        Assert.Equal(["PANEL", "PANEL", "PANEL"], Overlaps(live));
        Assert.Equal([12, 2, 14], Cells(live.GetProperty("waves")[0]).Select(cell => Number(cell, "inBoth")));
        Assert.All(
            Cells(live.GetProperty("waves")[0]).Where(cell => Number(cell, "inBoth") > 2),
            cell =>
            {
                var (one, other) = (Error(cell, "before"), Error(cell, "after"));
                var error = cell.GetProperty("change").GetProperty("standardError").GetDouble();
                Assert.True(error < Math.Sqrt((one * one) + (other * other)) - 0.01, $"{error} of {one} and {other}");
            }
        );
    }

    /// <summary>What is kept of the waves was read before, the request is read after it.</summary>
    [Fact]
    public async Task A_trend_stays_as_it_is_when_another_study_is_published()
    {
        JsonElement[] before = [await Ask(Role.Economist), await Ask(Role.Operator)];
        await waves.Platform.Publish("another");
        JsonElement[] after = [await Ask(Role.Economist), await Ask(Role.Operator)];

        Assert.Equal(before.Select(one => one.ToString()), after.Select(one => one.ToString()));
    }

    [Theory]
    [InlineData("trend(waves: [\"none\"]) { method }", "WAVE_UNKNOWN")]
    [InlineData("trend(node: \"none\") { method }", "NODE_UNKNOWN")]
    [InlineData("trend(by: \"none\") { method }", "TABLE_UNKNOWN")]
    public async Task What_the_waves_do_not_have_is_refused_in_words(string field, string code) =>
        Assert.Equal(code, (await Query(Role.Economist, "wave-two", field)).Code);

    [Fact]
    public async Task The_first_wave_has_no_trend() =>
        Assert.Equal("WAVE_UNKNOWN", (await Query(Role.Economist, "wave-one", "trend { method }")).Code);

    [Fact]
    public async Task A_version_that_was_added_to_both_waves_is_read_in_both()
    {
        const string Index = "small-index@1.1.0";
        const string Field = "trend(index: \"" + Index + "\", by: \"land\") { waves { total " + Cell + " } }";
        var yaml = (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Small", "index.yaml"), Cancellation))
            .Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal)
            .Replace("some: 50", "some: 100", StringComparison.Ordinal);
        var before = (await Ask(Role.Operator)).GetProperty("waves")[0].GetProperty("total");

        await waves.Platform.FieldWork.AddIndex("wave-two", yaml, Cancellation);
        await waves.Platform.Inside<Rescoring>().Finish(Cancellation);
        var without = await Query(Role.Operator, "wave-two", Field);
        await waves.Platform.FieldWork.AddIndex("wave-one", yaml, Cancellation);
        var unfinished = await Query(Role.Operator, "wave-two", Field);
        await waves.Platform.Inside<Rescoring>().Finish(Cancellation);
        var total = (await Query(Role.Operator, "wave-two", Field))
            .Data.GetProperty("study")
            .GetProperty("trend")
            .GetProperty("waves")[0]
            .GetProperty("total");

        Assert.Equal(("MODELS_DIFFER", "INDEX_NOT_READY"), (without.Code, unfinished.Code));
        Assert.Equal(
            (await Shown("wave-one", Index), await Shown("wave-two", Index)),
            (Estimate(total, "before"), Estimate(total, "after"))
        );
        var seen = (await Query(Role.Economist, "wave-two", Field))
            .Data.GetProperty("study")
            .GetProperty("trend")
            .GetProperty("waves")[0]
            .GetProperty("total");
        Assert.Equal(
            (await Shown("wave-one", Index, Role.Economist), await Shown("wave-two", Index, Role.Economist)),
            (Estimate(seen, "before"), Estimate(seen, "after"))
        );
        Assert.True(Estimate(total, "before") > Estimate(before, "before") && Estimate(total, "after") > Estimate(before, "after"));
        Assert.Equal(Estimate(total, "after") - Estimate(total, "before"), Value(total, "change"), 1e-9);
        Assert.Equal(Estimate(before, "after"), Estimate((await Ask(Role.Operator)).GetProperty("waves")[0].GetProperty("total"), "after"));
        Assert.Equal(("PANEL", 14), (total.GetProperty("overlap").GetString(), Number(total, "inBoth")));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private async Task<double> Shown(string study, string index, Role role = Role.Operator) =>
        (await Query(role, study, $"indexTable(index: \"{index}\") {{ total {{ estimate }} }}"))
            .Data.GetProperty("study")
            .GetProperty("indexTable")
            .GetProperty("total")
            .GetProperty("estimate")
            .GetDouble();

    private async Task<JsonElement> Ask(Role role) => (await Query(role, "wave-two", Trend)).Data.GetProperty("study").GetProperty("trend");

    private async Task<Answered> Query(Role role, string study, string field) =>
        await waves.Platform.Query($"{{ study(id: \"{study}\") {{ {field} }} }}", token: await waves.Platform.Token(role));

    private static IEnumerable<JsonElement> Cells(JsonElement wave) =>
        wave.GetProperty("cells").EnumerateArray().Append(wave.GetProperty("total"));

    private static IEnumerable<string?> Overlaps(JsonElement trend) =>
        Cells(trend.GetProperty("waves")[0]).Select(cell => cell.GetProperty("overlap").GetString());

    private static int Number(JsonElement owner, string name) => owner.GetProperty(name).GetInt32();

    private static double Estimate(JsonElement cell, string wave) => cell.GetProperty(wave).GetProperty("estimate").GetDouble();

    private static double Error(JsonElement cell, string wave) => cell.GetProperty(wave).GetProperty("standardError").GetDouble();

    private static double Value(JsonElement cell, string name) => cell.GetProperty(name).GetProperty("value").GetDouble();

    /// <summary>Two studies of which the second names the first, all answered and shown.</summary>
    public sealed class TwoWaves : IAsyncLifetime
    {
        private const int Companies = 8;

        internal Platform Platform { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Platform.InitializeAsync();
            await Wave("wave-one", file => file.Replace("wave: 2027", "wave: 2026", StringComparison.Ordinal), _ => true);
            await Wave(
                "wave-two",
                file => file.Replace("wave: 2027", "wave: 2027\npreviousWave: wave-one", StringComparison.Ordinal),
                company => company.Stratum.Land == "BE" ? company.Number % 3 == 0 : company is { Number: 0, First: true }
            );
        }

        public ValueTask DisposeAsync() => Platform.DisposeAsync();

        /// <param name="again">Of each stratum, which of its companies are those of the other wave.</param>
        private async Task Wave(string id, Func<string, string> changed, Func<(ReportingCell Stratum, int Number, bool First), bool> again)
        {
            var companies = Platform.Strata.SelectMany(
                (stratum, place) =>
                    Enumerable
                        .Range(0, Companies)
                        .Select(number =>
                            (again((stratum, number, place % 4 < 2)) ? $"both-{stratum}-{number}" : $"{id}-{stratum}-{number}", stratum)
                        )
            );
            var token = TestContext.Current.CancellationToken;
            await Platform.Publish(id, changed, companies);
            await Platform.FieldWork.Open(id, token);
            foreach (var invitation in await Platform.FieldWork.IssueCodes(id, int.MaxValue, token))
            {
                var session = (
                    await Platform.Query(
                        "mutation A($code: String!) { enterCode(code: $code) { sessionToken } }",
                        new { code = invitation.AccessCode }
                    )
                ).Data;

                // The same company, the same answers in both waves.
                var others = invitation.UnitId.StartsWith("wave-two", StringComparison.Ordinal) ? 5 : 0;
                var number = (7 * invitation.UnitId[^1]) + invitation.Stratum.ToString().Sum(letter => letter) + others;
                await Answering.Answer(Platform, session.GetProperty("enterCode").GetProperty("sessionToken").GetString()!, number);
            }

            _ = await Platform.Query($"mutation {{ showResults(id: \"{id}\") {{ state }} }}", token: await Platform.Token(Role.Operator));
        }
    }
}
