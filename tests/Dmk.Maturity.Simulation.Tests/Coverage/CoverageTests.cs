namespace Dmk.Maturity.Simulation.Tests;

/// <summary>Intervals hold the truth as often as they say. docs/trials/coverage.md is the same at length.</summary>
public class CoverageTests
{
    private const int Repetitions = 200;
    private const int Invited = 2_500;

    private static readonly TruePopulation _population = TruePopulation.Of(Pilot.Classifications, 40_000, 2027, Movers.Some);
    private static readonly IntervalWay _shorter = IntervalWay.AtLevel(0.86);
    private static readonly CoverageRun _run = Run();

    /// <param name="apart">How many domains of a sample are counted as independent ones; they share classes where classes are
    /// merged.</param>
    [Theory]
    [InlineData("Germany", 1)]
    [InlineData("Land", 16)]
    [InlineData("sector", 13)]
    [InlineData("size", 4)]
    [InlineData("Land x sector", 20)]
    [InlineData("Land x size", 20)]
    [InlineData("sector x size", 20)]
    public void Intervals_cover_93_to_97_percent_of_true_means(string table, int apart) =>
        Assert.InRange(Coverage(IntervalWay.Product, table), 0.93 - Margin(apart), 0.97 + Margin(apart));

    [Theory]
    [InlineData("Land x sector")]
    [InlineData("Land x size")]
    [InlineData("sector x size")]
    public void Intervals_of_86_percent_do_not(string table) => Assert.InRange(Coverage(_shorter, table), 0.8, 0.93 - Margin(20));

    [Fact]
    public void Scores_are_skewed_and_companies_stand_elsewhere_than_in_the_frame()
    {
        var (large, moved) = (new List<double>(), 0);
        for (var h = 0; h < _population.Frame.Count; h++)
        {
            var (first, units) = ((int)_population.First[h], (int)_population.Frame[h].Population);
            moved += _population.CellOf.AsSpan(first, units).ToArray().Count(cell => _population.Cells[cell] != _population.Frame[h].Cell);
            if (units > 300)
            {
                large.Add(Skewness(_population.Scores.AsSpan(first, units)));
            }
        }

        Assert.InRange(large.Average(), 0.2, 1.5);
        Assert.InRange(moved / (double)_population.Companies, 0.04, 0.05);
        Assert.All(_population.Scores, score => Assert.InRange(score, 0, 100));
    }

    /// <summary>Three standard errors of a share of 0.95 in so many samples of so many domains.</summary>
    private static double Margin(int apart) => 3 * Math.Sqrt(0.95 * 0.05 / Repetitions / apart);

    private static double Coverage(IntervalWay way, string table)
    {
        var tallies = _run.WithEnough(way, table);
        return tallies.Sum(tally => tally.Covered) / (double)tallies.Sum(tally => tally.Intervals);
    }

    private static double Skewness(ReadOnlySpan<double> values)
    {
        var scores = values.ToArray();
        var mean = scores.Average();
        var spread = Math.Sqrt(scores.Average(score => (score - mean) * (score - mean)));
        return scores.Average(score => Math.Pow((score - mean) / spread, 3));
    }

    private static CoverageRun Run()
    {
        var run = new CoverageRun(_population, Invited, Pilot.Design.Weights.Collapse, [IntervalWay.Product, _shorter], seed: 1);
        for (var repetition = 0; repetition < Repetitions; repetition++)
        {
            run.Repeat();
        }

        return run;
    }
}
