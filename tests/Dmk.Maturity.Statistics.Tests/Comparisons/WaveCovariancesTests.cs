namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Covariances of two waves from sums, against companies one by one and against repeated samples.</summary>
public sealed class WaveCovariancesTests
{
    private const int Strata = 3;
    private const int Domains = 2;
    private static readonly long[] _populations = [60, 80, 120];
    private static readonly CellPartition _parts = new([0, 1], Domains);

    /// <summary>A company that was asked: its stratum, its domain and its score; NaN is missing.</summary>
    private sealed record Asked(int Company, int Stratum, int Domain, double Score);

    [Fact]
    public void The_same_companies_with_the_same_answers_have_the_variance_of_one_wave()
    {
        Asked[] wave = [.. Drawn(new Random(1), Enumerable.Range(0, 60))];
        var sample = Sample(wave);
        var covariances = Covariances(wave, wave);
        var means = new CellEstimates(sample, new()).Means(new CellMeasure.Score(0), _parts);

        for (var domain = 0; domain < Domains; domain++)
        {
            var (covariance, companies) = covariances.Of(domain, domain);
            Assert.Equal(means[domain]!.StandardError, Math.Sqrt(covariance), 1e-9);
            Assert.Equal(wave.Count(one => one.Domain == domain && !double.IsNaN(one.Score)), companies);
        }
    }

    [Fact]
    public void Sums_say_what_companies_one_by_one_say()
    {
        var random = new Random(2);
        Asked[] before = [.. Drawn(random, Enumerable.Range(0, 60))];
        Asked[] after = [.. Drawn(random, Enumerable.Range(40, 70))];
        var covariances = Covariances(before, after);

        for (var domain = 0; domain < Domains; domain++)
        {
            var (z, other) = (Residuals(before, domain), Residuals(after, domain));
            var expected = 0.0;
            for (var stratum = 0; stratum < Strata; stratum++)
            {
                var (n, m) = (before.Count(one => one.Stratum == stratum), after.Count(one => one.Stratum == stratum));
                var (mean, otherMean) = (
                    before.Where(one => one.Stratum == stratum).Average(one => z[one.Company]),
                    after.Where(one => one.Stratum == stratum).Average(one => other[one.Company])
                );
                int[] common = [.. before.Where(one => one.Stratum == stratum).Select(one => one.Company).Where(other.ContainsKey)];
                var spread = common.Sum(one => (z[one] - mean) * (other[one] - otherMean));
                var shrunk = 1 - (1.0 / n) - (1.0 / m) + ((double)common.Length / n / m);
                expected += (common.Length - ((double)n * m / _populations[stratum])) * spread / (common.Length * shrunk);
            }

            Assert.Equal(expected, covariances.Of(domain, domain).Covariance, 1e-9 * Math.Abs(expected));
        }
    }

    /// <summary>Three of ten and of twelve companies are in both: few enough for the means of the common ones to be of no use.</summary>
    [Fact]
    public void On_average_of_many_samples_the_covariance_is_that_of_the_estimates()
    {
        const int Repetitions = 20_000;
        var random = new Random(3);
        (double Before, double After)[] population =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(_ => (Own: Normal(random), Then: Normal(random), Now: Normal(random)))
                .Select(one => (50 + (12 * one.Own) + (5 * one.Then), 55 + (12 * one.Own) + (5 * one.Now))),
        ];
        var (estimated, befores, afters) = (0.0, new double[Repetitions], new double[Repetitions]);
        for (var time = 0; time < Repetitions; time++)
        {
            var order = Enumerable.Range(0, population.Length).ToArray();
            random.Shuffle(order);
            Asked[] before = [.. order[..10].Select(one => new Asked(one, 0, 0, population[one].Before))];
            Asked[] after = [.. order[7..19].Select(one => new Asked(one, 0, 0, population[one].After))];
            (befores[time], afters[time]) = (before.Average(one => one.Score), after.Average(one => one.Score));
            estimated += Covariances(before, after).Of(0, 0).Covariance / Repetitions;
        }

        var (middle, otherMiddle) = (befores.Average(), afters.Average());
        var found = befores.Zip(afters, (one, other) => (one - middle) * (other - otherMiddle)).Sum() / (Repetitions - 1);
        Assert.Equal(1, estimated / found, 0.1);
    }

    [Fact]
    public void A_wave_without_companies_of_the_other_has_no_covariance_with_it()
    {
        var random = new Random(4);
        Asked[] before = [.. Drawn(random, Enumerable.Range(0, 40))];
        Asked[] after = [.. Drawn(random, Enumerable.Range(100, 40))];

        Assert.Equal((0.0, 0L), Covariances(before, after).Of(0, 0));
    }

    [Fact]
    public void Calibrated_weights_are_refused()
    {
        Asked[] wave = [.. Drawn(new Random(5), Enumerable.Range(0, 30))];
        var sample = Sample(wave);
        var calibrated = sample.Calibrated(
            [new CalibrationTerm.Sum("all", [.. sample.Cells.Select(_ => 1.0)], 260)],
            CalibrationDistance.Linear
        );

        Assert.Throws<ArgumentException>(() => new WaveCovariances((calibrated, _parts), (sample, _parts), 0, []));
    }

    private static IEnumerable<Asked> Drawn(Random random, IEnumerable<int> companies) =>
        companies.Select(company => new Asked(
            company,
            company % Strata,
            random.Next(Domains),
            random.Next(8) == 0 ? double.NaN : random.Next(101)
        ));

    private static WeightedCells Sample(IEnumerable<Asked> wave) =>
        WeightedCells.Of(
            [
                .. wave.GroupBy(one => (one.Stratum, one.Domain))
                    .OrderBy(group => group.Key)
                    .Select(group => new StratumCell(group.Key.Stratum, group.Key.Domain, Moments(group))),
            ],
            Weighting.Given([2, 3, 4.5], _populations)
        );

    private static CellMoments Moments(IEnumerable<Asked> companies)
    {
        var moments = new CellMoments(1);
        foreach (var one in companies)
        {
            moments.Add([one.Score]);
        }

        return moments;
    }

    private static WaveCovariances Covariances(Asked[] before, Asked[] after)
    {
        var (earlier, later) = (Sample(before), Sample(after));
        var common = before
            .Join(after, one => one.Company, other => other.Company, (one, other) => (one, other))
            .GroupBy(pair => (Place(earlier, pair.one), Place(later, pair.other)))
            .Select(group => new CommonCell(
                group.Key.Item1,
                group.Key.Item2,
                group.Select(pair => CommonSums.Of(pair.one.Score, pair.other.Score)).Aggregate((one, other) => one.Plus(other))
            ))
            .ToArray();
        return new((earlier, _parts), (later, _parts), 0, common);
    }

    private static int Place(WeightedCells sample, Asked one) =>
        sample.Cells.Index().First(cell => (cell.Item.Stratum, cell.Item.Cell) == (one.Stratum, one.Domain)).Index;

    private static Dictionary<int, double> Residuals(Asked[] wave, int domain)
    {
        double[] weights = [2, 3, 4.5];
        Asked[] there = [.. wave.Where(one => one.Domain == domain && !double.IsNaN(one.Score))];
        var weight = there.Sum(one => weights[one.Stratum]);
        var mean = there.Sum(one => weights[one.Stratum] * one.Score) / weight;
        return wave.ToDictionary(one => one.Company, one => there.Contains(one) ? weights[one.Stratum] * (one.Score - mean) / weight : 0);
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
