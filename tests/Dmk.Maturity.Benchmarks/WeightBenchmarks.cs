using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Benchmarks;

/// <summary>8,000 respondents: raking to three margins, and 200 bootstrap replicates of the table by Land and sector.</summary>
[MemoryDiagnoser]
public class WeightBenchmarks
{
    private const int Respondents = 8_000;
    private const int Replicates = 200;
    private const int Laender = 16;
    private const int Sectors = 10;
    private const int Sizes = 4;

    private SampleDesign _design = null!;
    private CalibrationTerm[] _margins = [];
    private int[][] _domains = [];
    private double[] _values = [];

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        int[] stratumOf =
        [
            .. Enumerable
                .Range(0, Respondents)
                .Select(unit => unit < Laender * Sectors * Sizes ? unit : random.Next(Laender * Sectors * Sizes)),
        ];
        _design = SampleDesign.Of([.. stratumOf.Select(stratum => 5.0 + (stratum % 37))], stratumOf, null, LonelyUnit.Adjust);
        _margins =
        [
            Margin("land", [.. stratumOf.Select(stratum => stratum / Sizes / Sectors)], Laender, random),
            Margin("sector", [.. stratumOf.Select(stratum => stratum / Sizes % Sectors)], Sectors, random),
            Margin("size", [.. stratumOf.Select(stratum => stratum % Sizes)], Sizes, random),
        ];
        _domains =
        [
            .. Enumerable
                .Range(0, Laender * Sectors)
                .Select(domain => Enumerable.Range(0, Respondents).Where(unit => stratumOf[unit] / Sizes == domain).ToArray()),
        ];
        _values = [.. Enumerable.Range(0, Respondents).Select(_ => 100 * random.NextDouble())];
    }

    [Benchmark]
    public SampleDesign Rake() => _design.Calibrated(_margins, CalibrationDistance.Raking);

    [Benchmark]
    public double[,] Bootstrap() =>
        Statistics
            .Replicates.Bootstrap(_design, Replicates, 1)
            .Covariances(_design, null, design => [.. SampleStatistics.Points(design, _domains, _values, null).Select(one => one.Value)]);

    /// <summary>Totals a tenth off the sample's, the same sum in every margin.</summary>
    private CalibrationTerm.Categories Margin(string name, int[] codes, int categories, Random random)
    {
        var totals = new double[categories];
        for (var unit = 0; unit < codes.Length; unit++)
        {
            totals[codes[unit]] += _design.Weights[unit];
        }

        var whole = totals.Sum();
        double[] moved = [.. totals.Select(total => total * (0.9 + (0.2 * random.NextDouble())))];
        return new(
            name,
            codes,
            [.. Enumerable.Range(0, categories).Select(code => $"{name}{code}")],
            [.. moved.Select(total => total * whole / moved.Sum())]
        );
    }
}
