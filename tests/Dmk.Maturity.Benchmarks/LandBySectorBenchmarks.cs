using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Benchmarks;

/// <summary>The table that is asked for most: Land x sector with intervals, from moments, and its way through the gate.</summary>
/// <remarks>704 strata with 60 variables each, of which one is asked for; respondents per stratum from few to many: the cost must not
/// grow with them. The gate protects all tables of Land, sector and size
/// up to two dimensions: its cost depends on how many cells are small.</remarks>
[MemoryDiagnoser]
public class LandBySectorBenchmarks
{
    private const int Laender = 16;
    private const int Sectors = 11;
    private const int Sizes = 4;
    private const int Variables = 60;

    private readonly int[] _domainOf = [.. Enumerable.Range(0, Laender * Sectors * Sizes).Select(stratum => stratum / Sizes)];
    private StratumCell[] _cells = [];
    private Stratum[] _strata = [];
    private long[] _respondents = [];
    private Weighting _weighting = null!;
    private RawCell[] _lattice = [];

    /// <summary>On average.</summary>
    [Params(2, 7, 150)]
    public int RespondentsPerStratum { get; set; }

    private static CollapseRule Rule { get; } =
        new(
            2,
            5,
            [
                new(2, ["0", "1", "2", "3"], CollapseKind.Adjoining),
                new(1, [.. Enumerable.Range(0, Sectors).Select(sector => $"{sector}")], CollapseKind.Cyclic),
            ]
        );

    [GlobalSetup]
    public void AnswerByChance()
    {
        var random = new Random(20250101);
        var cells = new List<StratumCell>();
        for (var stratum = 0; stratum < _domainOf.Length; stratum++)
        {
            var moments = new CellMoments(Variables);
            var scores = new double[Variables];
            for (var respondent = random.Next(2 * RespondentsPerStratum); respondent > 0; respondent--)
            {
                for (var variable = 0; variable < Variables; variable++)
                {
                    scores[variable] = 100 * random.NextDouble();
                }

                moments.Add(scores);
            }

            cells.Add(new StratumCell(stratum, stratum, moments));
        }

        _cells = [.. cells];
        _respondents = [.. cells.Select(cell => cell.Moments.Respondents)];
        _strata =
        [
            .. _respondents.Select(
                (count, stratum) =>
                    new Stratum(
                        [$"{stratum / Sizes / Sectors}", $"{stratum / Sizes % Sectors}", $"{stratum % Sizes}"],
                        (10 * count) + 20,
                        (2 * count) + 4
                    )
            ),
        ];
        _weighting = Weighting.Of(_strata, _respondents, Rule);
        _lattice = LatticeOf();
    }

    [Benchmark]
    public Weighting Weights() => Weighting.Of(_strata, _respondents, Rule);

    [Benchmark]
    public IReadOnlyList<Estimate?> Means() =>
        new CellEstimates(WeightedCells.Of(_cells, _weighting), new()).Means(
            new CellMeasure.Score(7),
            new(_domainOf, Laender * Sectors),
            (0, 100)
        );

    [Benchmark]
    public IReadOnlyList<PublishedFigure> Protect() =>
        new Gate(new(ConfidentialityRule.UsualMinimum), new(Role.Operator, null, "benchmark"), (0, 100)).Protect(_lattice);

    private RawCell[] LatticeOf()
    {
        var means = new CellEstimates(WeightedCells.Of(_cells, _weighting), new());
        var tables = Enumerable
            .Range(0, 7)
            .Select(table =>
                _strata
                    .Select(stratum => stratum.Codes.Select((code, dimension) => (table >> dimension & 1) == 1 ? code : null).ToArray())
                    .ToArray()
            );
        return
        [
            .. tables.SelectMany(codes =>
            {
                var names = codes.DistinctBy(name => string.Join('|', name)).ToList();
                var estimates = means.Means(
                    new CellMeasure.Score(7),
                    new([.. codes.Select(name => names.FindIndex(other => other.SequenceEqual(name)))], names.Count)
                );
                return names.Select((name, domain) => new RawCell(name, 1, estimates[domain]));
            }),
        ];
    }
}
