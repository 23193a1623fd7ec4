using System.Globalization;
using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Benchmarks;

/// <summary>How far the ranks of 16 Länder depend on the choices behind an index of 30 indicators in six dimensions: 10,000 draws of
/// weights, two normalisations, three aggregations and up to one indicator left out.</summary>
[MemoryDiagnoser]
public class CompositeBenchmarks
{
    private const int Laender = 16;
    private const int Dimensions = 6;
    private const int PerDimension = 5;
    private const int Draws = 10_000;

    private CompositeTree _tree = null!;
    private CompositeDoubts _doubts = null!;

    [GlobalSetup]
    public void Draw()
    {
        var random = new Random(1);
        double[][] columns =
        [
            .. Enumerable
                .Range(0, Dimensions * PerDimension)
                .Select(_ => Enumerable.Range(0, Laender).Select(_ => 1 + (99 * random.NextDouble())).ToArray()),
        ];
        double[][] squeezed = [.. columns.Select(column => column.Select(value => 10 * Math.Sqrt(value)).ToArray())];
        var mean = new AggregationRule(CompositeAggregation.Arithmetic);
        _tree = new(
            new CompositeNode.Branch(
                "index",
                1,
                mean,
                [
                    .. Enumerable
                        .Range(0, Dimensions)
                        .Select(dimension => new CompositeNode.Branch(
                            Name("d", dimension),
                            1,
                            mean,
                            [
                                .. Enumerable
                                    .Range(dimension * PerDimension, PerDimension)
                                    .Select(column => new CompositeNode.Leaf(Name("i", column), 1, column)),
                            ]
                        )),
                ]
            )
        );
        _doubts = new(
            [columns, squeezed],
            new WeightDraw.Dirichlet(60),
            [CompositeAggregation.Arithmetic, CompositeAggregation.Geometric, CompositeAggregation.Harmonic],
            1
        );
    }

    [Benchmark]
    public RankDistribution[] Ranks() => CompositeUncertainty.Ranks(_tree, _doubts, Draws, 1);

    private static string Name(string kind, int number) => string.Create(CultureInfo.InvariantCulture, $"{kind}{number}");
}
