using System.Numerics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>How many companies are drawn of each stratum, by hand-made cases.</summary>
public sealed class AllocationTests
{
    [Theory]
    // Cochran (1977), chapter 5: n N_h / N.
    [InlineData("proportional", 100, new long[] { 500, 300, 200 }, new double[] { 1, 1, 1 }, 1, new long[] { 50, 30, 20 })]
    // 3.33 each: the largest remainder, of equal ones the earliest.
    [InlineData("proportional", 10, new long[] { 100, 100, 100 }, new double[] { 1, 1, 1 }, 1, new long[] { 4, 3, 3 })]
    // N_h S_h = 500, 900, 1600 of 3000.
    [InlineData("neyman", 90, new long[] { 500, 300, 200 }, new double[] { 1, 3, 8 }, 1, new long[] { 15, 27, 48 })]
    // The third would get 74 of its 40 and is taken whole; 50 are left for 100 * 1 and 100 * 4.
    [InlineData("neyman", 90, new long[] { 100, 100, 40 }, new double[] { 1, 4, 60 }, 1, new long[] { 10, 40, 40 })]
    // A stratum without variance gets the minimum.
    [InlineData("neyman", 20, new long[] { 100, 100 }, new double[] { 0, 2 }, 2, new long[] { 2, 18 })]
    [InlineData("equal", 10, new long[] { 2, 50, 50 }, new double[] { 1, 1, 1 }, 1, new long[] { 2, 4, 4 })]
    [InlineData("proportional", 11, new long[] { 1000, 5, 5 }, new double[] { 1, 1, 1 }, 2, new long[] { 7, 2, 2 })]
    public void A_total_is_divided(string method, long total, long[] populations, double[] deviations, long minimum, long[] expected)
    {
        var weights = populations
            .Select((count, h) => method == "equal" ? BigInteger.One : count * Allocation.Scaled((decimal)deviations[h]))
            .ToArray();

        Assert.Equal(expected, Allocation.Divide(populations, weights, [.. populations.Select(count => Math.Min(count, minimum))], total));
    }

    [Fact]
    public void Whatever_the_bounds_the_parts_add_up_and_keep_them()
    {
        var chance = new Random(5);
        for (var run = 0; run < 2000; run++)
        {
            var populations = Enumerable.Range(0, chance.Next(1, 12)).Select(_ => (long)chance.Next(1, 60)).ToArray();
            var weights = populations.Select(_ => new BigInteger(chance.Next(0, 9))).ToArray();
            var lowest = populations.Select(count => Math.Min(count, chance.Next(0, 4))).ToArray();
            var total = chance.NextInt64(lowest.Sum(), populations.Sum() + 1);

            var parts = Allocation.Divide(populations, weights, lowest, total);

            Assert.Equal(total, parts.Sum());
            Assert.All(parts.Index(), part => Assert.InRange(part.Item, lowest[part.Index], populations[part.Index]));
        }
    }

    [Theory]
    [InlineData("method: optimal\n", "a.yaml:1:9: error")]
    [InlineData("method: proportional\ntotal: 900\n", "a.yaml:2:8: error out-of-range: The frame has 70 companies")]
    [InlineData("method: proportional\ntotal: 10\nminimum: 9\n", "a.yaml:2:8: error out-of-range: The strata taken whole")]
    [InlineData("method: proportional\n", "total")]
    [InlineData(
        "method: neyman\ntotal: 10\ndeviations: { SH/trade/S1: 2 }\n",
        "1 of 2 strata are not named here, the first is SN/trade/S4"
    )]
    [InlineData("method: given\ngiven: { \"*/*/*\": 2, SN/trade/S4: 1 }\n", "is meant twice")]
    [InlineData("method: given\ngiven: { \"*/*/*\": 30 }\n", "has 20 companies; 30 cannot be drawn")]
    [InlineData("method: given\ngiven: { SN/trade: 30 }\n", "2 of 3 parts")]
    [InlineData("method: equal\ntotal: 10\ntakeAll: [\"*/*/S9\"]\n", "'S9' is no size")]
    [InlineData("method: census\ntotal: 10\n", "a.yaml:2:1: error unknown-key")]
    public void What_is_wrong_is_said_with_its_place(string yaml, string said)
    {
        var reading = Parse(yaml);

        Assert.Null(reading.Value);
        Assert.Contains(said, string.Join('\n', reading.Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("method: census\n", new long[] { 50, 20 })]
    [InlineData("method: given\ngiven: { SH/trade/S1: 3, \"*/*/S4\": 20 }\n", new long[] { 3, 20 })]
    [InlineData("method: proportional\ntotal: 25\ntakeAll: [\"*/*/S4\"]\n", new long[] { 5, 20 })]
    [InlineData("method: neyman\ntotal: 14\ndeviations: { \"*/*/S1\": 1.5, \"*/*/S4\": 5 }\n", new long[] { 6, 8 })]
    public void A_file_is_read(string yaml, long[] drawn) => Assert.Equal(drawn, Parse(yaml).OrThrow().Strata.Select(one => one.Sampled));

    private static Parsed<SamplePlan> Parse(string yaml)
    {
        var design = StudyFiles.Pilot.OrThrow();
        return SamplePlan.Parse(
            yaml,
            "a.yaml",
            design,
            [new(design.InFrame("SH", "trade", "S1"), 50, 0), new(design.InFrame("SN", "trade", "S4"), 20, 0)]
        );
    }
}
