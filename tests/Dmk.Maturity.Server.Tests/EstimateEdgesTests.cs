using System.Globalization;
using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

/// <summary><c>estimate</c> where nothing varies, where numbers are out of range, and what it says beside its figures.</summary>
public sealed class EstimateEdgesTests : IDisposable
{
    private static readonly string _schools = Path.Combine(
        Repository.Root,
        "tests",
        "Dmk.Maturity.Statistics.Tests",
        "reference",
        "schools-apistrat.csv"
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string> AllEqual =>
        [
            .. from statistic in (string[])
                ["--variable y", "--variable y --statistic ratio --denominator x", "--variable x --statistic ratio --denominator y"]
            from path in (string[])["", "--replicates bootstrap:40", "--replicates jackknife", "--replicates jackknife --centre estimate"]
            from weights in (string[])["", "--calibrate totals.csv", "--rake margin.csv"]
            select $"{statistic} {path} {weights}",
        ];

    /// <summary>0.1 and 0.7 are no binary fractions, and 0.1 times 49 is not 4.9 to the last bit.</summary>
    [Theory]
    [MemberData(nameof(AllEqual))]
    public async Task Where_all_are_equal_the_standard_error_is_exactly_0(string asked)
    {
        var rows = string.Concat(
            Enumerable
                .Range(0, 36)
                .Select(row =>
                    string.Join(
                        ',',
                        "abc"[row % 3],
                        "uv"[row / 3 % 2],
                        Written(1.1m + (0.37m * (row % 7))),
                        Written(0.1m * ((row % 3) + 1)),
                        Written(4.9m * ((row % 3) + 1))
                    ) + "\n"
                )
        );
        Write("totals.csv", "variable,category,total\n(Intercept),,90\nh,u,40\n");
        Write("margin.csv", "h,total\nu,40\nv,50\n");

        var found = await Rows($"--data {Write("equal.csv", "g,h,w,y,x\n" + rows)} --by g --strata h --weight w {asked}");

        Assert.Equal(3, found.Count);
        Assert.All(found, row => Assert.Equal(0.0, row.GetProperty("standardError").GetDouble()));
    }

    [Theory]
    [InlineData("--replicates jackknife")]
    [InlineData("--replicates bootstrap:40")]
    public async Task A_total_that_is_the_same_in_every_sample_has_a_standard_error_of_exactly_0(string path)
    {
        var file = Write(
            "equal.csv",
            "h,w,y\n" + string.Concat(Enumerable.Range(0, 21).Select(row => row % 3 == 0 ? "a,1.7,0.1\n" : "b,2.3,0.7\n"))
        );

        var row = (await Rows($"--data {file} --variable y --statistic total --weight w --strata h {path}"))[0];

        Assert.Equal(0.0, row.GetProperty("standardError").GetDouble());
        Assert.Equal(23.73, row.GetProperty("estimate").GetDouble(), 1e-12);
    }

    [Fact]
    public async Task A_domain_without_any_value_counts_those_that_are_missing()
    {
        var file = Write("few.csv", "g,y,x\na,1,1\na,NA,2\nb,,3\nb,NA,1\nb,NA,2\nc,4,NA\n");

        var means = await Rows($"--data {file} --variable y --by g");
        var ratios = await Rows($"--data {file} --variable y --statistic ratio --denominator x --by g");

        Assert.Equal([1, 3, 0], means.Select(row => row.GetProperty("missing").GetInt32()));
        Assert.Equal([1, 3, 1], ratios.Select(row => row.GetProperty("missing").GetInt32()));
    }

    [Theory]
    [InlineData("y\n1\n1e154\n", "--variable y", "Row 3, column y: 1e154 is above 1E75, and its square could not be computed.")]
    [InlineData("y\n1\n-2e200\n", "--variable y", "Row 3, column y: -2e200 is above 1E75")]
    [InlineData("y\n1e-200\n2e-200\n", "--variable y", "Row 2, column y: 1e-200 is so near to 0 (below 1E-75)")]
    [InlineData("y,w\n1,1e160\n2,1\n", "--variable y --weight w", "Row 2, column w: 1e160 is above 1E75")]
    [InlineData("y,h\n1,a\n2,\n", "--variable y --calibrate totals.csv", "Row 3 has no h, to whose totals weights are to be calibrated.")]
    [InlineData("y,h\n1,a\n2,b\n", "--variable y --calibrate below.csv", "below.csv has the total -3 for 'a'; totals are 0 or above.")]
    [InlineData("y,h\n1,a\n2,b\n", "--variable y --rake margin.csv", "margin.csv has the total -5 for 'b'; totals are 0 or above.")]
    [InlineData("y\ninf\ninf\n", "--variable y", "Row 2, column y: 'inf' is no number. Leave the field empty or write NA")]
    [InlineData("y\n-Inf\n3\n", "--variable y", "Row 2, column y: '-Inf' is no number.")]
    [InlineData("y\n1 000\n1 000\n", "--variable y", "Row 2, column y: '1 000' is no number. Write 1000: digits stand together")]
    [InlineData("y\n-1_000\n-1_000\n", "--variable y", "Row 2, column y: '-1_000' is no number. Write -1000: ")]
    [InlineData("y;z\n1.234.567,5;1\n2;1\n", "--variable y", "Row 2, column y: '1.234.567,5' is no number. Write 1234567.5: ")]
    [InlineData("y\n5\n1'000.25\n", "--variable y", "Row 3, column y: '1'000.25' is no number. Write 1000.25: ")]
    [InlineData("y\n0x10\n0x10\n", "--variable y", "Row 2, column y: '0x10' is no number. Write 16.")]
    [InlineData("y;w\n1,5;1\n1,5;1\n", "--variable y", "Row 2, column y: '1,5' is no number. Decimals have a point: 12.5.")]
    [InlineData("y\n\u22125\n\u22125\n", "--variable y", "Row 2, column y: '\u22125' is no number. Write -5, with the minus")]
    [InlineData("y,h\n1,a\n2,b\n", "--variable y --rake zero.csv", "The total of h 'b' is 0, and 1 row is in it. Correct the total")]
    [InlineData("y,h\n1,a\n2,b\n3,b\n", "--variable y --poststratify zero.csv", "The total of h 'b' is 0, and 2 rows are in it.")]
    [InlineData("y,h\n1,a\n2,b\n", "--variable y --calibrate zeros.csv --distance raking", "The total of h 'b' is 0, and 1 row is in it.")]
    [InlineData(
        "y,h\n1,all\n2,b\n",
        "--variable y --by h --compare b,all",
        "A domain of h is coded 'all', which stands for all rows here."
    )]
    [InlineData("y,h\n1,all\n2,b\n", "--variable y --by h --decompose h", "A domain of h is coded 'all', which stands for all rows here.")]
    public async Task A_file_at_fault_is_refused_in_words(string text, string asked, string said)
    {
        Write("totals.csv", "variable,category,total\nh,a,3\n");
        Write("below.csv", "variable,category,total\nh,a,-3\n");
        Write("margin.csv", "h,total\na,7\nb,-5\n");
        Write("zero.csv", "h,total\na,7\nb,0\n");
        Write("zeros.csv", "variable,category,total\nh,a,7\nh,b,0\n");

        var typed = await Typed.Run(Arguments($"estimate --data {Write("faulty.csv", text)} {asked}"));

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
        Assert.Empty(typed.Output);
    }

    /// <summary>Ranges, sets of codes, codes with a sign between, a word of each kind.</summary>
    [Theory]
    [InlineData("10-49", "50-249")]
    [InlineData("1 2", "1 2 3")]
    [InlineData("2019_1", "2019_2")]
    [InlineData("0x", "0xyz")]
    [InlineData("inf", "sup")]
    [InlineData("1 000 und mehr", "unter 1 000")]
    [InlineData("2027-01-02", "12:30")]
    public async Task Names_with_digits_stay_names(string one, string other)
    {
        var found = await Rows($"--data {Write("names.csv", $"y\n{one}\n{other}\n{other}\n{one}\n")} --variable y");

        Assert.Equal(2, found.Count);
        Assert.All(found, row => Assert.Equal(0.5, row.GetProperty("estimate").GetDouble()));
    }

    [Fact]
    public async Task A_category_without_rows_may_have_the_total_0()
    {
        Write("margin.csv", "h,total\na,7\nb,3\nc,0\n");

        var row = (await Rows($"--data {Write("two.csv", "y,h\n1,a\n2,b\n")} --variable y --rake margin.csv"))[0];

        Assert.Equal(1.3, row.GetProperty("estimate").GetDouble(), 1e-12);
    }

    [Theory]
    [InlineData("--calibrate t.csv --distance logit", "This --distance takes --bounds, as in 0.5,2.")]
    [InlineData("--calibrate t.csv --distance clipped-raking", "This --distance takes --bounds, as in 0.5,2.")]
    [InlineData("--calibrate t.csv --bounds 1.5,2", "--bounds lie on both sides of 1, as in 0.5,2.")]
    [InlineData("--by stype --compare E,E", "--compare names the domain 'E' twice: it does not differ from itself.")]
    [InlineData("--compare E,H", "--compare goes with --by, which is not given.")]
    [InlineData("--centre estimate", "--centre goes with --replicates, which is not given.")]
    public async Task What_does_nothing_is_usage(string asked, string said)
    {
        var typed = await Typed.Run(Arguments($"estimate --data {_schools} --variable api00 {asked}"));

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("jackknife")]
    [InlineData("bootstrap:50")]
    public async Task A_category_that_a_replicate_leaves_out_is_not_said_to_be_missing_in_the_file(string replicates)
    {
        Write("margin.csv", "h,total\na,7\nb,3\n");

        var typed = await Typed.Run(
            Arguments(
                $"estimate --data {Write("one.csv", "y,h\n1,a\n2,a\n5,a\n3,b\n")} --variable y --rake margin.csv --replicates {replicates}"
            )
        );

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("h=b has a total, and no unit in one of the replicates", typed.Errors, StringComparison.Ordinal);
    }

    /// <summary>svymean(~stype) of R survey 4.1-1 gives 0 for all three.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("--statistic share")]
    [InlineData("--statistic total")]
    public async Task Shares_of_strata_are_known_without_error(string asked)
    {
        var found = await Rows($"--data {_schools} --variable stype --weight pw --strata stype {asked}");

        Assert.Equal(3, found.Count);
        Assert.All(found, row => Assert.Equal(0.0, row.GetProperty("standardError").GetDouble()));
    }

    [Theory]
    [InlineData('\t')]
    [InlineData(';')]
    public async Task Files_and_totals_may_be_parted_by_tabs_or_semicolons(char separator)
    {
        Write("margin.csv", "g,total\na,30\nb,10\n".Replace(',', separator));
        var file = Write("parted.csv", "g,y\na,1\nb,2\nb,4\n".Replace(',', separator));

        var row = (await Rows($"--data {file} --variable y --rake margin.csv"))[0];

        Assert.Equal(1.5, row.GetProperty("estimate").GetDouble(), 1e-12);
    }

    /// <summary>R survey 4.1-1: as.svrepdesign(type = "JKn", mse = TRUE or FALSE), and rake of the former. Raking by iteration stops a
    /// little before ours does.</summary>
    [Theory]
    [InlineData("estimate", "--variable api00 --where awards=No", 15.530002140790973, 1e-9)]
    [InlineData("replicates", "--variable api00 --where awards=No", 15.529998125120695, 1e-9)]
    [InlineData("estimate", "--variable api.stu --statistic ratio --denominator enroll", 0.007772509050560126, 1e-9)]
    [InlineData("replicates", "--variable api.stu --statistic ratio --denominator enroll", 0.007772509039987682, 1e-9)]
    [InlineData("estimate", "--variable api00 --rake types.csv,wide.csv", 9.31678742424104, 1e-8)]
    public async Task Replicates_are_held_against_their_mean_or_the_estimate(
        string centre,
        string asked,
        double standardError,
        double tolerance
    )
    {
        Write("types.csv", "stype,total\nE,4421\nH,755\nM,1018\n");
        Write("wide.csv", "sch.wide,total\nNo,1072\nYes,5122\n");

        var row = (await Rows($"--data {_schools} --weight pw --strata stype --fpc fpc {asked} --replicates jackknife --centre {centre}"))[
            0
        ];

        Assert.Equal("jackknife", row.GetProperty("replicates").GetString());
        Assert.Equal(centre, row.GetProperty("centre").GetString());
        Assert.Equal(standardError, row.GetProperty("standardError").GetDouble(), tolerance * standardError);
    }

    [Fact]
    public async Task Work_that_is_done_at_once_does_not_tell_how_far_it_is()
    {
        var typed = await Typed.Run(
            Arguments($"estimate --data {_schools} --weight pw --strata stype --variable api00 --replicates bootstrap:19 --format csv")
        );

        Assert.Equal("", typed.Errors);
    }

    /// <summary>svymean(deff = TRUE) of R survey 4.1-1 gives Inf where the weights add up to the rows, NA where to less.</summary>
    [Theory]
    [InlineData("1,1,1", true)]
    [InlineData("0.5,1,1", true)]
    [InlineData("2,1,1", false)]
    public async Task A_design_effect_that_does_not_exist_has_a_reason(string weights, bool isSaid)
    {
        var lines = weights.Split(',').Select((weight, row) => $"{row * row},{weight}\n");
        var typed = await Typed.Run(
            Arguments($"estimate --data {Write("weighed.csv", "y,w\n" + string.Concat(lines))} --variable y --weight w --format json")
        );

        var row = JsonDocument.Parse(typed.Output).RootElement[0];
        Assert.Equal(isSaid ? JsonValueKind.Null : JsonValueKind.Number, row.GetProperty("designEffect").ValueKind);
        Assert.Equal(isSaid, typed.Errors.Contains("Estimates without a design effect: 1.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_word_in_a_csv_file_is_no_formula_and_a_number_stays_one()
    {
        var file = Write("words.csv", "g,y\n=cmd(),-1\n=cmd(),-3\n+1x,-5\n@a,-7\n-x,-9\n");

        var typed = await Typed.Run(Arguments($"estimate --data {file} --variable y --by g --format csv"));

        string[] starts =
        [
            .. typed.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')[1].Trim('"')),
        ];
        Assert.Equal(["'+1x", "'-x", "'=cmd()", "'@a"], starts);
        Assert.Contains(",mean,-2,", typed.Output, StringComparison.Ordinal);
    }

    private static string Written(decimal number) => number.ToString(CultureInfo.InvariantCulture);

    private async Task<List<JsonElement>> Rows(string asked)
    {
        var typed = await Typed.Run(Arguments($"estimate {asked} --format json"));
        Assert.True(typed.ExitCode == 0, typed.Errors);
        return [.. JsonDocument.Parse(typed.Output).RootElement.EnumerateArray()];
    }

    /// <summary>Files of totals lie in the test's folder.</summary>
    private string[] Arguments(string typed) =>
        [
            .. typed
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word =>
                    word.EndsWith(".csv", StringComparison.Ordinal) && !Path.IsPathRooted(word)
                        ? string.Join(',', word.Split(',').Select(_folder.Of))
                        : word
                ),
        ];

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.Of(name), text);
        return _folder.Of(name);
    }
}
