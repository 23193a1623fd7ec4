using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Benchmarks;

/// <summary>Times the jobs of a national statistical table and leaves their data and results in a folder, where <c>against-r.R</c> finds
/// them: the same data, the same machine. The script <c>against-r.sh</c> runs both.</summary>
internal static class AgainstR
{
    private const int Rounds = 11;
    private const int Variables = 10;

    /// <param name="folder">Must exist; is filled.</param>
    public static void Run(string folder, int respondents)
    {
        var columns = new SampleColumns(respondents, Variables);
        var design = columns.Design();
        Write(folder, "stratum", [.. columns.StratumOf.Select(stratum => (double)stratum)]);
        Write(folder, "weight", columns.Weights);
        Write(folder, "population", [.. columns.StratumOf.Select(stratum => columns.Populations[stratum])]);
        foreach (var (index, values) in columns.Variables.Index())
        {
            Write(folder, string.Create(CultureInfo.InvariantCulture, $"y{index + 1}"), values);
        }

        foreach (var margin in columns.Margins())
        {
            Write(folder, $"total-{margin.Name}", [.. margin.Totals]);
        }

        var domainOf = columns.LandBySector;
        IReadOnlyList<SampleEstimate?>[] estimates = [];
        var table = Median(() =>
        {
            var means = new ColumnMeans(
                SampleDesign.Of(columns.Weights, columns.StratumOf, columns.Populations, LonelyUnit.Adjust),
                domainOf,
                SampleColumns.Laender * SampleColumns.Sectors,
                new()
            );
            estimates = [.. columns.Variables.Select(values => means.Of(values))];
        });
        Write(folder, "means", [.. estimates.SelectMany(table => table.Select(one => one!.Value))]);
        Write(folder, "errors", [.. estimates.SelectMany(table => table.Select(one => one!.StandardError))]);
        var margins = columns.Margins();
        var raked = design;
        var raking = Median(() => raked = design.Calibrated(margins, CalibrationDistance.Raking));
        Write(folder, "raked", [.. raked.Weights]);
        File.WriteAllText(
            Path.Combine(folder, "times.txt"),
            string.Create(CultureInfo.InvariantCulture, $"table {table.TotalSeconds:R}\nrake {raking.TotalSeconds:R}\n")
        );
    }

    private static TimeSpan Median(Action job)
    {
        var times = new List<TimeSpan>();
        for (var round = 0; round < Rounds; round++)
        {
            var begun = Stopwatch.GetTimestamp();
            job();
            times.Add(Stopwatch.GetElapsedTime(begun));
        }

        return times.Order().ElementAt(Rounds / 2);
    }

    /// <summary>Doubles as they lie in memory, little end first.</summary>
    private static void Write(string folder, string name, double[] values) =>
        File.WriteAllBytes(Path.Combine(folder, name + ".bin"), MemoryMarshal.AsBytes(values.AsSpan()).ToArray());
}
