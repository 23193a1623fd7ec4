using System.Globalization;
using System.Text.Json;

namespace Dmk.Maturity.Server.Tests;

/// <summary><c>small-areas</c> on the pilot study's cells as in R (see tests/Dmk.Maturity.Statistics.Tests/reference), and on files that
/// are at fault.</summary>
public sealed class SmallAreasCommandTests : IDisposable
{
    private const string Mix = "share_10_49,share_50_249,share_250p";
    private const string All = Mix + ",sector_DE,sector_F,sector_G,sector_H,sector_I,sector_J,sector_KL,sector_M,sector_NS";

    /// <summary>As the library is held against R: its variance is found to 1e-11 by other steps than R's.</summary>
    private const double Tolerance = 1e-8;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> Cases =>
        [.. PilotFile.Reference("pilot-fay-herriot.csv").Select(row => (row["model"], row["method"]))];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Models_of_the_pilot_study_are_those_of_R(string model, string method)
    {
        var expected = PilotFile.Reference("pilot-fay-herriot.csv").Single(row => row["model"] == model && row["method"] == method);
        var found = await Pilot(model, method);
        var fit = found.GetProperty("model");

        Same(expected["sigma2"], fit, "between");
        Same(expected["var_sigma2"], fit, "betweenVariance");
        Same(expected["loglik"], fit, "logLikelihood");
        var terms = PilotFile
            .Reference("pilot-fay-herriot-beta.csv")
            .Where(row => row["model"] == model && row["method"] == method)
            .ToArray();
        Assert.Equal((-2 * PilotFile.Number(expected["loglik"])) + (2 * (terms.Length + 1)), fit.GetProperty("aic").GetDouble(), 1e-6);
        foreach (var (term, coefficient) in terms.Zip(found.GetProperty("coefficients").EnumerateArray()))
        {
            Same(term["estimate"], coefficient, "coefficient");
            Same(term["se"], coefficient, "standardError");
            Same(term["z"], coefficient, "z");
        }

        var predicted = PilotFile
            .Reference("pilot-fay-herriot-synthetic.csv")
            .Where(row => row["model"] == model && row["method"] == method)
            .ToArray();
        var modelled = found.GetProperty("areas").EnumerateArray().Where(area => area.GetProperty("modelled").GetBoolean()).ToArray();
        Assert.Equal(predicted.Select(row => row["domain"]).Order(), modelled.Select(Name).Order());
        foreach (var row in predicted)
        {
            Same(row["synthetic"], modelled.Single(area => Name(area) == row["domain"]), "eblup");
            Same(row["mse"], modelled.Single(area => Name(area) == row["domain"]), "meanSquaredError");
        }
    }

    [Theory]
    [InlineData("M1_smooth")]
    [InlineData("M2_smooth")]
    [InlineData("M1_direct")]
    [InlineData("M2_direct")]
    public async Task Areas_of_the_pilot_study_are_those_of_R_and_meet_their_benchmark(string model)
    {
        var found = await Pilot(model, "REML");
        var factor = PilotFile.Reference("pilot-fay-herriot.csv").Single(row => row["model"] == model && row["method"] == "REML");
        Same(factor["benchmark_factor"], found.GetProperty("groups")[0], "adjustment");
        var areas = found.GetProperty("areas").EnumerateArray().ToDictionary(Name);
        foreach (var row in PilotFile.Reference("pilot-fay-herriot-areas.csv").Where(row => row["model"] == model))
        {
            var area = areas[row["domain"]];
            Assert.False(area.GetProperty("modelled").GetBoolean());
            Same(row["gamma"], area, "shrinkage");
            Same(row["synthetic"], area, "synthetic");
            Same(row["eblup"], area, "eblup");
            Same(row["g1"], area, "g1");
            Same(row["g2"], area, "g2");
            Same(row["g3"], area, "g3");
            Same(row["mse"], area, "meanSquaredError");
            Same(row["eblup_ratio_benchmarked"], area, "benchmarked");
            Assert.Equal(PilotFile.Number(row["std_resid"]), area.GetProperty("standardizedResidual").GetDouble(), 1e-8);
        }
    }

    [Theory]
    [InlineData("ratio")]
    [InlineData("difference")]
    public async Task Groups_meet_the_direct_totals_of_their_areas(string rule)
    {
        const string text =
            "land,sector,y,se,x,n\nSN,A,40,4,1,10\nSN,B,55,5,2,30\nBY,A,61,3,4,20\nBY,B,70,6,3,20\nBY,C,58,5,2,10\nHB,A,NA,NA,2,5\n";
        var found = await Json(
            text,
            $"--area land,sector --estimate y --standard-error se --covariates x --benchmark land --population n --benchmark-rule {rule}"
        );
        var areas = found.GetProperty("areas").EnumerateArray().ToArray();

        foreach (var group in found.GetProperty("groups").EnumerateArray().Where(group => group.GetProperty("group").GetString() != "HB"))
        {
            var own = areas.Where(area => area.GetProperty("group").GetString() == group.GetProperty("group").GetString()).ToArray();
            var weights = own.Select(area => Weight(Name(area))).ToArray();
            var mean = own.Zip(weights, (area, weight) => weight * area.GetProperty("benchmarked").GetDouble()).Sum() / weights.Sum();
            Assert.Equal(group.GetProperty("target").GetDouble(), mean, 1e-10);
        }

        Assert.True(areas[5].GetProperty("modelled").GetBoolean());
        Assert.Equal(areas[5].GetProperty("eblup").GetDouble(), areas[5].GetProperty("benchmarked").GetDouble());

        static double Weight(string name)
        {
            return name switch
            {
                "SN|B" => 30,
                "BY|A" or "BY|B" => 20,
                _ => 10,
            };
        }
    }

    [Fact]
    public async Task What_should_be_known_is_said()
    {
        var typed = await Typed.Run([
            .. Arguments(
                "a,g,y,se,n\nA,1,50,4,1\nB,1,50,5,1\nC,1,50,3,1\nD,2,50,NA,1\n",
                "--area a --estimate y --standard-error se --benchmark g --population n"
            ),
        ]);

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains(
            "Predicted by the model alone, without an estimate and its standard error: D.",
            typed.Errors,
            StringComparison.Ordinal
        );
        Assert.Contains("The variance between the areas is 0", typed.Errors, StringComparison.Ordinal);
        Assert.Contains("The group 2 has no direct estimate with a population", typed.Errors, StringComparison.Ordinal);
        Assert.Contains("(Intercept)", typed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a,y,se\nA,1,0\nB,2,1\nC,3,1\n", "", "data.csv: Row 2: the standard error (se) is 0; standard errors are above 0.")]
    [InlineData("a,y,se\nA,1,1\nB,2,-1\nC,3,1\n", "", "data.csv: Row 3: the standard error (se) is -1")]
    [InlineData("a,y,se\nA,1,1\nA,2,1\n", "", "data.csv: Row 3 is of the area A, as row 2 is; each area has one row.")]
    [InlineData("a,y,se\nA,1,1\n,2,1\n", "", "data.csv: Row 3 has no a, so its area is not known.")]
    [InlineData("a,y,se\nA,1,1\nB,zwei,1\n", "", "data.csv: Row 3, column y: 'zwei' is no number")]
    [InlineData("a,y,error\nA,1,1\n", "", "data.csv: There is no column 'se'. There are: a, y, error.")]
    [InlineData("a,y,se\nA,1,1\n", "", "1 areas have an estimate and its standard error, and the model has 1 coefficients ((Intercept)).")]
    [InlineData("a,y,se,x\nA,1,1,1\nB,2,1,2\n", "--covariates x", "the model has 2 coefficients ((Intercept), x). It takes more areas")]
    [InlineData("a,y,se,x\nA,1,1,5\nB,2,1,5\nC,4,1,5\n", "--covariates x", "Auxiliary 'x' is 0 everywhere or a combination")]
    [InlineData("a,y,se,x\nA,1,1,1\nB,2,1,NA\nC,4,1,5\n", "--covariates x", "Row 3 has no x. A covariate is known of every area")]
    [InlineData("a,y,se,x\nA,1,1,1\nB,2,1,viel\nC,4,1,5\n", "--covariates x", "Row 3, column x: 'viel' is no number")]
    [InlineData("a,y,se,n\nA,1,1,1\nB,2,1,-5\nC,4,1,5\n", "--benchmark a --population n", "Row 3 has no population (n) of 0 or above.")]
    [InlineData("a,y,se,g,n\nA,-1,1,g,1\nB,-2,1,g,5\nC,-4,1,g,5\n", "--benchmark g --population n", "choose --benchmark-rule difference.")]
    [InlineData(
        "a,y,se,g,n\nA,1,1,g,1\nB,2,1,,5\nC,4,1,g,5\n",
        "--benchmark g --population n",
        "Row 3 has no g, so its group is not known."
    )]
    [InlineData("", "", "data.csv: The file is empty")]
    [InlineData("a,y,se\n", "", "There is a header and no row")]
    public async Task A_file_at_fault_is_refused_in_words(string text, string asked, string said)
    {
        var typed = await Typed.Run([.. Arguments(text, $"--area a --estimate y --standard-error se {asked}".TrimEnd())]);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
        Assert.Empty(typed.Output);
    }

    [Theory]
    [InlineData("--benchmark g", "--benchmark and --population go together")]
    [InlineData("--benchmark-rule ratio", "--benchmark-rule goes with --benchmark.")]
    [InlineData("--method best", "--method is one of reml, ml, fay-herriot, prasad-rao, not 'best'.")]
    public async Task What_is_asked_for_wrongly_is_usage(string asked, string said)
    {
        var typed = await Typed.Run([.. Arguments("a,y,se\nA,1,1\n", $"--area a --estimate y --standard-error se {asked}")]);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_estimate_writes_is_read()
    {
        var estimates = await Typed.Run([
            "estimate",
            "--data",
            Write("companies.csv", "land,y\nA,1\nA,3\nB,6\nB,9\nC,2\nC,8\nD,5\n"),
            "--variable",
            "y",
            "--by",
            "land",
            "--format",
            "csv",
        ]);
        var typed = await Typed.Run([
            .. Arguments(estimates.Output, "--area land --estimate estimate --standard-error standardError --format csv"),
        ]);

        Assert.True(typed.ExitCode == 0, typed.Errors);
        Assert.Equal(
            ["A,false", "B,false", "C,false", "D,true"],
            typed.Output.Split('\n')[1..5].Select(line => line[..line.IndexOf(',', 2)])
        );
    }

    /// <summary>Direct variances need 5 respondents, smoothed ones 2; other areas are predicted. All are one group.</summary>
    private Task<JsonElement> Pilot(string model, string method)
    {
        var (column, least) = model.EndsWith("direct", StringComparison.Ordinal) ? ("psi_direct", 5) : ("psi_smooth", 2);
        var covariates = (model.StartsWith("M1", StringComparison.Ordinal) ? Mix : All).Split(',');
        var lines = PilotFile
            .Reference("pilot-small-areas.csv")
            .Select(row =>
            {
                var isDirect = PilotFile.Number(row["n"]) >= least && row[column].Length > 0;
                string[] fields =
                [
                    row["domain"],
                    isDirect ? row["direct"] : "",
                    isDirect ? Math.Sqrt(PilotFile.Number(row[column])).ToString("R", CultureInfo.InvariantCulture) : "",
                    "all",
                    row["N"],
                    .. covariates.Select(name => row[name]),
                ];
                return string.Join(',', fields);
            });
        var text = $"domain,y,se,g,N,{string.Join(',', covariates)}\n{string.Join('\n', lines)}\n";
        var word = method switch
        {
            "REML" => "reml",
            "ML" => "ml",
            "FH" => "fay-herriot",
            _ => "prasad-rao",
        };
        return Json(
            text,
            $"--area domain --estimate y --standard-error se --covariates {string.Join(',', covariates)} --method {word} "
                + "--benchmark g --population N"
        );
    }

    private async Task<JsonElement> Json(string text, string asked)
    {
        var typed = await Typed.Run([.. Arguments(text, $"{asked} --format json")]);
        Assert.True(typed.ExitCode == 0, typed.Errors);
        return JsonDocument.Parse(typed.Output).RootElement;
    }

    private IEnumerable<string> Arguments(string text, string asked) =>
        ["small-areas", "--data", Write("data.csv", text), .. asked.Split(' ')];

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.Of(name), text);
        return _folder.Of(name);
    }

    private static string Name(JsonElement area) =>
        string.Join('|', area.GetProperty("area").EnumerateObject().Select(one => one.Value.GetString()));

    private static void Same(string expected, JsonElement row, string property)
    {
        var (number, actual) = (PilotFile.Number(expected), row.GetProperty(property).GetDouble());
        Assert.True(Math.Abs(actual - number) <= Tolerance * Math.Abs(number), $"{property}: {actual:R} instead of {number:R}");
    }
}
