using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Moments are exact: they forget order and grouping, and what was added can be taken back.</summary>
public sealed class CellMomentsTests
{
    private static readonly MomentLayout _one = new(1);
    private static readonly MomentLayout _all = new(3)
    {
        Crossed = [0, 2],
        Steps =
        [
            [25, 50, 75],
            [],
            [0],
        ],
        PerPerson = true,
    };

    private static readonly Gen<double> _score = Gen.Frequency(
        (8, Gen.Double[0, 100]),
        (2, Gen.Double[-1e6, 1e6]),
        (2, Gen.Const(double.NaN))
    );
    private static readonly Gen<double[][]> _respondents = _score.Array[4].Array[0, 40];

    [Fact]
    public void Sums_and_squares_of_quarters_are_exact()
    {
        var cell = Of([
            [0.25, 12.5],
            [99.75, double.NaN],
            [50, 25],
        ]);
        Assert.Equal(3, cell.Respondents);
        Assert.Equal((3, 150, (0.25 * 0.25) + (99.75 * 99.75) + 2500), (cell.Count(0), cell.Sum(0), cell.SumOfSquares(0)));
        Assert.Equal((2, 37.5, 18.75), (cell.Count(1), cell.Sum(1), cell.Mean(1)));
        Assert.Equal(12.5 * 12.5 / 2, cell.SquaredDeviations(1));
    }

    [Fact]
    public void A_tie_between_two_quanta_goes_to_the_even_one()
    {
        var quantum = Math.Pow(2, -32);
        var cell = Of([
            [0.5 * quantum, 1.5 * quantum],
        ]);
        Assert.Equal(0, cell.Sum(0));
        Assert.Equal(2 * quantum, cell.Sum(1));
    }

    [Fact]
    public void A_respondent_without_any_value_is_a_respondent()
    {
        var cell = Of([
            [double.NaN],
        ]);
        Assert.Equal((1, 0, 0, 0), (cell.Respondents, cell.Count(0), cell.Sum(0), cell.SquaredDeviations(0)));
        Assert.True(double.IsNaN(cell.Mean(0)));
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(1000000.0001)]
    [InlineData(-1e7)]
    public void A_score_out_of_range_is_refused_and_leaves_no_trace(double score)
    {
        var cell = Of([
            [1, 2],
        ]);
        var before = cell.ToWords();
        Assert.Throws<ArgumentOutOfRangeException>(() => cell.Add([5, score]));
        Assert.Throws<ArgumentOutOfRangeException>(() => cell.Subtract([1, score]));
        Assert.Equal(before, cell.ToWords());
    }

    [Fact]
    public void What_was_never_added_cannot_be_subtracted()
    {
        var cell = Of([
            [1, double.NaN],
        ]);
        var before = cell.ToWords();
        Assert.Throws<InvalidOperationException>(() => cell.Subtract([1, 1]));
        Assert.Equal(before, cell.ToWords());
        Assert.Throws<InvalidOperationException>(() => new CellMoments(1).Subtract([double.NaN]));
    }

    [Fact]
    public void Scores_and_cells_must_have_the_same_variables()
    {
        Assert.Throws<ArgumentException>(() => new CellMoments(2).Add([1]));
        Assert.Throws<ArgumentException>(() => new CellMoments(2).Merge(new CellMoments(3)));
        Assert.Throws<ArgumentException>(() => new CellMoments(3).Merge(new CellMoments(_all)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CellMoments(-1));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(2, 0)]
    [InlineData(1, 1)]
    [InlineData(-1, 0)]
    public void Products_are_kept_of_variables_that_are_there(int one, int other) =>
        Assert.Throws<ArgumentException>(() => new CellMoments(new MomentLayout(3) { Crossed = [one, other] }));

    [Fact]
    public void Steps_ascend_and_stand_for_every_variable()
    {
        Assert.Throws<ArgumentException>(() =>
            new CellMoments(
                new MomentLayout(2)
                {
                    Steps =
                    [
                        [1],
                    ],
                }
            )
        );
        Assert.Throws<ArgumentException>(() =>
            new CellMoments(
                new MomentLayout(1)
                {
                    Steps =
                    [
                        [2, 1],
                    ],
                }
            )
        );
    }

    [Fact]
    public void Who_reaches_a_step_reaches_those_before()
    {
        var cell = Of([
            [24.9, 0, -1, 1],
            [25, 0, 0, 1],
            [75, 0, 3, 1],
            [double.NaN, 0, double.NaN, 1],
        ]);
        Assert.Equal((3, 2, 1, 1), (cell.Count(0), cell.Reached(0, 0), cell.Reached(0, 1), cell.Reached(0, 2)));
        Assert.Equal(2, cell.Reached(2, 0));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1.1e7)]
    public void Impossible_numbers_of_persons_are_refused_and_leave_no_trace(double persons)
    {
        var cell = new CellMoments(_all);
        var before = cell.ToWords();
        Assert.Throws<ArgumentOutOfRangeException>(() => cell.Add([1, 2, 3], persons));
        Assert.Equal(before, cell.ToWords());
    }

    [Fact]
    public void Thousands_of_companies_with_a_million_persons_fit()
    {
        var cell = new CellMoments(_all);
        for (var company = 0; company < 5000; company++)
        {
            cell.Add([100, 99.5, double.NaN], 1e6);
        }

        Assert.True(cell.SameAs(CellMoments.FromWords(_all, cell.ToWords())));
        var sample = WeightedCells.Of([new(0, 0, cell)], Weighting.Given([2], [10000]));
        var estimate = new CellEstimates(sample, new()).Means(new CellMeasure.PerPerson(0), CellPartition.Whole(1))[0]!;
        Assert.Equal((100, 0), (estimate.Value, estimate.StandardError));
    }

    [Fact]
    public void Words_that_cannot_be_moments_are_refused()
    {
        Assert.Throws<ArgumentException>(() => CellMoments.FromWords(_one, []));
        Assert.Throws<ArgumentException>(() => CellMoments.FromWords(_one, [1, 1, 0]));
        Assert.Throws<ArgumentException>(() => CellMoments.FromWords(_one, [-1]));
        Assert.Throws<ArgumentException>(() => CellMoments.FromWords(_one, [1, 2, 0, 0, 0, 0]));
        Assert.Throws<ArgumentException>(() => CellMoments.FromWords(_one, [1, 1, 0, 0, -1, 0]));
    }

    [Fact]
    public void The_order_does_not_matter() =>
        Gen.Select(_respondents, Gen.Int[0, 1000])
            .Sample(
                (respondents, seed) =>
                {
                    var shuffled = respondents.ToArray();
                    new Random(seed).Shuffle(shuffled);
                    return Of(respondents).SameAs(Of(shuffled));
                }
            );

    [Fact]
    public void Parts_merged_are_the_whole() =>
        Gen.Select(_respondents, _respondents)
            .Sample(
                (one, other) =>
                {
                    var merged = Of(one);
                    merged.Merge(Of(other));
                    return merged.SameAs(Of([.. one, .. other]));
                }
            );

    [Fact]
    public void Added_then_subtracted_is_as_before() =>
        Gen.Select(_respondents, _respondents)
            .Sample(
                (staying, leaving) =>
                {
                    var cell = Of([.. staying, .. leaving]);
                    foreach (var scores in leaving)
                    {
                        cell.Subtract(scores.AsSpan(0, 3), Math.Abs(scores[3]));
                    }

                    return cell.SameAs(Of(staying));
                }
            );

    [Fact]
    public void Words_and_back_are_the_same_moments() =>
        _respondents.Sample(respondents => CellMoments.FromWords(_all, Of(respondents).ToWords()).SameAs(Of(respondents)));

    [Fact]
    public void Squared_deviations_are_those_of_two_passes() =>
        _score
            .Where(score => !double.IsNaN(score))
            .Array[1, 40]
            .Sample(scores =>
            {
                var mean = scores.Average();
                var expected = scores.Sum(score => (score - mean) * (score - mean));
                var actual = Of([.. scores.Select(score => new[] { score })]).SquaredDeviations(0);
                return Math.Abs(actual - expected) <= 1e-9 * (expected + 1);
            });

    [Fact]
    public void Equal_values_deviate_by_exactly_nothing() =>
        Gen.Select(Gen.Double[-1e6, 1e6], Gen.Int[1, 50])
            .Sample((score, times) => Of([.. Enumerable.Repeat(new[] { score }, times)]).SquaredDeviations(0) == 0);

    [Fact]
    public void Adding_allocates_nothing()
    {
        var cell = new CellMoments(3);
        double[] scores = [1.5, double.NaN, 99];
        cell.Add(scores);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var time = 0; time < 1000; time++)
        {
            cell.Add(scores);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static CellMoments Of(double[][] respondents)
    {
        var all = respondents.Length == 0 || respondents[0].Length == 4;
        var cell = new CellMoments(all ? _all : new MomentLayout(respondents[0].Length));
        foreach (var scores in respondents)
        {
            cell.Add(all ? scores.AsSpan(0, 3) : scores, all ? Math.Abs(scores[3]) : double.NaN);
        }

        return cell;
    }
}
