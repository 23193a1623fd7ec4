using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Estimates from moments are those from the units, whatever the order, the parts and the scale of the weights.</summary>
public sealed class CellEstimatesTests
{
    private const int Cells = 5;
    private static readonly int[] _domainOf = [0, 1, 1, 2, -1];

    private static readonly Gen<Study> _studies =
        from strata in Gen.Int[1, 5]
        from units in Gen.Select(
            Gen.Int[0, strata - 1],
            Gen.Int[0, Cells - 1],
            Gen.Frequency((6, Gen.Double[0, 100]), (1, Gen.Const(double.NaN)))
        ).Array[1, 60]
        from weights in Gen.Double[0.5, 80].Array[strata]
        from more in Gen.Long[0, 100].Array[strata]
        select new Study(units, weights, [.. more.Select((rest, stratum) => rest + units.Count(unit => unit.Item1 == stratum))]);

    [Fact]
    public void Two_passes_over_the_units_give_the_same() =>
        _studies.Sample(study =>
        {
            var estimates = study.Estimates(study.Units);
            for (var domain = 0; domain < 3; domain++)
            {
                var (count, mean, standardError) = study.Naive(domain);
                Assert.Equal(count, estimates[domain]?.Respondents ?? 0);
                if (estimates[domain] is { } estimate)
                {
                    // Quantised scores are off by 2^-33 at most.
                    Assert.Equal(mean, estimate.Value, 1e-9);
                    Assert.Equal(count == 1 ? double.NaN : standardError, estimate.StandardError, 1e-9);
                }
            }
        });

    [Fact]
    public void The_order_of_the_units_does_not_matter() =>
        Gen.Select(_studies, Gen.Int[0, 1000])
            .Sample(
                (study, seed) =>
                {
                    var shuffled = study.Units.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    return study.Estimates(study.Units).Zip(study.Estimates(shuffled)).All(pair => Same(pair.First, pair.Second, 1e-12));
                }
            );

    [Fact]
    public void Weights_times_two_change_no_mean_and_no_standard_error() =>
        _studies.Sample(study =>
        {
            var doubled = study with { Weights = [.. study.Weights.Select(weight => 2 * weight)] };
            return study.Estimates(study.Units).Zip(doubled.Estimates(study.Units)).All(pair => Same(pair.First, pair.Second, 0));
        });

    [Fact]
    public void A_single_respondent_has_a_mean_and_no_standard_error()
    {
        var study = new Study([(0, 0, 40), (0, 1, 60), (0, 1, 80)], [10], [30]);
        var single = study.Estimates(study.Units)[0];
        Assert.NotNull(single);
        Assert.Equal((40, 1, 1), (single.Value, single.Respondents, single.EffectiveRespondents));
        Assert.True(
            double.IsNaN(single.StandardError)
                && double.IsNaN(single.Lower)
                && double.IsNaN(single.Upper)
                && double.IsNaN(single.DesignEffect)
        );
        Assert.Null(study.Estimates(study.Units)[2]);
    }

    [Fact]
    public void A_census_has_no_sampling_error()
    {
        var study = new Study([(0, 0, 40), (0, 0, 60), (0, 1, 80)], [1], [3]);
        Assert.Equal(0, study.Estimates(study.Units)[0]?.StandardError);
    }

    [Theory]
    [InlineData(DegreesOfFreedomRule.Design, 29, 97)]
    [InlineData(DegreesOfFreedomRule.Domain, 29, 28)]
    [InlineData(DegreesOfFreedomRule.Domain, 30, 29)]
    [InlineData(DegreesOfFreedomRule.DomainBelowThirty, 29, 28)]
    [InlineData(DegreesOfFreedomRule.DomainBelowThirty, 30, 97)]
    public void Degrees_of_freedom_follow_the_rule(DegreesOfFreedomRule rule, int inDomain, double expected)
    {
        var units = Enumerable.Range(0, 100).Select(unit => (unit % 3, unit < inDomain ? 0 : 1, unit * 0.5)).ToArray();
        var study = new Study(units, [1, 2, 3], [100, 100, 100]);
        Assert.Equal(expected, study.Estimates(units, rule)[0]?.DegreesOfFreedom);
    }

    [Fact]
    public void Respondents_that_the_weighting_does_not_know_are_refused()
    {
        var study = new Study([(0, 0, 40), (0, 0, 60)], [10], [1]);
        var error = Assert.Throws<ArgumentException>(() => study.Estimates(study.Units));
        Assert.Contains("2 respondents of 1 units", error.Message, StringComparison.Ordinal);
        var unsampled = Weighting.Of(
            [new(["a"], 5, 5), new(["b"], 5, 0)],
            [5, 0],
            new CollapseRule(1, double.PositiveInfinity, [new(0, ["a", "b"], CollapseKind.Adjoining)])
        );
        Assert.Throws<ArgumentException>(() => WeightedCells.Of([new(1, 0, study.MomentsOf([(1, 0, 5)]))], unsampled));
    }

    private static bool Same(Estimate? one, Estimate? other, double relative) =>
        one is null || other is null
            ? one is null && other is null
            : Near(one.Value, other.Value, relative)
                && (Near(one.StandardError, other.StandardError, relative) || Math.Max(one.StandardError, other.StandardError) < 1e-9);

    private static bool Near(double one, double other, double relative) =>
        double.IsNaN(one) ? double.IsNaN(other) : Math.Abs(one - other) <= relative * Math.Abs(one);

    private sealed record Study((int Stratum, int Cell, double Score)[] Units, double[] Weights, long[] Populations)
    {
        public IReadOnlyList<Estimate?> Estimates(
            IEnumerable<(int Stratum, int Cell, double Score)> units,
            DegreesOfFreedomRule rule = DegreesOfFreedomRule.Design
        ) =>
            new CellEstimates(
                WeightedCells.Of(
                    [
                        .. units
                            .GroupBy(unit => (unit.Stratum, unit.Cell))
                            .Select(cell => new StratumCell(cell.Key.Stratum, cell.Key.Cell, MomentsOf(cell))),
                    ],
                    Weighting.Given(Weights, Populations)
                ),
                new(LonelyUnit.Adjust, rule, Intervals: IntervalVariance.Linearised)
            ).Means(new CellMeasure.Score(0), new(_domainOf, 3));

        public CellMoments MomentsOf(IEnumerable<(int Stratum, int Cell, double Score)> units)
        {
            var moments = new CellMoments(1);
            foreach (var unit in units)
            {
                moments.Add([unit.Score]);
            }

            return moments;
        }

        /// <summary>The formula as it stands in the books, unit by unit.</summary>
        public (int Count, double Mean, double StandardError) Naive(int domain)
        {
            var inside = Units.Where(unit => _domainOf[unit.Cell] == domain && !double.IsNaN(unit.Score)).ToArray();
            var weight = inside.Sum(unit => Weights[unit.Stratum]);
            var mean = inside.Sum(unit => Weights[unit.Stratum] * unit.Score) / weight;
            var variance = 0.0;
            foreach (var stratum in Units.GroupBy(unit => unit.Stratum))
            {
                var z = stratum
                    .Select(unit =>
                        _domainOf[unit.Cell] == domain && !double.IsNaN(unit.Score)
                            ? Weights[unit.Stratum] * (unit.Score - mean) / weight
                            : 0
                    )
                    .ToArray();
                var correction = 1 - (z.Length / (double)Populations[stratum.Key]);
                var centre = z.Length == 1 ? 0 : z.Average();
                variance += correction * z.Length / Math.Max(z.Length - 1, 1) * z.Sum(one => (one - centre) * (one - centre));
            }

            return (inside.Length, mean, Math.Sqrt(variance));
        }
    }
}
