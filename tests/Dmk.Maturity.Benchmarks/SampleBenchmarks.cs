using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Benchmarks;

/// <summary>Estimates from the raw columns of a file: 16 Länder x 10 sectors x 4 size classes as strata, ten variables.</summary>
[MemoryDiagnoser]
public class SampleBenchmarks
{
    private const int Laender = 16;
    private const int Sectors = 10;
    private const int Sizes = 4;
    private const int Variables = 10;

    private SampleDesign _design = null!;
    private int[] _domainOf = [];
    private double[][] _variables = [];

    [Params(10_000, 100_000, 1_000_000)]
    public int Respondents { get; set; }

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
        var counts = new double[Laender * Sectors * Sizes];
        Array.ForEach(stratumOf, stratum => counts[stratum]++);
        _design = SampleDesign.Of(
            [.. stratumOf.Select(stratum => 5.0 + (stratum % 37))],
            stratumOf,
            [.. counts.Select((count, stratum) => count * (5 + (stratum % 37)))],
            LonelyUnit.Adjust
        );
        _domainOf = [.. stratumOf.Select(stratum => stratum / Sizes)];
        _variables =
        [
            .. Enumerable
                .Range(0, Variables)
                .Select(_ =>
                    Enumerable.Range(0, Respondents).Select(_ => random.Next(40) == 0 ? double.NaN : 100 * random.NextDouble()).ToArray()
                ),
        ];
    }

    /// <summary>Means with standard errors by Land and sector, the grouping of the rows included.</summary>
    [Benchmark]
    public double LandBySector()
    {
        var means = new ColumnMeans(_design, _domainOf, Laender * Sectors, new());
        return _variables.Sum(values => means.Of(values)[0]!.StandardError);
    }
}
