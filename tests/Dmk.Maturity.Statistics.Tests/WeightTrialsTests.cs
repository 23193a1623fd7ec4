namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Other weights of an index tried by the thousand: the same means as one by one, and ranks over all of them.</summary>
public sealed class WeightTrialsTests
{
    private static readonly MomentLayout _layout = new(4) { Crossed = [0, 1, 2, 3] };

    private readonly WeightedCells _sample = Sample(7);
    private readonly CellPartition _laender = new([0, 1, 2, 3, -1], 4);

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 0, 2)]
    [InlineData(0, 0, 1)]
    public void Means_under_tried_weights_are_those_of_the_what_if(double first, double second, double third)
    {
        double[] weights = [0, first, second, third];
        var expected = new CellEstimates(_sample, new()).Means(new CellMeasure.WhatIf(weights, Needed: 0), _laender);

        var means = new double[4];
        PatternMeans.Of(_sample, _laender, 0).Under(weights, means);

        for (var land = 0; land < means.Length; land++)
        {
            Assert.Equal(expected[land]!.Value, means[land], 1e-9);
        }
    }

    [Fact]
    public void Weightings_near_the_declared_one_leave_every_rank()
    {
        double[] declared = [0, 2, 1, 1];
        var means = PatternMeans.Of(_sample, _laender, 0);
        var under = new double[4];
        means.Under(declared, under);

        var near = WeightTrials.Of(means, declared, 1e8, 500, 1);
        var wide = WeightTrials.Of(means, declared, 3, 4000, 1);

        Assert.Equal(Ranking.Competition(under), near.Select(land => (int?)land.Median));
        Assert.All(near, land => Assert.Equal(500, land.Frequencies.Max()));
        Assert.All(wide, land => Assert.Equal(4000, land.Draws));
        Assert.Contains(wide, land => land.Frequencies.Max() < 3600);
    }

    [Fact]
    public void A_seed_fixes_the_result()
    {
        var means = PatternMeans.Of(_sample, _laender, 0);

        var (one, again, other) = (Ranks(1), Ranks(1), Ranks(2));

        Assert.Equal(one, again);
        Assert.NotEqual(one, other);

        int[] Ranks(int seed)
        {
            return [.. WeightTrials.Of(means, [0, 1, 1, 1], 3, 1000, seed).SelectMany(land => land.Frequencies)];
        }
    }

    [Fact]
    public void A_domain_without_the_dimensions_that_have_weight_has_no_mean()
    {
        var moments = new CellMoments(_layout);
        moments.Add([50, 50, double.NaN, double.NaN]);
        var sample = WeightedCells.Of([new(0, 0, moments)], Weighting.Given([1], [10]));

        var means = new double[1];
        PatternMeans.Of(sample, CellPartition.Whole(1), 0).Under([0, 0, 1, 1], means);

        Assert.True(double.IsNaN(means[0]));
    }

    /// <summary>Five places, the last outside of all domains, of which some companies lack dimensions or the index.</summary>
    private static WeightedCells Sample(int seed)
    {
        var random = new Random(seed);
        var cells = new StratumCell[5];
        for (var place = 0; place < cells.Length; place++)
        {
            var moments = new CellMoments(_layout);
            for (var company = 0; company < 40; company++)
            {
                moments.Add([
                    .. Enumerable
                        .Range(0, 4)
                        .Select(dimension =>
                            random.NextDouble() < 0.15 ? double.NaN : (3 * place * (dimension - 2)) + 20 + (60 * random.NextDouble())
                        ),
                ]);
            }

            cells[place] = new(place, place, moments);
        }

        return WeightedCells.Of(cells, Weighting.Given([40, 40, 40, 40, 40], [400, 500, 900, 200, 700]));
    }
}
