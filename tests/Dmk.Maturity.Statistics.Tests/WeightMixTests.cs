namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Tried weights of an index as a mix of its own weights and single dimensions.</summary>
public sealed class WeightMixTests
{
    private static readonly MomentLayout _layout = new(4) { Crossed = [0, 1, 2, 3] };

    [Fact]
    public void The_mix_is_the_tried_weighting_with_as_much_of_the_declared_one_as_there_can_be()
    {
        var random = new Random(3);
        for (var times = 0; times < 200; times++)
        {
            var declared = Draw(random);
            var tried = Draw(random);

            var mix = WeightMix.Of(declared, tried);

            Assert.InRange(mix.Whole, 0, 1);
            Assert.All(mix.Parts, part => Assert.InRange(part, 0, 1));
            Assert.Equal(1, mix.Whole + mix.Parts.Sum(), 1e-12);
            for (var place = 0; place < tried.Length; place++)
            {
                var made = (mix.Whole * declared[place] / declared.Sum()) + mix.Parts[place];
                Assert.Equal(tried[place] / tried.Sum(), made, 1e-12);
            }

            Assert.Contains(mix.Parts.Index(), part => declared[part.Index] > 0 && part.Item == 0);
        }
    }

    [Fact]
    public void The_declared_weights_are_the_index_and_one_dimension_alone_is_that_dimension()
    {
        var (same, one) = (WeightMix.Of([2, 1, 1], [6, 3, 3]), WeightMix.Of([2, 1, 1], [0, 5, 0]));

        Assert.Equal(1, same.Whole, 1e-12);
        Assert.All(same.Parts, part => Assert.Equal(0, part));
        Assert.Equal(0, one.Whole, 1e-12);
        Assert.Equal([0, 1, 0], one.Parts);
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(5, 0, 2)]
    [InlineData(3, 1, 1)]
    [InlineData(0, 0, 1)]
    public void Where_all_have_all_dimensions_it_gives_the_mean_and_at_least_the_error(double first, double second, double third)
    {
        double[] declared = [2, 1, 1];
        var moments = new CellMoments(_layout);
        var random = new Random(11);
        for (var company = 0; company < 60; company++)
        {
            var maturity = 60 * random.NextDouble();
            double[] scores = [.. declared.Select(_ => maturity + (40 * random.NextDouble()))];
            moments.Add([scores.Zip(declared, (score, weight) => score * weight).Sum() / declared.Sum(), .. scores]);
        }

        var sample = WeightedCells.Of([new(0, 0, moments)], Weighting.Given([60], [900]));
        var estimates = new CellEstimates(sample, new());
        var whole = CellPartition.Whole(1);
        var own = Enumerable.Range(0, 4).Select(place => estimates.Means(new CellMeasure.Score(place), whole)[0]!).ToArray();
        var exact = estimates.Means(new CellMeasure.WhatIf([0, first, second, third], Needed: 0), whole)[0]!;
        var mix = WeightMix.Of(declared, [first, second, third]);

        Assert.Equal(exact.Value, Mixed(one => one.Value), 1e-9);
        Assert.True(Mixed(one => one.StandardError) >= exact.StandardError - 1e-12);
        var means = new double[1];
        new MixedMeans(
            declared,
            [own[0].Value],
            [
                [.. own.Skip(1).Select(one => one.Value)],
            ]
        ).Under([0, first, second, third], means);
        Assert.Equal(exact.Value, means[0], 1e-9);

        double Mixed(Func<Estimate, double> part)
        {
            return (mix.Whole * part(own[0])) + mix.Parts.Select((share, place) => share * part(own[place + 1])).Sum();
        }
    }

    /// <summary>Some of them 0, not all.</summary>
    private static double[] Draw(Random random)
    {
        double[] drawn = [.. Enumerable.Range(0, 5).Select(_ => random.NextDouble() < 0.3 ? 0 : 10 * random.NextDouble())];
        return drawn.Sum() > 0 ? drawn : [1, 0, 0, 0, 0];
    }
}
