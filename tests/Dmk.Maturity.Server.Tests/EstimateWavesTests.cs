using System.Text.Json;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Changes between two files by <c>estimate --before</c>, by hand and by the library.</summary>
public sealed class EstimateWavesTests : IDisposable
{
    private const double Tolerance = 1e-9;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    /// <summary>Means 3 and 5, variances 4/3 and 13/3; degrees of freedom after Welch.</summary>
    [Fact]
    public async Task Separate_samples_are_compared_by_the_test_of_Welch()
    {
        var row = (await Json("id,y\na,2\nb,4\nc,9\n", "id,y\nd,1\ne,3\nf,5\n", "--variable y --years 2"))[0];

        var (one, other) = (4.0 / 3, 13.0 / 3);
        Same(5, row, "estimate");
        Same(3, row, "before");
        Same(Math.Sqrt(one), row, "beforeStandardError");
        Same(3, row, "beforeRespondents");
        Same(2, row, "change");
        Same(Math.Sqrt(one + other), row, "changeStandardError");
        Same(2 / Math.Sqrt(one + other), row, "t");
        Same((one + other) * (one + other) / ((one * one / 2) + (other * other / 2)), row, "changeDegreesOfFreedom");
        Same(1, row, "perYear");
        Same(2.0 / 3, row, "relative");
        Same(Math.Sqrt(other + (25.0 / 9 * one)) / 3, row, "relativeStandardError");
        Same(Math.Sqrt(5.0 / 3) - 1, row, "yearlyRate");
        Assert.Equal(JsonValueKind.Null, row.GetProperty("covariance").ValueKind);
        Assert.Equal(row.GetProperty("p").GetDouble(), row.GetProperty("pHolm").GetDouble());
    }

    /// <summary>The same companies: the test of paired differences 1, 1 and 4, whose mean is 2 and whose standard deviation is the root of
    /// 3.</summary>
    [Fact]
    public async Task The_same_companies_are_compared_by_their_differences()
    {
        var row = (await Json("id,y\nc,9\na,2\nb,4\n", "id,y\na,1\nb,3\nc,5\n", "--variable y --panel id"))[0];

        Same(2, row, "change");
        Same(1, row, "changeStandardError");
        Same(2, row, "changeDegreesOfFreedom");
        Same(3, row, "inBoth");
    }

    [Fact]
    public async Task A_file_compared_with_itself_has_not_changed()
    {
        var asked = PilotFile.Design;
        var rows = await Json(PilotFile.Text, PilotFile.Text, $"{asked} --panel id");

        Assert.Equal(16, rows.Length);
        Assert.All(
            rows,
            row =>
            {
                var error = row.GetProperty("standardError").GetDouble();
                Assert.Equal(0, row.GetProperty("change").GetDouble());
                Assert.Equal(error * error, row.GetProperty("covariance").GetDouble(), 1e-9 * error * error);
                Assert.Equal(0, row.GetProperty("changeStandardError").GetDouble(), 1e-4 * error);
            }
        );
    }

    /// <summary>Two strata with populations; the covariance is that of the library for the residuals w (y - mean) / sum w.</summary>
    [Fact]
    public async Task Companies_in_both_files_make_a_change_more_certain()
    {
        const string now = "id,h,w,N,y\n1,k,10,50,52\n2,k,10,50,60\n3,k,10,50,48\n4,k,10,50,40\n5,g,5,30,47\n6,g,5,30,51\n7,g,5,30,70\n";
        const string before = "id,h,w,N,y\n1,k,10,40,50\n2,k,10,40,55\n3,k,10,40,47\n4,g,10,30,35\n5,g,5,30,40\n6,g,5,30,51\n9,g,5,30,9\n";
        const string design = "--variable y --weight w --strata h --fpc N";
        var separate = (await Json(now, before, design))[0];
        var typed = await Typed.Run([.. Arguments(now, before, $"{design} --panel id --format json")]);
        var row = JsonDocument.Parse(typed.Output).RootElement[0];

        var (earlier, later) = (row.GetProperty("before").GetDouble(), row.GetProperty("estimate").GetDouble());
        var expected = PanelOverlap.Of([
            new("k", 50, 3, 4, [Both(50, 52, 10), Both(55, 60, 10), Both(47, 48, 10)]),
            new("g", 30, 4, 3, [Both(40, 47, 5), Both(51, 51, 5)]),
        ]);
        Same(expected.Covariance, row, "covariance");
        Same(6, row, "inBoth");
        var (v, u) = (Figure(row, "standardError"), Figure(row, "beforeStandardError"));
        Same(Math.Sqrt((v * v) + (u * u) - (2 * expected.Covariance)), row, "changeStandardError");
        Same(Math.Sqrt((v * v) + (u * u)), separate, "changeStandardError");
        Assert.Contains("6 companies are in both files.", typed.Errors, StringComparison.Ordinal);
        Assert.Contains("1 of them have changed their stratum", typed.Errors, StringComparison.Ordinal);

        (double, double) Both(double then, double now, double weight)
        {
            return (weight * (then - earlier) / 55, weight * (now - later) / 55);
        }
    }

    [Fact]
    public async Task Domains_and_categories_of_one_wave_alone_are_shown()
    {
        const string now = "g,c,y\na,x,1\na,x,3\nb,y,5\nb,x,7\n";
        const string before = "g,c,y\na,x,1\na,x,4\nc,z,5\nc,x,7\n";
        var means = await Json(now, before, "--variable y --by g");
        var shares = await Json(now, before, "--variable c");

        Assert.Equal(["a", "b", "c"], means.Select(row => row.GetProperty("domain").GetProperty("g").GetString()));
        Same(-0.5, means[0], "change");
        Assert.Equal(JsonValueKind.Null, means[1].GetProperty("change").ValueKind);
        Assert.Equal(JsonValueKind.Null, means[2].GetProperty("estimate").ValueKind);
        Same(6, means[2], "before");
        Assert.Equal(["x", "y", "z"], shares.Select(row => row.GetProperty("category").GetString()));
        Assert.Equal([0, 0.25, -0.25], shares.Select(row => Figure(row, "change")));
    }

    [Theory]
    [InlineData("id,y\na,1\na,2\n", "id,y\na,1\n", "now.csv: Row 3 has the id 'a' of row 2; each company stands in a wave once.")]
    [InlineData("id,y\na,1\n", "id,y\na,1\n,2\n", "before.csv: Row 3 has no id, so it is not known which company it is.")]
    [InlineData("id,y\na,1\n", "id,z\na,1\n", "before.csv: There is no column 'y'. There are: id, z.")]
    [InlineData("id,y\na,1\n", "id,y\na,viel\nb,1\n", "The column 'y' holds names in one wave, and numbers in the other.")]
    [InlineData("id,y\na,1\n", "id,y\na,1\nb,viel\n", "before.csv: Row 3, column y: 'viel' is no number")]
    [InlineData("id,y\na,1\n", "", "before.csv: The file is empty")]
    [InlineData("", "id,y\na,1\n", "now.csv: The file is empty")]
    [InlineData("id,y\na,1\n", "id,y\na,2\n", "")]
    [InlineData("id,y\na,0\nb,2\n", "id,y\na,0\nb,0\n", "")]
    [InlineData("id,y\na,NA\nb,2\n", "id,y\nc,NA\nd,3\n", "")]
    [InlineData("id,y\na,1\nb,2\nc,4\nd,4\n", "id,y\na,1\nb,9\nx,4\ny,4\n", "")]
    public async Task Odd_waves_are_compared_or_refused_in_words(string now, string before, string said)
    {
        string[] ways = said.Length > 0 ? [""] : ["", "--df domain", "--df satterthwaite", "--strata id"];
        foreach (var more in ways)
        {
            var typed = await Typed.Run([.. Arguments(now, before, $"--variable y --panel id {more}".TrimEnd())]);

            Assert.Equal(said.Length == 0 ? 0 : 1, typed.ExitCode);
            Assert.Contains(said, typed.Errors, StringComparison.Ordinal);
            Assert.DoesNotContain("should not have happened", typed.Errors, StringComparison.Ordinal);
        }
    }

    private async Task<JsonElement[]> Json(string now, string before, string asked)
    {
        var typed = await Typed.Run([.. Arguments(now, before, $"{asked} --format json")]);
        Assert.True(typed.ExitCode == 0, typed.Errors);
        return [.. JsonDocument.Parse(typed.Output).RootElement.EnumerateArray()];
    }

    private IEnumerable<string> Arguments(string now, string before, string asked) =>
        ["estimate", "--data", Write("now.csv", now), "--before", Write("before.csv", before), .. asked.Split(' ')];

    private string Write(string name, string text)
    {
        File.WriteAllText(_folder.Of(name), text);
        return _folder.Of(name);
    }

    private static double Figure(JsonElement row, string name) => row.GetProperty(name).GetDouble();

    private static void Same(double expected, JsonElement row, string property)
    {
        var actual = Figure(row, property);
        Assert.True(Math.Abs(actual - expected) <= Tolerance * Math.Abs(expected), $"{property}: {actual:R} instead of {expected:R}");
    }
}
