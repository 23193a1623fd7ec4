using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>What follows from cell moments is what follows from the respondents one by one, whose estimators are checked against R: every
/// measure, with and without finite population correction, before and after a calibration, variances and covariances.</summary>
public sealed class CellsAgainstUnitsTests
{
    private const double Tolerance = 1e-9;
    private const int Cells = 6;
    private static readonly CellPartition _parts = new([0, 1, 1, 2, -1, 0], 3);
    private static readonly CellPartition _whole = CellPartition.Whole(Cells);

    private static readonly MomentLayout _layout = new(3)
    {
        Crossed = [0, 1, 2],
        Steps =
        [
            [25, 50],
            [],
            [],
        ],
        PerPerson = true,
    };

    private static readonly Gen<double> _score = Gen.Frequency(
        (8, Gen.Int[0, 400].Select(score => score / 4.0)),
        (1, Gen.Const(double.NaN))
    );

    private static readonly Gen<Survey> _surveys =
        from strata in Gen.Int[1, 4]
        from units in Gen.Select(
                Gen.Int[0, strata - 1],
                Gen.Int[0, Cells - 1],
                _score.Array[3],
                Gen.Frequency((9, Gen.Int[1, 5000].Select(persons => (double)persons)), (1, Gen.Const(double.NaN)))
            )
            .Select(unit => new Unit(unit.Item1, unit.Item2, unit.Item3, unit.Item4))
            .Array[6, 60]
        from weights in Gen.Double[1, 40].Array[strata]
        from more in Gen.Int[0, 60].Array[strata]
        from lonely in Gen.OneOf(Gen.Const(LonelyUnit.Adjust), Gen.Const(LonelyUnit.Certainty), Gen.Const(LonelyUnit.Average))
        from finite in Gen.OneOf(Gen.Const(FinitePopulation.WithinClasses), Gen.Const(FinitePopulation.None))
        select new Survey(units, strata, weights, more, lonely, finite);

    [Fact]
    public void Means_of_scores_are_the_same() => Same(survey => (new CellMeasure.Score(1), survey.Values(unit => unit.Scores[1]), null));

    [Fact]
    public void Shares_that_reach_a_step_are_the_same() =>
        Same(survey => (new CellMeasure.Reached(0, 1), survey.Values(unit => Flag(unit.Scores[0], score => score >= 50)), null));

    [Fact]
    public void Shares_at_a_step_are_the_same() =>
        Same(survey => (new CellMeasure.AtStep(0, 0), survey.Values(unit => Flag(unit.Scores[0], score => score is >= 25 and < 50)), null));

    [Fact]
    public void Shares_below_the_first_step_are_the_same() =>
        Same(survey => (new CellMeasure.AtStep(0, -1), survey.Values(unit => Flag(unit.Scores[0], score => score < 25)), null));

    [Fact]
    public void Means_per_person_employed_are_the_same() =>
        Same(survey =>
            (
                new CellMeasure.PerPerson(1),
                survey.Values(unit => unit.Scores[1] * unit.Persons),
                survey.Values(unit => double.IsNaN(unit.Scores[1]) ? double.NaN : unit.Persons)
            )
        );

    [Fact]
    public void Ratios_of_two_variables_are_the_same() =>
        Same(survey => (new CellMeasure.Ratio(0, 2), survey.Values(unit => unit.Scores[0]), survey.Values(unit => unit.Scores[2])));

    [Fact]
    public void An_index_with_other_weights_is_the_same() =>
        Same(survey =>
            (new CellMeasure.WhatIf([1, 2.5, 0.5], 0.5), survey.Values(unit => Weighted(unit.Scores, [1, 2.5, 0.5], 0.5)), null)
        );

    [Fact]
    public void The_estimated_population_is_the_same() => Same(survey => (new CellMeasure.Units(), survey.Values(_ => 1), null));

    /// <summary>Of shares that no few weights add up to: which of two values is taken at a tie is a matter of the last bit.</summary>
    [Fact]
    public void Quantiles_from_counts_of_scores_are_the_same() =>
        Gen.Select(_surveys, Gen.Bool, Gen.OneOf(Gen.Const(0.0117), Gen.Const(0.1237), Gen.Const(0.5077), Gen.Const(0.8011)))
            .Sample(
                (survey, isCalibrated, probability) =>
                {
                    var (cells, units) = survey.Samples(isCalibrated);
                    var options = new SampleOptions(DegreesOfFreedomRule.Satterthwaite);
                    var all = SampleQuantiles.Of(units, survey.Domains(), survey.Values(unit => unit.Scores[1]), probability, options);
                    var quantiles = new CellQuantiles(cells, new(survey.Lonely), 1, [.. cells.Cells.Select(survey.Counts)]);
                    Estimate?[] found = [.. quantiles.Of(_parts, probability), .. quantiles.Of(_whole, probability)];
                    foreach (var (expected, actual) in all.Zip(found))
                    {
                        Assert.Equal((expected?.Value, expected?.Respondents), (actual?.Value, actual?.Respondents));
                        // Of a share that calibration explains wholly, rounding alone decides where the bounds fall.
                        if (!isCalibrated && expected is { StandardError: not 0 } one && actual is { } other)
                        {
                            Near(one.StandardError, other.StandardError, 1);
                            Near(one.DegreesOfFreedom, other.DegreesOfFreedom, 1);
                            Assert.Equal((one.Interval.Lower, one.Interval.Upper), (other.Lower, other.Upper));
                        }
                    }
                },
                iter: 300
            );

    private static double Flag(double score, Func<double, bool> isThere) =>
        double.IsNaN(score) ? double.NaN
        : isThere(score) ? 1
        : 0;

    private static double Weighted(double[] scores, double[] weights, double least)
    {
        var present = scores.Zip(weights).Where(pair => !double.IsNaN(pair.First)).ToArray();
        var weight = present.Sum(pair => pair.Second);
        return weight < least * weights.Sum() || weight == 0 ? double.NaN : present.Sum(pair => pair.First * pair.Second) / weight;
    }

    private static void Same(Func<Survey, (CellMeasure Measure, double[] Above, double[]? Below)> measured) =>
        Gen.Select(_surveys, Gen.Bool)
            .Sample(
                (survey, isCalibrated) =>
                {
                    var (cells, units) = survey.Samples(isCalibrated);
                    var (measure, above, below) = measured(survey);
                    var options = new SampleOptions(DegreesOfFreedomRule.Satterthwaite) { Intervals = IntervalVariance.Adjusted };
                    var domains = survey.Domains();
                    var statistics = below is null
                        ? SampleStatistics.Means(units, domains, above, options)
                        : SampleStatistics.Ratios(units, domains, above, below, options);
                    var estimates = new CellEstimates(cells, new(survey.Lonely));
                    CheckAll(
                        statistics,
                        [.. estimates.Means(measure, _parts), .. estimates.Means(measure, _whole)],
                        domain => measure is CellMeasure.PerPerson ? Kish(units, domains[domain], below!) : null
                    );
                    if (below is null)
                    {
                        var totals = SampleStatistics.Totals(units, domains, above, options);
                        CheckAll(totals, [.. estimates.Totals(measure, _parts), .. estimates.Totals(measure, _whole)], _ => null);
                    }

                    CheckJoint(statistics, estimates.JointMeans(measure, [_parts, _whole]));
                },
                iter: 300
            );

    /// <summary>(sum w b)^2 / sum (w b)^2: where each unit counts b times.</summary>
    private static double Kish(SampleDesign units, int[] domain, double[] times)
    {
        var weights = units.Weights.ToArray();
        double[] counted = [.. domain.Where(unit => !double.IsNaN(times[unit])).Select(unit => weights[unit] * times[unit])];
        return counted.Sum() * counted.Sum() / counted.Sum(one => one * one);
    }

    /// <param name="effective">Effective respondents of a domain where they are not those of the weights alone.</param>
    private static void CheckAll(SampleStatistics expected, Estimate?[] actual, Func<int, double?> effective)
    {
        for (var domain = 0; domain < actual.Length; domain++)
        {
            // Where all denominators are 0 there is no ratio.
            Assert.Equal(expected.Estimates[domain] is not { } known || !double.IsFinite(known.Value), actual[domain] is null);
            if (expected.Estimates[domain] is { } one && actual[domain] is { } other)
            {
                Assert.Equal(one.Respondents, other.Respondents);
                Near(one.Value, other.Value, 1);
                Near(one.Population, other.Population, 1);
                Near(effective(domain) ?? one.EffectiveRespondents, other.EffectiveRespondents, 1);
                Near(one.StandardError, other.StandardError, Math.Abs(one.Value) + 1);
                if (one.StandardError > 1e-6 * (Math.Abs(one.Value) + 1))
                {
                    Near(one.DegreesOfFreedom, other.DegreesOfFreedom, 1);
                    // Where weights add up to the respondents, rounding alone decides whether it is infinite or missing.
                    if (double.IsFinite(one.DesignEffect))
                    {
                        Near(one.DesignEffect, other.DesignEffect, 1);
                    }

                    Near(one.Interval.Lower, other.Lower, Math.Abs(one.Value) + 1);
                }
            }
        }
    }

    private static void CheckJoint(SampleStatistics expected, JointEstimates actual)
    {
        var covariances = expected.Covariances();
        for (var a = 0; a < actual.Count; a++)
        {
            Near(expected.Estimates[a] is { } one && double.IsFinite(one.Value) ? one.Value : double.NaN, actual.Value(a), 1);
            for (var b = 0; b < actual.Count; b++)
            {
                if (double.IsFinite(covariances[a, b]) && expected.Estimates[a]!.Respondents > 1 && expected.Estimates[b]!.Respondents > 1)
                {
                    Near(covariances[a, b], actual.Covariance(a, b), Math.Abs(covariances[a, a]) + Math.Abs(covariances[b, b]) + 1e-3);
                }
            }
        }
    }

    private static void Near(double expected, double actual, double size) =>
        Assert.True(
            double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= Tolerance * (Math.Abs(expected) + size),
            $"{actual:R} instead of {expected:R}"
        );

    private sealed record Unit(int Stratum, int Cell, double[] Scores, double Persons);

    private sealed record Survey(Unit[] Units, int Strata, double[] Weights, int[] More, LonelyUnit Lonely, FinitePopulation Finite)
    {
        public double[] Values(Func<Unit, double> value) => [.. Units.Select(value)];

        /// <summary>How many of a cell have which second score.</summary>
        public IReadOnlyList<ScoreCount> Counts(StratumCell cell) =>
            [
                .. Units
                    .Where(unit => (unit.Stratum, unit.Cell) == (cell.Stratum, cell.Cell) && !double.IsNaN(unit.Scores[1]))
                    .CountBy(unit => unit.Scores[1])
                    .Select(one => new ScoreCount(one.Key, one.Value)),
            ];

        /// <summary>Those of the parts, then the whole.</summary>
        public IReadOnlyList<int[]> Domains() =>
            [
                .. Enumerable
                    .Range(0, _parts.Count)
                    .Select(domain =>
                        Enumerable.Range(0, Units.Length).Where(unit => _parts.DomainOf[Units[unit].Cell] == domain).ToArray()
                    ),
                [.. Enumerable.Range(0, Units.Length)],
            ];

        public (WeightedCells Cells, SampleDesign Units) Samples(bool isCalibrated)
        {
            long[] populations =
            [
                .. Enumerable.Range(0, Strata).Select(stratum => Units.LongCount(unit => unit.Stratum == stratum) + More[stratum]),
            ];
            var cells = WeightedCells.Of(
                [
                    .. Units
                        .GroupBy(unit => (unit.Stratum, unit.Cell))
                        .Select(cell => new StratumCell(cell.Key.Stratum, cell.Key.Cell, MomentsOf(cell))),
                ],
                Weighting.Given(Weights, populations),
                Finite
            );
            int[] used = [.. Units.Select(unit => unit.Stratum).Distinct().Order()];
            var units = SampleDesign.Of(
                [.. Units.Select(unit => Weights[unit.Stratum])],
                [.. Units.Select(unit => Array.IndexOf(used, unit.Stratum))],
                Finite == FinitePopulation.None ? null : [.. used.Select(stratum => (double)populations[stratum])],
                Lonely
            );
            return isCalibrated
                ? (
                    cells.Calibrated([Margin([.. cells.Cells.Select(cell => cell.Cell)])], CalibrationDistance.Raking),
                    units.Calibrated([Margin([.. Units.Select(unit => unit.Cell)])], CalibrationDistance.Raking)
                )
                : (cells, units);
        }

        /// <summary>Cells 0 to 2 are one category, the others one each.</summary>
        private CalibrationTerm.Categories Margin(int[] cellOf)
        {
            int[] categories = [.. Units.Select(unit => Math.Max(0, unit.Cell - 2)).Distinct().Order()];
            return new(
                "margin",
                [.. cellOf.Select(cell => Array.IndexOf(categories, Math.Max(0, cell - 2)))],
                [.. categories.Select(category => $"{category}")],
                [.. categories.Select(category => 100.0 + (50 * category))]
            );
        }

        private static CellMoments MomentsOf(IEnumerable<Unit> units)
        {
            var moments = new CellMoments(_layout);
            foreach (var unit in units)
            {
                moments.Add(unit.Scores, unit.Persons);
            }

            return moments;
        }
    }
}
