using System.Diagnostics;
using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

public sealed class CompositeLawTests
{
    private static readonly Gen<double[]> _scores = Gen.Double[0, 100].Array[2, 8];

    [Fact]
    public void Means_rise_with_their_power() =>
        _scores.Sample(scores =>
        {
            var weights = scores.Select((_, at) => at + 1.0).ToArray();
            double[] rising =
            [
                CompositeMean.Minimum(scores),
                CompositeMean.Power(scores, weights, -2),
                CompositeMean.Harmonic(scores, weights),
                CompositeMean.Geometric(scores, weights),
                CompositeMean.Power(scores, weights, 0.5),
                CompositeMean.Arithmetic(scores, weights),
                CompositeMean.Power(scores, weights, 3),
                CompositeMean.Maximum(scores),
            ];
            return rising.Zip(rising.Skip(1), (low, high) => low <= high + 1e-9).All(rises => rises);
        });

    [Fact]
    public void Weights_times_two_change_nothing() =>
        _scores.Sample(scores =>
        {
            double[] weights = [.. scores.Select((_, at) => at + 1.0)];
            double[] twice = [.. weights.Select(weight => 2 * weight)];
            return CompositeMean.Geometric(scores, weights) == CompositeMean.Geometric(scores, twice)
                && CompositeMean.Arithmetic(scores, weights) == CompositeMean.Arithmetic(scores, twice);
        });

    [Fact]
    public void A_missing_score_leaves_its_weight_to_the_others()
    {
        Assert.Equal(25, CompositeMean.Arithmetic([10, double.NaN, 30], [1, 5, 3]));
        Assert.True(double.IsNaN(CompositeMean.Arithmetic([double.NaN], [1])));
        Assert.True(
            double.IsNaN(
                new AggregationRule(CompositeAggregation.Minimum, Availability: 0.6).Score(
                    [1, double.NaN],
                    [1, 1],
                    [double.NaN, double.NaN]
                )
            )
        );
    }

    [Fact]
    public void A_zero_cannot_be_made_up_for_and_a_negative_score_has_no_geometric_mean()
    {
        Assert.Equal(0, CompositeMean.Geometric([0, 100], [1, 1]));
        Assert.Equal(0, CompositeMean.Harmonic([0, 100], [1, 1]));
        Assert.True(double.IsNaN(CompositeMean.Geometric([-1, 100], [1, 1])));
        Assert.True(double.IsNaN(CompositeMean.Harmonic([-1, 100], [1, 1])));
    }

    [Fact]
    public void Tied_units_share_the_better_rank_and_a_missing_score_has_none() =>
        Assert.Equal([new(2, 2), new(1, 1), null, new(2, 2), new(4, 1)], Place.Of([5, 9, double.NaN, 5, 1]));

    [Fact]
    public void A_column_that_winsorising_does_not_mend_is_logged()
    {
        double[] values = [.. Enumerable.Range(0, 40).Select(at => Math.Exp(at * at / 120.0))];

        var treated = Treatment.Of(values, new(2, 3.5, 1, LogTransform.Shifted));

        var (low, high) = (values.Min(), values.Max());
        Assert.Equal(LogTransform.Shifted, treated.Logged);
        Assert.Equal(Math.Log(0.01 * (high - low)), treated.Values[0], 1e-12);
        Assert.Equal(Math.Log((1.01 * high) - (1.01 * low)), treated.Values[^1], 1e-12);
    }

    [Fact]
    public void A_constant_column_has_no_scores()
    {
        Assert.All(Rescaling.MinMax([3, 3, 3], 0, 100), score => Assert.True(double.IsNaN(score)));
        Assert.All(Rescaling.Z([3, 3, 3], 0, 1), score => Assert.True(double.IsNaN(score)));
        Assert.True(Treatment.Of([3, 3, 3], OutlierRule.Usual).Passes);
    }

    [Fact]
    public void Goalposts_clamp_drop_or_keep_what_lies_outside()
    {
        Assert.Equal([0, 50, 100], Rescaling.Goalposts([-5, 5, 20], 0, 10, 100, OutsidePosts.Clamp));
        Assert.Equal([double.NaN, 50, double.NaN], Rescaling.Goalposts([-5, 5, 20], 0, 10, 100, OutsidePosts.Missing));
        Assert.Equal([-50, 50, 200], Rescaling.Goalposts([-5, 5, 20], 0, 10, 100, OutsidePosts.Keep));
    }

    [Fact]
    public void The_best_order_is_found_among_all_orders() =>
        Gen.Double[0, 100]
            .Array[5]
            .Array[4]
            .Sample(columns =>
            {
                var votes = Outranking.Of(columns, [1, 2, 3, 4]);
                var best = votes.Kemeny();
                var all = Orders([], [0, 1, 2, 3, 4]).Select(order => Support(votes, order)).ToArray();
                return Math.Abs(all.Max() - best.Support) < 1e-9
                    && best.Count == all.Count(support => support > all.Max() - 1e-9)
                    && best.Orders.All(order => Math.Abs(Support(votes, order) - best.Support) < 1e-9);
            });

    [Fact]
    public void One_factor_is_found_again()
    {
        double[] loadings = [0.9, 0.7, 0.5, 0.3];
        var matrix = new double[4, 4];
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++)
            {
                matrix[i, j] = i == j ? 1 : loadings[i] * loadings[j];
            }
        }

        var factor = OneFactor.Of(matrix);

        Assert.True(factor.Converged);
        Assert.All(loadings.Zip(factor.Loadings), pair => Assert.Equal(pair.First, pair.Second, 1e-9));
        Assert.Equal(2.4 * 2.4 / ((2.4 * 2.4) + 4 - 1.64), factor.OmegaTotal, 1e-9);
    }

    [Fact]
    public void Ten_thousand_draws_over_16_units_take_less_than_a_second_and_depend_on_the_seed_alone()
    {
        var random = new Random(7);
        var columns = Enumerable.Range(0, 30).Select(_ => Enumerable.Range(0, 16).Select(_ => 1 + (99 * random.NextDouble())).ToArray());
        double[][] scores = [.. columns];
        var tree = new CompositeTree(
            Branch("index", [.. Enumerable.Range(0, 6).Select(d => Branch($"d{d}", [.. Enumerable.Range(5 * d, 5).Select(Leaf)]))])
        );
        var doubts = new CompositeDoubts(
            [scores, [.. scores.Select(column => Rescaling.MinMax(column, 1, 100))]],
            new WeightDraw.Dirichlet(20),
            [CompositeAggregation.Arithmetic, CompositeAggregation.Geometric],
            2
        );
        _ = CompositeUncertainty.Ranks(tree, doubts, 100, 1);

        var watch = Stopwatch.StartNew();
        var first = CompositeUncertainty.Ranks(tree, doubts, 10_000, 1);
        watch.Stop();

        // A second is asked for; ten times that only catches what is wrong in kind on a busy machine.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 10);
        TestContext.Current.SendDiagnosticMessage($"10,000 draws: {watch.Elapsed.TotalMilliseconds} ms");
        Assert.All(first, unit => Assert.Equal(10_000, unit.Draws));
        var again = CompositeUncertainty.Ranks(tree, doubts, 10_000, 1);
        Assert.All(first.Zip(again), pair => Assert.Equal(pair.First.Frequencies, pair.Second.Frequencies));
        Assert.Contains(first.Zip(CompositeUncertainty.Ranks(tree, doubts, 10_000, 2)), pair => pair.First.Mean != pair.Second.Mean);
    }

    [Fact]
    public void Drawn_weights_have_the_declared_mean()
    {
        // With units that have 1 in a single column the score is the drawn share of that column.
        double[][] columns =
        [
            [1, 0, 0],
            [0, 1, 0],
            [0, 0, 1],
        ];
        var tree = new CompositeTree(
            new CompositeNode.Branch(
                "index",
                1,
                new(CompositeAggregation.Arithmetic),
                [new CompositeNode.Leaf("a", 1, 0), new CompositeNode.Leaf("b", 2, 1), new CompositeNode.Leaf("c", 5, 2)]
            )
        );

        var draws = CompositeUncertainty.Scores(tree, new([columns], new WeightDraw.Dirichlet(16), [], 0), 40_000, 3);

        double[] shares = [0.125, 0.25, 0.625];
        for (var unit = 0; unit < 3; unit++)
        {
            var drawn = draws.Select(draw => draw[unit]).ToArray();
            Assert.Equal(shares[unit], Column.Mean(drawn), 0.005);
            Assert.Equal(Math.Sqrt(shares[unit] * (1 - shares[unit]) / 17), Column.StandardDeviation(drawn), 0.005);
        }
    }

    [Fact]
    public void Effects_of_the_Ishigami_function_are_those_of_theory()
    {
        // Ishigami and Homma (1990) with a = 7 and b = 0.1: S = (0.3139, 0.4424, 0), ST = (0.5576, 0.4424, 0.2437).
        static double Model(double[] point)
        {
            var x = Array.ConvertAll(point, u => Math.PI * ((2 * u) - 1));
            return Math.Sin(x[0]) + (7 * Math.Pow(Math.Sin(x[1]), 2)) + (0.1 * Math.Pow(x[2], 4) * Math.Sin(x[0]));
        }

        var effects = SobolIndex.Of(Model, 3, 20_000, 11);

        (double First, double Total)[] theory = [(0.3139, 0.5576), (0.4424, 0.4424), (0, 0.2437)];
        Assert.All(
            theory.Zip(effects),
            pair =>
            {
                Assert.Equal(pair.First.First, pair.Second.First, 0.03);
                Assert.Equal(pair.First.Total, pair.Second.Total, 0.03);
                Assert.InRange(pair.First.Total, pair.Second.TotalLower - 0.01, pair.Second.TotalUpper + 0.01);
            }
        );
    }

    [Fact]
    public void Only_what_is_in_doubt_has_an_effect_on_ranks()
    {
        var random = new Random(5);
        double[][] scores =
        [
            .. Enumerable.Range(0, 4).Select(_ => Enumerable.Range(0, 12).Select(_ => 1 + (99 * random.NextDouble())).ToArray()),
        ];
        var tree = new CompositeTree(Branch("index", [.. Enumerable.Range(0, 4).Select(Leaf)]));
        CompositeAggregation[] two = [CompositeAggregation.Arithmetic, CompositeAggregation.Harmonic];

        var effects = CompositeUncertainty.Effects(tree, new([scores], new WeightDraw.Declared(), two, 0), scores, 500, 4);

        Assert.Equal(1, effects[2].First, 0.1);
        Assert.Equal(1, effects[2].Total, 0.1);
        Assert.All([effects[0], effects[1], effects[3]], effect => Assert.Equal(0, effect.Total));
    }

    private static CompositeNode Leaf(int column) => new CompositeNode.Leaf($"i{column}", 1, column);

    private static CompositeNode.Branch Branch(string id, CompositeNode[] children) =>
        new(id, 1, new(CompositeAggregation.Arithmetic), children);

    private static double Support(Outranking votes, int[] order) =>
        Enumerable.Range(0, order.Length).Sum(i => Enumerable.Range(i + 1, order.Length - i - 1).Sum(j => votes[order[i], order[j]]));

    private static IEnumerable<int[]> Orders(int[] begun, int[] left) =>
        left.Length == 0 ? [begun] : left.SelectMany(unit => Orders([.. begun, unit], [.. left.Where(other => other != unit)]));
}
