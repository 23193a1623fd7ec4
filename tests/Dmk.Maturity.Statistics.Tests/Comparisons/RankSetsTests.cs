using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Confidence sets for ranks: critical values against published quantiles of the studentized range, the pilot study's ranks, and
/// how often the sets hold the true ranks.</summary>
public sealed class RankSetsTests
{
    private static readonly RankOptions _together = new();
    private static readonly RankOptions _each = new(RankCoverage.Marginal);

    [Fact]
    public void Ties_share_the_better_rank() => Assert.Equal([2, 1, null, 2, 4], Ranking.Competition([5, 7, double.NaN, 5, 4.999999999]));

    /// <summary>All pairs of K independent estimates of equal error: the critical value is that of Tukey's range, q(0.95; K, infinite) over
    /// the root of 2, and for two estimates the normal quantile. Values a little nearer or farther than that decide.</summary>
    [Theory]
    [InlineData(2, 2.7718)]
    [InlineData(3, 3.3145)]
    [InlineData(10, 4.4741)]
    [InlineData(20, 5.0117)]
    public void A_first_step_meets_the_studentized_range(int count, double range)
    {
        var law = new RankLaw(JointEstimates.Independent(new double[count], [.. Enumerable.Repeat(1.0, count)]), 40_000);
        var options = new RankOptions(Procedure: RankProcedure.SingleStep);
        int Apart(double distance)
        {
            return law.Sets([distance, .. new double[count - 1]], options).Count(set => set!.Worst == 1);
        }

        Assert.Equal(0, Apart(range * 0.985));
        Assert.Equal(1, Apart(range * 1.015));
    }

    /// <summary>One domain against K others has a smaller critical value than all pairs, and one side a smaller one than both.</summary>
    [Fact]
    public void Marginal_and_one_sided_sets_are_narrower()
    {
        double[] values = [0, -2.45, -2.45];
        var law = new RankLaw(JointEstimates.Independent(values, [0.5, 1, 1]), 20_000);

        Assert.Equal(new RankSet(1, 1, 3), law.Sets(values, _together with { Level = 0.96 })[0]);
        Assert.Equal(new RankSet(1, 1, 1), law.Sets(values, _each with { Level = 0.94, Side = RankSide.Worst })[0]);
        Assert.Equal(new RankSet(2, 1, 3), law.Sets(values, _each with { Side = RankSide.Worst, Level = 0.94 })[1]);
        Assert.Equal(new RankSet(2, 2, 3), law.Sets(values, _each with { Side = RankSide.Best, Level = 0.94 })[1]);
    }

    [Fact]
    public void A_second_step_tells_more_apart()
    {
        double[] values = [100, 80, 60, 40, 20, 4, 0];
        var estimates = JointEstimates.Independent(values, [1, 1, 1, 1, 1, 1, 1]);

        var once = RankSets.Of(estimates, new RankOptions(Procedure: RankProcedure.SingleStep));
        var stepwise = RankSets.Of(estimates, _together);

        Assert.Equal(new RankSet(6, 6, 7), once[5]);
        Assert.Equal(new RankSet(6, 6, 6), stepwise[5]);
        Assert.Equal(new RankSet(1, 1, 1), once[0]);
    }

    /// <summary>Degrees of freedom of a large file: the sets are those of the normal distribution, and are there at once.</summary>
    [Fact(Timeout = 30_000)]
    public async Task Many_degrees_of_freedom_cost_nothing()
    {
        var (values, errors) = Laender();
        var sets = await Task.Run(
            () => RankSets.Of(JointEstimates.Independent(values, errors, 10_000_000), _together),
            TestContext.Current.CancellationToken
        );
        var normal = RankSets.Of(JointEstimates.Independent(values, errors), _together);

        Assert.All(sets.Zip(normal), pair => Assert.InRange(Math.Abs(pair.First!.Worst - pair.Second!.Worst), 0, 1));
    }

    [Fact]
    public void The_same_seed_gives_the_same_sets_and_another_order_almost_always()
    {
        var (values, errors) = Laender();
        var sets = RankSets.Of(JointEstimates.Independent(values, errors), _together);
        var again = RankSets.Of(JointEstimates.Independent(values, errors), _together);
        var turned = RankSets.Of(JointEstimates.Independent([.. values.Reverse()], [.. errors.Reverse()]), _together).Reverse().ToArray();

        Assert.Equal(sets, again);
        Assert.All(sets.Zip(turned), pair => Assert.InRange(Math.Abs(pair.First!.Best - pair.Second!.Best), 0, 1));
    }

    /// <summary>The ranks are those of the file; of the sets that hold them the file says nothing, so they are held against its pairs: what
    /// Holm tells apart is told apart here, too, for both control the same error and this one knows the correlations.</summary>
    [Fact]
    public void The_pilot_study_has_the_ranks_of_its_file_and_sets_as_narrow_as_its_pairs()
    {
        var (values, errors) = Laender();
        var rows = Reference.Rows("pilot-ranking.csv");
        var sets = RankSets.Of(JointEstimates.Independent(values, errors), _together);
        var marginal = RankSets.Of(JointEstimates.Independent(values, errors), _each);
        Assert.Equal(rows.Select(row => (int)row.Whole("rank")), sets.Select(set => set!.Rank));
        var pairs = Reference.Rows("pilot-ranking-pairs.csv").Where(row => row.Number("p_holm") < 0.045).ToArray();
        for (var land = 0; land < rows.Count; land++)
        {
            var name = rows[land]["land"];
            var better = pairs.Count(row => (row["b"] == name && row.Number("t") > 0) || (row["a"] == name && row.Number("t") < 0));
            var worse = pairs.Count(row => (row["a"] == name && row.Number("t") > 0) || (row["b"] == name && row.Number("t") < 0));
            Assert.True(sets[land]!.Best >= 1 + better && sets[land]!.Worst <= 16 - worse, name);
            Assert.True(sets[land]!.Best <= sets[land]!.Rank && sets[land]!.Rank <= sets[land]!.Worst, name);
            Assert.True(marginal[land]!.Best >= sets[land]!.Best && marginal[land]!.Worst <= sets[land]!.Worst, name);
        }
    }

    [Fact]
    public void What_is_missing_is_not_ranked_and_what_has_no_standard_error_may_stand_anywhere()
    {
        var sets = RankSets.Of(JointEstimates.Independent([10, double.NaN, 0, 100], [0.1, 0.1, 0.1, double.NaN]), _together);

        Assert.Equal([new RankSet(2, 1, 2), null, new RankSet(3, 2, 3), new RankSet(1, 1, 3)], sets);
    }

    [Fact]
    public void Known_values_and_singular_covariances_have_sets()
    {
        var known = RankSets.Of(JointEstimates.Independent([3, 2, 2], [0, 0, 0]), _together);
        Assert.Equal([new RankSet(1, 1, 1), new RankSet(2, 2, 3), new RankSet(2, 2, 3)], known);

        // The first two move together, so that their difference is known; the third is against both.
        var covariance = Matrix<double>.Build.DenseOfRowArrays([1, 1, -1], [1, 1, -1], [-1, -1, 1]);
        var tied = RankSets.Of(new JointEstimates([1.001, 1, 0], covariance), _together);
        Assert.Equal([new RankSet(1, 1, 2), new RankSet(2, 2, 3), new RankSet(3, 1, 3)], tied);
        Assert.Empty(RankSets.Of(JointEstimates.Independent([], []), _together));
        Assert.Equal(new RankSet(1, 1, 1), Assert.Single(RankSets.Of(JointEstimates.Independent([5], [1]), _each)));
    }

    [Fact]
    public void Few_degrees_of_freedom_widen_the_sets()
    {
        double[] values = [3, 0];
        Assert.Equal(1, RankSets.Of(JointEstimates.Independent(values, [1, 1]), _together)[0]!.Worst);
        Assert.Equal(2, RankSets.Of(JointEstimates.Independent(values, [1, 1], 4), _together)[0]!.Worst);
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        var law = new RankLaw(JointEstimates.Independent([1, 2], [1, 1]), 100);
        Assert.StartsWith(
            "3 values for 2 estimates",
            Assert.Throws<ArgumentException>(() => law.Sets([1, 2, 3], _together)).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => law.Sets([1, 2], _together with { Level = 1 }));
        var improper = Matrix<double>.Build.Dense(3, 3, (one, other) => one == other ? 1 : -0.9);
        Assert.Throws<InvalidOperationException>(() => new RankLaw(new JointEstimates([1, 2, 3], improper)));
    }

    /// <summary>In 2,000 studies of each design: all sets hold all ranks that ties in truth allow at least as often as they say, but for
    /// the simulation's error of three standard errors; each marginal set for itself likewise.</summary>
    [Theory]
    [InlineData("far apart", 0.0)]
    [InlineData("near ties", 0.0)]
    [InlineData("all equal", 0.0)]
    [InlineData("near ties", 0.6)]
    [InlineData("unequal errors", 0.0)]
    [InlineData("three", 0.3)]
    public void Sets_hold_the_true_ranks_as_often_as_they_say(string design, double correlation)
    {
        const int Studies = 2_000;
        var count = design == "three" ? 3 : 16;
        var truth = Enumerable
            .Range(0, count)
            .Select(one =>
                design switch
                {
                    "far apart" => 4.0 * one,
                    "all equal" => 50,
                    "near ties" => (one / 4 * 3) + (one % 4 * 0.05),
                    "three" => one == 2 ? 1.5 : 0,
                    _ => one / 2.0,
                }
            )
            .ToArray();
        var errors = truth.Select((_, one) => design == "unequal errors" ? 0.3 + (one * 7 % 16 / 5.0) : 1).ToArray();
        var covariance = Matrix<double>.Build.Dense(
            count,
            count,
            (one, other) => errors[one] * errors[other] * (one == other ? 1 : correlation)
        );
        var law = new RankLaw(new JointEstimates(truth, covariance), 2_000, 7);
        var root = covariance.Cholesky().Factor;
        var (together, each) = (0, new int[count]);
        var random = new Random(99);
        var studies = Enumerable.Range(0, Studies).Select(_ => Normal.Samples(random, 0, 1).Take(count).ToArray()).ToArray();

        Parallel.ForEach(
            studies,
            normal =>
            {
                var values = (Vector<double>.Build.Dense(truth) + (root * Vector<double>.Build.Dense(normal))).ToArray();
                if (law.Sets(values, _together).Select((set, one) => Holds(set!, truth, one)).All(holds => holds))
                {
                    Interlocked.Increment(ref together);
                }

                foreach (var (set, one) in law.Sets(values, _each).Select((set, one) => (set, one)))
                {
                    if (Holds(set!, truth, one))
                    {
                        Interlocked.Increment(ref each[one]);
                    }
                }
            }
        );

        // The simulated critical value and the share of studies each have an error.
        var least = 0.95 - (3 * Math.Sqrt(0.95 * 0.05 * 2 / Studies));
        Assert.True(together / (double)Studies >= least, $"{together} of {Studies}");
        Assert.All(each, one => Assert.True(one / (double)Studies >= least, $"{one} of {Studies}"));
        if (design == "all equal")
        {
            // Nothing is certain where all are equal: sets that never miss would be too wide.
            Assert.InRange(together, 0.93 * Studies, 0.97 * Studies);
        }
    }

    private static bool Holds(RankSet set, double[] truth, int one) =>
        set.Best <= 1 + truth.Count(other => other > truth[one]) && set.Worst >= truth.Length - truth.Count(other => other < truth[one]);

    private static (double[] Values, double[] Errors) Laender()
    {
        var rows = Reference.Rows("pilot-ranking.csv");
        return ([.. rows.Select(row => row.Number("mean"))], [.. rows.Select(row => row.Number("se"))]);
    }
}
