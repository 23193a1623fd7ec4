using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

/// <summary><c>estimate</c> on the California schools of R's survey package (see tests/Dmk.Maturity.Statistics.Tests/reference), and on
/// files that are at fault.</summary>
public sealed class EstimateCommandTests : IDisposable
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

    [Theory]
    [InlineData("--variable api00", 0, 662.2873631593208, 9.40894080278458, 643.7321882720862, 680.8425380465553)]
    [InlineData("--variable api00 --by stype", 1, 625.8199999999999, 14.93712918539308, 596.3628007086453, 655.2771992913546)]
    [InlineData("--variable api.stu --statistic total", 0, 3086008.629146576, 99477.39020071644, 2889831.35359674, 3282185.904696412)]
    [InlineData("--variable api.stu --statistic ratio --denominator enroll", 0, 0.8369568869405217, 0.007757103166637883, null, null)]
    [InlineData("--variable api00 --statistic quantile --quantile 0.25", 0, 565.0, 15.719451132039083, 535.0, 597.0)]
    [InlineData("--variable api00 --where sch.wide=Yes", 0, 676.5304436567774, 10.520389200100592, 655.7834046880693, 697.2774826254855)]
    [InlineData("--variable sch.wide --statistic share", 1, 0.8279480114158234, null, 0.7745396547467682, 0.8708148549435987)]
    [InlineData("--variable stype --statistic total", 0, 4420.999908447266, 0.0, 4420.999908447266, 4420.999908447266)]
    [InlineData("--variable api00 --poststratify types.csv", 0, 662.2873635776557, 9.408940879434011, 643.7321885392624, 680.842538616049)]
    [InlineData("--variable api00 --rake types.csv,wide.csv", 0, 662.2116503577237, null, null, null)]
    [InlineData("--variable api00 --calibrate totals.csv", 0, 662.2116379882044, 9.269547929053385, 643.9313568647133, 680.4919191116956)]
    [InlineData(
        "--variable api00 --calibrate scores.csv --distance logit --bounds 0.7,1.4",
        0,
        664.6292918943036,
        1.899870991532122,
        660.8825961450192,
        668.375987643588
    )]
    [InlineData("--variable api00 --replicates jackknife", 0, 662.2873631593208, 9.408940802784615, 643.7321882720862, 680.8425380465553)]
    // Intervals of residuals enlarged by 1 / sqrt(1 - 2h + sum h^2), h = w / sum w, given to svyrecvar of survey 4.1-1; 8 E, 1 H and 1 M.
    [InlineData(
        "--variable api00 --where cname=Fresno --intervals adjusted",
        0,
        553.63478454510778,
        35.761445138200571,
        478.63506104734807,
        628.63450804286754
    )]
    [InlineData(
        "--variable api00 --where sch.wide=Yes --where awards=No --intervals adjusted",
        0,
        670.13485468257807,
        22.753324672711916,
        624.2751727264922,
        715.99453663866393
    )]
    public async Task Figures_are_those_of_R(string asked, int row, double estimate, double? standardError, double? lower, double? upper)
    {
        Margins();

        var rows = JsonDocument.Parse(await Estimate(asked + " --format json")).RootElement;

        Same(estimate, rows[row], "estimate");
        Same(standardError, rows[row], "standardError");
        Same(lower, rows[row], "lower");
        Same(upper, rows[row], "upper");
    }

    [Fact]
    public async Task A_row_says_what_it_is_and_how_sure()
    {
        var row = JsonDocument.Parse(await Estimate("--variable api00 --by stype,awards --format json")).RootElement[0];

        Assert.Equal("api00", row.GetProperty("variable").GetString());
        Assert.Equal("E", row.GetProperty("domain").GetProperty("stype").GetString());
        Assert.Equal("No", row.GetProperty("domain").GetProperty("awards").GetString());
        Assert.Equal("mean", row.GetProperty("statistic").GetString());
        Assert.Equal("studentT", row.GetProperty("interval").GetString());
        Assert.Equal(27, row.GetProperty("respondents").GetInt32());
        Assert.Equal(197, row.GetProperty("degreesOfFreedom").GetDouble());
    }

    [Theory]
    [InlineData("--variable api00", "studentT")]
    [InlineData("--variable api00 --intervals adjusted", "adjustedStudentT")]
    [InlineData("--variable api00 --scale 200,1000 --intervals adjusted", "adjustedLogit")]
    [InlineData("--variable sch.wide --statistic share --intervals adjusted", "adjustedLogit")]
    public async Task An_interval_names_its_method(string asked, string method) =>
        Assert.Equal(
            method,
            JsonDocument.Parse(await Estimate(asked + " --format json")).RootElement[0].GetProperty("interval").GetString()
        );

    [Fact]
    public async Task Domains_are_compared_with_their_covariance_and_with_the_whole()
    {
        var pairs = JsonDocument.Parse(await Estimate("--variable api00 --by stype --compare-all --format json")).RootElement;
        var awards = JsonDocument.Parse(await Estimate("--variable api00 --by awards --compare No,Yes --format json")).RootElement[0];
        var whole = JsonDocument.Parse(await Estimate("--variable api00 --by awards --compare Yes,all --format json")).RootElement[0];

        Assert.Equal(["E|H", "E|M", "H|M"], pairs.EnumerateArray().Select(pair => $"{pair.GetProperty("a")}|{pair.GetProperty("b")}"));
        Same(-44.687493955024934, awards, "difference");
        Same(19.398919933320556, awards, "standardError");
        Same(-2.303607319821319, awards, "t");
        Same(0.02228816154988791, awards, "p");
        Same(16.135042455117286, whole, "difference");
        Same(7.045803218800289, whole, "standardError");
    }

    [Fact]
    public async Task A_single_respondent_has_no_standard_error_and_an_empty_domain_no_figure()
    {
        var file = Write("few.csv", "g,y\na,1\nb,2\nb,4\nc,NA\n");

        var rows = JsonDocument.Parse(await Run($"--data {file} --variable y --by g --format json")).RootElement;

        Assert.Equal(JsonValueKind.Null, rows[0].GetProperty("standardError").ValueKind);
        Assert.Equal("none", rows[0].GetProperty("interval").GetString());
        Assert.Equal(3, rows[1].GetProperty("estimate").GetDouble());
        Assert.Equal(JsonValueKind.Null, rows[2].GetProperty("estimate").ValueKind);
        Assert.Equal(0, rows[2].GetProperty("respondents").GetInt32());
    }

    /// <summary>Of stratum a a replicate has one of the two rows twice, of which one lies in x and one in y.</summary>
    [Theory]
    [InlineData("bootstrap:50")]
    [InlineData("jackknife")]
    public async Task What_replicates_cannot_vary_has_no_standard_error_and_this_is_said(string replicates)
    {
        var file = Write(
            "lonely.csv",
            "h,d,y\na,x,1\na,y,2\nb,x,4\nb,x,6\nb,y,5\nb,y,1\nc,z,7\nd,z,9\nd,v,3\nd,v,8\ne,z,2\nf,u,4\ng,u,6\n"
        );

        var typed = await Typed.Run([
            .. Arguments($"estimate --data {file} --variable y --strata h --by d --replicates {replicates} --format json"),
        ]);

        var rows = JsonDocument.Parse(typed.Output).RootElement.EnumerateArray();
        var errors = rows.ToDictionary(
            row => row.GetProperty("domain").GetProperty("d").GetString()!,
            row => row.GetProperty("standardError")
        );
        Assert.Equal(JsonValueKind.Null, errors["u"].ValueKind);
        Assert.All(["v", "x", "y", "z"], domain => Assert.True(errors[domain].GetDouble() > 0, domain));
        Assert.Contains("Strata with a single row: 4. Replicates cannot vary them", typed.Errors, StringComparison.Ordinal);
        Assert.Equal(
            replicates != "jackknife",
            typed.Errors.Contains("estimates do not exist in some replicates", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Nothing_is_said_of_replicates_of_strata_with_several_rows()
    {
        var typed = await Typed.Run([
            .. Arguments($"estimate --data {_schools} --variable api00 --weight pw --strata stype --by stype --replicates bootstrap:20"),
        ]);

        Assert.DoesNotContain("eplicates", typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("y,w\n1,2\nx,3\n", "--variable y", "Row 3, column y: 'x' is no number")]
    [InlineData("y,w\n1,2\n2,0\n", "--variable y --weight w", "faulty.csv: Row 3: the weight (w) is 0")]
    [InlineData("y;w\n1;2\n2,5;0\n", "--variable y", "Row 3, column y: '2,5' is no number. Decimals have a point: 12.5.")]
    [InlineData("y,w\nx,2\n2,z\n", "--variable w --weight w", "Row 3, column w: 'z' is no number")]
    [InlineData("y,w\n1,2\n2,NA\n", "--variable y --weight w", "Row 3 has no weight (w)")]
    [InlineData("y\n1\n", "--variable z", "There is no column 'z'. There are: y.")]
    [InlineData("score\n1\n", "--variable scores --weight w", "no column 'scores'. Did you mean 'score'? There are: score.")]
    [InlineData("y,y\n1,2\n", "--variable y", "stands there twice")]
    [InlineData("y,z\n1\n", "--variable y", "Row 2 has 1 fields, the header has 2")]
    [InlineData("y\n", "--variable y", "There is a header and no row")]
    [InlineData("", "--variable y", "The file is empty")]
    [InlineData("y,h,N\n1,a,5\n2,a,6\n", "--variable y --strata h --fpc N", "the stratum a has the population 6 (N), and 5")]
    [InlineData("y,h,N\n1,a,1.5\n2,a,1.5\n", "--variable y --strata h --fpc N", "The stratum a has 2 rows, and a population of 1.5 (N)")]
    [InlineData("y,h\n1,a\n2,\n", "--variable y --strata h", "Row 3 has no h, so its stratum is not known")]
    [InlineData("y,h\n1,a\n2,b\n3,b\n", "--variable y --strata h --lonely fail", "The stratum a has a single row")]
    [InlineData("y,stype\n1,E\n2,X\n", "--variable y --rake types.csv", "Row 3 has stype 'X', and the margin has no total for it")]
    [InlineData("y,stype\n1,E\n2,H\n", "--variable y --rake types.csv", "stype=M has the total 1018, and no unit of the file")]
    [InlineData("y,g\n1,a\n2,b\n", "--variable y --by g --compare a,c", "There is no domain 'c' to be compared. There are: a, b, all.")]
    [InlineData("y,g\n1,a\n2,b\n", "--variable g --statistic quantile", "The column 'g' holds names ('a')")]
    [InlineData("y,g\n1,a\n2,b\n", "--variable y --statistic ratio", "--denominator COL")]
    [InlineData("y,g\n1,a\n3,b\n", "--variable y --statistic share", "Row 3, column y: 3 is neither 0 nor 1")]
    [InlineData("y\n1\n3\n", "--variable y --scale 0,2", "Row 3, column y: 3 lies outside of the scale from 0 to 2 (--scale).")]
    [InlineData("y,g\n1,a\n3,b\n", "--variable y --where g=c", "No row has g=c. There are: a, b.")]
    public async Task A_file_at_fault_is_refused_in_words(string text, string asked, string said)
    {
        Margins();
        var typed = await Typed.Run([.. Arguments($"estimate --data {Write("faulty.csv", text)} {asked}")]);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
        Assert.Empty(typed.Output);
    }

    [Fact]
    public async Task Totals_that_cannot_be_met_together_name_the_margin()
    {
        Margins();
        Write("other.csv", "sch.wide,total\nNo,1072\nYes,9000\n");

        var typed = await Typed.Run([.. Arguments($"estimate --data {_schools} --variable api00 --weight pw --rake types.csv,other.csv")]);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("the totals of types.csv add up to 6194, those of other.csv to 10072.", typed.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("bounds", typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--distance linear", "Look whether the totals contradict each other.")]
    [InlineData("--distance logit --bounds 0.9,1.1", "Widen the bounds, or look whether the totals contradict each other.")]
    public async Task Bounds_are_to_be_widened_only_where_there_are_some(string distance, string said)
    {
        Write("odd.csv", "variable,category,total\nstype,E,4421\nstype,H,755\nstype,M,1018\n(Intercept),,9000\n");

        var typed = await Typed.Run([
            .. Arguments($"estimate --data {_schools} --variable api00 --weight pw --calibrate odd.csv {distance}"),
        ]);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data . --variable y", "{0} is a folder: name a file in it.")]
    [InlineData("--data few.csv --variable y --rake .", "{0} is a folder: name a file in it.")]
    [InlineData("--data few.csv --variable y --poststratify .", "{0} is a folder: name a file in it.")]
    [InlineData("--data few.csv --variable y --calibrate .", "{0} is a folder: name a file in it.")]
    [InlineData("--data none.csv --variable y", "There is no file {0}none.csv.")]
    [InlineData("--data few.csv --variable y --rake none.csv", "There is no file {0}none.csv.")]
    public async Task What_is_no_file_is_said_in_one_sentence(string asked, string said)
    {
        Write("few.csv", "g,y\na,1\nb,2\n");
        var typed = await Typed.Run([
            "estimate",
            .. asked.Split(' ').Select(word => word == "." || word.EndsWith(".csv", StringComparison.Ordinal) ? _folder.Of(word) : word),
        ]);

        Assert.Equal(1, typed.ExitCode);
        Assert.Equal(
            said.Replace("{0}none.csv", _folder.Of("none.csv"), StringComparison.Ordinal)
                .Replace("{0}", _folder.Of("."), StringComparison.Ordinal),
            typed.Errors.TrimEnd()
        );
    }

    [Theory]
    [InlineData("--variable api00 --quantile 2")]
    [InlineData("--variable api00 --level 95")]
    [InlineData("--variable api00 --replicates bootstrap:1")]
    [InlineData("--variable api00 --bounds 2,1")]
    [InlineData("--variable api00 --statistic middle")]
    [InlineData("--variable api00 --rake a.csv --poststratify b.csv")]
    [InlineData("--weight pw")]
    [InlineData("--variable api00 --statistic total --scale 0,1000")]
    [InlineData("--variable api00 --statistic total --intervals adjusted")]
    [InlineData("--variable api00 --statistic quantile --intervals adjusted")]
    [InlineData("--variable api00 --statistic ratio --denominator api99 --intervals adjusted")]
    [InlineData("--variable api00 --replicates jackknife --intervals adjusted")]
    [InlineData("--variable api00 --by stype --compare-all --intervals adjusted")]
    [InlineData("--variable api00 --by stype --decompose awards --intervals adjusted")]
    public async Task What_is_asked_for_wrongly_is_usage(string asked) =>
        Assert.Equal(2, (await Typed.Run([.. Arguments($"estimate --data {_schools} {asked}")])).ExitCode);

    [Fact]
    public async Task A_table_and_csv_have_a_column_for_each_of_the_domain()
    {
        var csv = await Estimate("--variable api00 --by stype,awards --format csv");
        var table = await Estimate("--variable api00 --by stype --format table");

        Assert.StartsWith("variable,stype,awards,statistic,estimate,standardError,", csv, StringComparison.Ordinal);
        Assert.Equal(7, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("674.43", table, StringComparison.Ordinal);
    }

    private Task<string> Estimate(string asked) => Run($"--data {_schools} --weight pw --strata stype --fpc fpc {asked}");

    private async Task<string> Run(string asked)
    {
        var typed = await Typed.Run([.. Arguments("estimate " + asked)]);
        Assert.True(typed.ExitCode == 0, typed.Errors);
        return typed.Output;
    }

    /// <summary>Files of totals lie in the test's folder.</summary>
    private IEnumerable<string> Arguments(string typed) =>
        typed
            .Split(' ')
            .Select(word =>
                word.EndsWith(".csv", StringComparison.Ordinal) && !Path.IsPathRooted(word)
                    ? string.Join(',', word.Split(',').Select(_folder.Of))
                    : word
            );

    private void Margins()
    {
        Write("types.csv", "stype,total\nE,4421\nH,755\nM,1018\n");
        Write("wide.csv", "sch.wide,total\nNo,1072\nYes,5122\n");
        Write("totals.csv", "variable,category,total\n(Intercept),,6194\nstype,H,755\nstype,M,1018\nsch.wide,Yes,5122\n");
        Write("scores.csv", "variable,category,total\n(Intercept),,6194\nstype,H,755\nstype,M,1018\napi99,,3914069\n");
    }

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.Of(name), text);
        return _folder.Of(name);
    }

    private static void Same(double? expected, JsonElement row, string property)
    {
        if (expected is { } value)
        {
            var actual = row.GetProperty(property).GetDouble();
            Assert.True(Math.Abs(actual - value) <= 1e-9 * Math.Max(1, Math.Abs(value)), $"{property}: {actual:R} instead of {value:R}");
        }
    }
}
