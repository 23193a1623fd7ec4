using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Benchmarks;

/// <summary>Estimates of ten variables from the raw columns of a file.</summary>
[MemoryDiagnoser]
public class SampleBenchmarks
{
    private SampleDesign _design = null!;
    private int[] _domainOf = [];
    private double[][] _variables = [];

    [Params(10_000, 100_000, 1_000_000)]
    public int Respondents { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        var columns = new SampleColumns(Respondents, 10);
        (_design, _domainOf, _variables) = (columns.Design(), columns.LandBySector, columns.Variables);
    }

    /// <summary>Means with standard errors by Land and sector, the grouping of the rows included.</summary>
    [Benchmark]
    public double LandBySector()
    {
        var means = new ColumnMeans(_design, _domainOf, SampleColumns.Laender * SampleColumns.Sectors, new());
        return _variables.Sum(values => means.Of(values)[0]!.StandardError);
    }
}
