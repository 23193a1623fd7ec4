using System.Globalization;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Simulation.Tests;

/// <summary>Samples drawn one after the other from a true population, as the product draws: stratified by Land, sector and size with power
/// allocation. Who is invited answers at random with the propensity of its size class.</summary>
internal sealed class RepeatedSamples
{
    private readonly TruePopulation _population;
    private readonly int _seed;

    /// <summary>The companies, those of a stratum together, in an order that every draw stirs further.</summary>
    private readonly int[] _order;

    public RepeatedSamples(TruePopulation population, int invited, int seed)
    {
        (_population, _seed) = (population, seed);
        _order = [.. Enumerable.Range(0, population.Companies)];
        Strata = StrataOf(population, invited);
    }

    public IReadOnlyList<Stratum> Strata { get; }

    /// <summary>The frame, and how many are drawn where.</summary>
    public static IReadOnlyList<Stratum> StrataOf(TruePopulation population, int invited) =>
        [
            .. population.Frame.Zip(
                PowerAllocation.Of(
                    [.. population.Frame.Select(stratum => stratum.Population)],
                    invited,
                    SyntheticPopulation.MinimumPerStratum
                ),
                (stratum, count) => new Stratum([stratum.Cell.Land, stratum.Cell.Sector, stratum.Cell.Size], stratum.Population, count)
            ),
        ];

    /// <summary>Those who answered, as moments of their scores.</summary>
    public IReadOnlyList<StratumCell> Draw(int repetition)
    {
        var chance = new Chance(_seed, "sample", repetition.ToString(CultureInfo.InvariantCulture));
        var cells = new List<StratumCell>(Strata.Count + 100);
        var here = new Dictionary<int, CellMoments>();
        for (var h = 0; h < Strata.Count; h++)
        {
            here.Clear();
            var (first, units) = ((int)_population.First[h], (int)Strata[h].Population);
            for (var drawn = 0; drawn < Strata[h].Sampled; drawn++)
            {
                var other = first + drawn + chance.Below(units - drawn);
                (_order[first + drawn], _order[other]) = (_order[other], _order[first + drawn]);
                if (chance.Happens(_population.Propensities[h]))
                {
                    Answer(_order[first + drawn], h);
                }
            }
        }

        return cells;

        void Answer(int company, int h)
        {
            var cell = _population.CellOf[company];
            if (!here.TryGetValue(cell, out var moments))
            {
                here.Add(cell, moments = new(1));
                cells.Add(new(h, cell, moments));
            }

            moments.Add([_population.Scores[company]]);
        }
    }
}
