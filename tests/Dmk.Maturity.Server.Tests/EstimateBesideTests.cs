using System.Text.Json;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Ranks, mixes and decompositions of <c>estimate</c>: the pilot study's as in R (see
/// tests/Dmk.Maturity.Statistics.Tests/reference), small files by hand, and files that are at fault.</summary>
public sealed class EstimateBesideTests : IDisposable
{
    private const double Tolerance = 1e-9;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string, string> Mixes =>
        [
            .. from cells in new[] { "sector_x_size", "sector", "size" }
            from shares in new[] { "with_frame_shares", "with_estimated_shares" }
            from empty in new[] { "leave-out", "borrow" }
            select (cells, shares, empty),
        ];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Ranks_of_the_pilot_study_are_those_of_R_with_the_sets_of_the_library()
    {
        var rows = await Pilot("--ranks --seed 7 --draws 2000");
        var single = await Pilot("--ranks --seed 7 --draws 2000 --rank-procedure single --level 0.9");

        foreach (var expected in PilotFile.Reference("pilot-ranking.csv"))
        {
            var row = rows.Single(row => Land(row) == expected["land"]);
            Same(PilotFile.Number(expected["mean"]), row, "estimate");
            Same(PilotFile.Number(expected["se"]), row, "standardError");
            Assert.Equal(PilotFile.Number(expected["rank"]), row.GetProperty("rank").GetDouble());
            Assert.Equal(1, row.GetProperty("tied").GetInt32());
        }

        var estimates = Library();
        Assert.Equal(Sets(estimates, new(RankCoverage.Simultaneous)), rows.Select(row => Set(row, "simultaneous")));
        Assert.Equal(Sets(estimates, new(RankCoverage.Marginal)), rows.Select(row => Set(row, "marginal")));
        Assert.Equal(
            Sets(estimates, new(RankCoverage.Simultaneous, RankSide.Both, RankProcedure.SingleStep, 0.9)),
            single.Select(row => Set(row, "simultaneous"))
        );
    }

    [Fact]
    public async Task Equal_estimates_are_tied_and_a_single_respondent_may_stand_anywhere()
    {
        var rows = await Json("g,y\na,1\na,3\nb,3\nb,1\nc,90\nd,NA\ne,50\ne,52\n", "--variable y --by g --ranks");

        Assert.Equal(["3 of 2", "3 of 2", "1 of 1", "none", "2 of 1"], rows.Select(Rank));
        Assert.Equal((1, 4), Set(rows[2], "simultaneous"));
        Assert.Equal((1, 2), Set(rows[4], "simultaneous"));
        Assert.Equal(JsonValueKind.Null, rows[3].GetProperty("marginalBest").ValueKind);

        static string Rank(JsonElement row)
        {
            return row.GetProperty("rank").ValueKind == JsonValueKind.Null
                ? "none"
                : $"{row.GetProperty("rank")} of {row.GetProperty("tied")}";
        }
    }

    [Fact]
    public async Task One_domain_has_the_first_rank_and_quantiles_are_ranked_by_replicates()
    {
        var one = await Json("g,y\na,1\na,3\n", "--variable y --by g --ranks");
        var quantiles = await Json(
            "g,y\na,1\na,2\na,3\nb,11\nb,12\nb,13\n",
            "--variable y --by g --statistic quantile --replicates bootstrap:50 --ranks"
        );

        Assert.Equal((1, 1), Set(one[0], "simultaneous"));
        Assert.Equal([2, 1], quantiles.Select(row => row.GetProperty("rank").GetInt32()));
    }

    [Theory]
    [MemberData(nameof(Mixes))]
    public async Task Standardised_means_of_the_pilot_study_are_those_of_R(string cells, string shares, string empty)
    {
        string[] columns = cells == "sector_x_size" ? ["sector", "size"] : [cells];
        var mix = shares == "with_frame_shares" ? Write("mix.csv", PilotFile.FrameMix(columns)) : "all";
        var rows = await Pilot($"--standardise {string.Join(',', columns)} --mix {mix} --empty-cells {empty}");
        var column = empty == "borrow" ? "borrow_national" : "renormalised";

        var expected = PilotFile
            .Reference("pilot-standardised.csv")
            .Where(row => row["cells"] == cells && row["shares"] == shares)
            .ToArray();
        Assert.Equal(16, expected.Length);
        foreach (var land in expected)
        {
            var row = rows.Single(row => Land(row) == land["land"]);
            Same(PilotFile.Number(land[$"std_{column}"]), row, "standardised");
            Same(PilotFile.Number(land[$"se_{column}"]), row, "standardisedStandardError");
            Same(PilotFile.Number(land["share_covered"]), row, "covered");
            Assert.Equal(PilotFile.Number(land["cells_empty"]), row.GetProperty("emptyCells").GetDouble());
        }
    }

    [Theory]
    [InlineData("sector_x_size")]
    [InlineData("sector")]
    [InlineData("size")]
    public async Task Gaps_of_the_pilot_study_are_taken_apart_as_in_R_and_the_parts_add_up(string cells)
    {
        var rows = await Pilot($"--decompose {cells.Replace("_x_", ",", StringComparison.Ordinal)}");

        var expected = PilotFile.Reference("pilot-kitagawa.csv").Where(row => row["cells"] == cells).ToArray();
        Assert.Equal(16, expected.Length);
        foreach (var land in expected)
        {
            var row = rows.Single(row => row.GetProperty("a").GetString() == land["land"]);
            Assert.Equal("all", row.GetProperty("b").GetString());
            foreach (
                var (name, column) in new[]
                {
                    ("difference", "difference"),
                    ("composition", "composition"),
                    ("within", "within"),
                    ("endowment", "three_fold_endowment"),
                    ("rate", "three_fold_rate"),
                    ("interaction", "three_fold_interaction"),
                }
            )
            {
                // Differences of sums around 50 carry the rounding of those sums; the file's do, too.
                Assert.Equal(PilotFile.Number(land[column]), Figure(row, name), Tolerance);
                Assert.True(Figure(row, $"{name}StandardError") > 0);
            }

            Assert.Equal(Figure(row, "difference"), Figure(row, "composition") + Figure(row, "within"), 1e-12 * 50);
            Assert.Equal(
                Figure(row, "difference"),
                Figure(row, "endowment") + Figure(row, "rate") + Figure(row, "interaction"),
                1e-12 * 50
            );
        }
    }

    /// <summary>By hand: a has 3 small of 10 and 1 large of 50, b 1 small of 20 and 3 large of 60.</summary>
    [Fact]
    public async Task A_gap_of_a_pair_is_taken_apart_and_what_is_in_no_cell_is_said()
    {
        var typed = await Typed.Run([
            .. Arguments(
                "g,s,y\na,small,9\na,small,10\na,small,11\na,large,50\nb,small,20\nb,large,59\nb,large,60\nb,large,61\nb,,1000\n",
                "--variable y --by g --decompose s --compare a,b --format json"
            ),
        ]);
        var row = JsonDocument.Parse(typed.Output).RootElement[0];

        Assert.Equal((-30, -20, -10), (Figure(row, "difference"), Figure(row, "composition"), Figure(row, "within")));
        Assert.Equal(2, row.GetProperty("cellsOfOne").GetInt32());
        Assert.Contains("1 rows have no s: they are in no cell of the mix.", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_domain_without_a_value_has_no_parts_and_takes_the_mean_of_all_where_it_borrows()
    {
        const string text = "g,s,y\na,x,1\na,x,3\na,z,5\nb,x,NA\n";
        var parts = await Json(text, "--variable y --by g --decompose s");
        var left = await Json(text, "--variable y --by g --standardise s");
        var borrowed = await Json(text, "--variable y --by g --standardise s --empty-cells borrow");

        Assert.Equal(JsonValueKind.Null, parts[1].GetProperty("difference").ValueKind);
        Assert.Equal(JsonValueKind.Null, left[1].GetProperty("standardised").ValueKind);
        Assert.Equal((3, 0), (Figure(borrowed[1], "standardised"), Figure(borrowed[1], "covered")));
        Assert.Equal(2, borrowed[1].GetProperty("emptyCells").GetInt32());
    }

    [Fact]
    public async Task A_single_respondent_is_compared_without_a_standard_error()
    {
        var row = (await Json("g,y\na,1\na,3\nb,9\n", "--variable y --by g --compare a,b"))[0];

        Assert.Equal(-7, Figure(row, "difference"));
        Assert.Equal(JsonValueKind.Null, row.GetProperty("standardError").ValueKind);
        Assert.Equal(JsonValueKind.Null, row.GetProperty("p").ValueKind);
    }

    [Theory]
    [InlineData("g,s,y\na,x,1\n", "--by g --ranks", "")]
    [InlineData("g,s,y\na,x,1\n", "--by g --standardise s", "")]
    [InlineData("g,s,y\na,x,1\n", "--by g --decompose s", "")]
    [InlineData("g,s,y\na,x,1\na,y,2\n", "--by g --standardise t", "There is no column 't'. There are: g, s, y.")]
    [InlineData(
        "g,s,y\na,x,1\na,y,2\n",
        "--by g --standardise s --mix mix.csv",
        "Row 3 has s 'y', and the mix in mix.csv has no total for it"
    )]
    [InlineData("g,s,y\na,x,1\na,y,2\n", "--by g --standardise g --mix mix.csv", "The mix in mix.csv is one of s, and wanted is one of g.")]
    [InlineData("g,s,y\na,x,1\n", "--by g --standardise s --mix below.csv", "has the total -1 for 'x'; totals are 0 or above.")]
    [InlineData("g,s,y\na,x,1\n", "--by g --standardise s --mix none.csv", "All totals of the mix in none.csv are 0.")]
    [InlineData("g,s,y\na,x,1\n", "--by g --standardise s --mix words.csv", "Row 2, column total: 'viel' is no number")]
    [InlineData("g,s,y\na,x,1\n", "--by g --standardise s --mix gone.csv", "There is no file")]
    [InlineData("g,s,y\na,x,1\na,x,zwei\n", "--by g --ranks", "Row 3, column y: 'zwei' is no number")]
    [InlineData("g,s,y\na,x,1\n", "--by g --decompose s --compare a,c", "There is no domain 'c' to be compared. There are: a, all.")]
    [InlineData("", "--by g --ranks", "The file is empty")]
    public async Task Odd_files_are_estimated_or_refused_in_words(string text, string asked, string said)
    {
        Write("mix.csv", "s,total\nx,5\nz,2\n");
        Write("below.csv", "s,total\nx,-1\n");
        Write("none.csv", "s,total\nx,0\n");
        Write("words.csv", "s,total\nx,viel\n");

        var typed = await Typed.Run([.. Arguments(text, $"--variable y {asked}")]);

        Assert.Equal(said.Length == 0 ? 0 : 1, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("should not have happened", typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--ranks", "--ranks goes with --by.")]
    [InlineData("--by g --draws 500", "--draws goes with --ranks.")]
    [InlineData("--by g --ranks --draws 5", "--draws must be at least 100.")]
    [InlineData("--by g --ranks --rank-procedure twice", "--rank-procedure is one of stepwise, single, not 'twice'.")]
    [InlineData("--by g --ranks --statistic quantile", "add --replicates bootstrap:200")]
    [InlineData("--by g --mix all", "--mix goes with --standardise.")]
    [InlineData("--by g --standardise s --statistic total", "--standardise takes a mean or a share")]
    [InlineData("--by g --decompose s --replicates jackknife", "leave out --replicates")]
    [InlineData("--by g --ranks --compare a,b", "--compare has a row for each pair, --ranks one for each domain")]
    [InlineData("--by g --years 2", "--years goes with --before.")]
    [InlineData("--by g --before x.csv --years 0", "--years is a number above 0")]
    [InlineData("--by g --before x.csv --rake y.csv", "--rake belongs to one wave")]
    [InlineData("--by g --before x.csv --panel id --statistic quantile", "--panel takes no quantiles")]
    public async Task What_does_not_go_together_is_usage(string asked, string said)
    {
        var typed = await Typed.Run([.. Arguments("g,s,y\na,x,1\n", $"--variable y {asked}")]);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_these_options_rows_are_what_they_were() =>
        Assert.Equal(
            "variable,g,statistic,estimate,standardError,lower,upper,interval,respondents,missing,degreesOfFreedom,"
                + "effectiveRespondents,designEffect,population",
            (await Typed.Run([.. Arguments("g,y\na,1\na,3\n", "--variable y --by g --format csv")])).Output.Split('\n')[0]
        );

    /// <summary>The Länder in the order of their codes, from the respondents themselves.</summary>
    private static JointEstimates Library()
    {
        var rows = PilotFile.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToArray();
        string[] classes = [.. rows.Select(row => row[4]).Distinct()];
        var design = SampleDesign.Of(
            [.. rows.Select(row => PilotFile.Number(row[6]))],
            [.. rows.Select(row => Array.IndexOf(classes, row[4]))],
            [.. classes.Select(one => PilotFile.Number(rows.First(row => row[4] == one)[5]))],
            LonelyUnit.Certainty
        );
        int[][] domains =
        [
            .. rows.Index()
                .GroupBy(row => row.Item[1])
                .OrderBy(land => land.Key, StringComparer.Ordinal)
                .Select(land => land.Select(row => row.Index).ToArray()),
        ];
        double[] values = [.. rows.Select(row => row[7].Length is 0 || row[7] == "NA" ? double.NaN : PilotFile.Number(row[7]))];
        var means = SampleStatistics.Means(design, domains, values, new());
        return new([.. means.Estimates.Select(one => one!.Value)], means.Covariances(), design.DegreesOfFreedom);
    }

    private static IEnumerable<(int, int)> Sets(JointEstimates estimates, RankOptions options) =>
        RankSets.Of(estimates, options, 2000, 7).Select(set => (set!.Best, set.Worst));

    private static (int Best, int Worst) Set(JsonElement row, string coverage) =>
        (row.GetProperty($"{coverage}Best").GetInt32(), row.GetProperty($"{coverage}Worst").GetInt32());

    private static string? Land(JsonElement row) => row.GetProperty("domain").GetProperty("land").GetString();

    private static double Figure(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private Task<JsonElement[]> Pilot(string asked) => Json(PilotFile.Text, $"{PilotFile.Design} {asked}");

    private async Task<JsonElement[]> Json(string text, string asked)
    {
        var typed = await Typed.Run([.. Arguments(text, $"{asked} --format json")]);
        Assert.True(typed.ExitCode == 0, typed.Errors);
        return [.. JsonDocument.Parse(typed.Output).RootElement.EnumerateArray()];
    }

    private IEnumerable<string> Arguments(string text, string asked) =>
        [
            "estimate",
            "--data",
            Write("data.csv", text),
            .. asked
                .Split(' ')
                .Select(word => word.EndsWith(".csv", StringComparison.Ordinal) && !Path.IsPathRooted(word) ? _folder.Of(word) : word),
        ];

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.Of(name), text);
        return _folder.Of(name);
    }

    private static void Same(double expected, JsonElement row, string property)
    {
        var actual = Figure(row, property);
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected), $"{property}: {actual:R} instead of {expected:R}");
    }
}
