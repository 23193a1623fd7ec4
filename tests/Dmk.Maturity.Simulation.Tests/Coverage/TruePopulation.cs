using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation.Tests;

/// <summary>Whether companies of a true population stand where the frame has them.</summary>
internal enum Movers
{
    /// <summary>About 1 percent have another Land, 1.5 percent another sector and 2 percent another size.</summary>
    Some,

    /// <summary>All stand where the frame has them, and score as their like do there.</summary>
    None,
}

/// <summary>All companies of a made-up country, each with its score, so that every mean is known: the made-up companies of the
/// demonstration on the counts of the register, scaled down.</summary>
internal sealed class TruePopulation
{
    private TruePopulation(RegisterStratum[] frame, long[] drawnFrom, double[] propensities, RegisterCell[] cells) =>
        (Frame, First, Propensities, Cells) = (frame, drawnFrom, propensities, cells);

    /// <summary>Nobody is drawn yet.</summary>
    public IReadOnlyList<RegisterStratum> Frame { get; }

    /// <summary>Per stratum: its first company; those of a stratum follow each other.</summary>
    public long[] First { get; }

    /// <summary>Per stratum: the chance that a company of it answers.</summary>
    public double[] Propensities { get; }

    /// <summary>Reporting cells in which somebody stands.</summary>
    public IReadOnlyList<RegisterCell> Cells { get; }

    /// <summary>Per company: its reporting cell.</summary>
    public int[] CellOf { get; private init; } = [];

    /// <summary>Per company: 0 to 100.</summary>
    public double[] Scores { get; private init; } = [];

    public int Companies => Scores.Length;

    /// <param name="companies">In all; every stratum of the register keeps at least one.</param>
    public static TruePopulation Of(Classifications classifications, int companies, int seed, Movers movers)
    {
        var register = SyntheticPopulation.Of(classifications, 1);
        RegisterStratum[] frame =
        [
            .. register.Frame.Zip(
                Scaled([.. register.Frame.Select(stratum => stratum.Population)], companies),
                (stratum, units) => new RegisterStratum(stratum.Cell, units, 0)
            ),
        ];
        var places = new FramePlaces(register.Places.Sizes, frame.Select(stratum => (stratum.Cell, stratum.Population)));
        var (first, propensities) = (new long[frame.Length], new double[frame.Length]);
        var (cells, cellOf, scores) = (new Dictionary<RegisterCell, int>(), new List<int>(companies), new List<double>(companies));
        for (var h = 0; h < frame.Length; h++)
        {
            first[h] = scores.Count;
            for (var unit = 0L; unit < frame[h].Population; unit++)
            {
                var id = $"true-{scores.Count.ToString(CultureInfo.InvariantCulture)}";
                var company = SyntheticCompany.Of(id, frame[h].Cell, places, seed);
                var now = movers == Movers.Some ? company.Now : frame[h].Cell;
                var rank = places.Sizes.Index().First(size => size.Item.Code == now.Size).Index;
                propensities[h] = company.Propensity;
                cellOf.Add(cells.TryGetValue(now, out var cell) ? cell : cells[now] = cells.Count);
                scores.Add(ScoreOf(LatentMaturity.Of(id, now, rank, seed)));
            }
        }

        return new(frame, first, propensities, [.. cells.OrderBy(one => one.Value).Select(one => one.Key)])
        {
            CellOf = [.. cellOf],
            Scores = [.. scores],
        };
    }

    /// <summary>Most companies are not far: skewed to the right, the more so the less mature they are.</summary>
    private static double ScoreOf(double maturity) => 100 / (1 + Math.Exp(1.1 - (1.4 * maturity)));

    private static IEnumerable<long> Scaled(IReadOnlyList<long> units, int companies) =>
        LargestRemainder.Split(companies - units.Count, [.. units.Select(one => (double)one)]).Select(part => part + 1);
}
