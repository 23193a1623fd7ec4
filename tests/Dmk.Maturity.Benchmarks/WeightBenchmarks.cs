using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Benchmarks;

/// <summary>8,000 respondents: raking to three margins, and 200 bootstrap replicates of the table by Land and sector.</summary>
[MemoryDiagnoser]
public class WeightBenchmarks
{
    private const int Respondents = 8_000;
    private const int Replicates = 200;

    private SampleDesign _design = null!;
    private CalibrationTerm[] _margins = [];
    private int[][] _domains = [];
    private double[] _values = [];

    [GlobalSetup]
    public void Draw()
    {
        var columns = new SampleColumns(Respondents, 1);
        (_design, _margins, _values) = (columns.Design(), columns.Margins(), columns.Variables[0]);
        var domainOf = columns.LandBySector;
        _domains =
        [
            .. Enumerable
                .Range(0, SampleColumns.Laender * SampleColumns.Sectors)
                .Select(domain => Enumerable.Range(0, Respondents).Where(unit => domainOf[unit] == domain).ToArray()),
        ];
    }

    [Benchmark]
    public SampleDesign Rake() => _design.Calibrated(_margins, CalibrationDistance.Raking);

    [Benchmark]
    public ReplicateCovariances Bootstrap() =>
        Statistics
            .Replicates.Bootstrap(_design, Replicates, 1)
            .Covariances(_design, null, design => [.. SampleStatistics.Points(design, _domains, _values, null).Select(one => one.Apart)]);
}
