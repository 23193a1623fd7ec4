using CsCheck;

namespace Dmk.Maturity.Simulation.Tests;

public class AllocationTests
{
    [Fact]
    public void Largest_remainders_keep_the_total() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Double[0.001, 100].Array[1, 20])
            .Sample((total, shares) => LargestRemainder.Split(total, shares).Sum() == total);

    [Fact]
    public void Largest_remainders_move_no_part_by_one_or_more() =>
        Gen.Select(Gen.Long[0, 1_000_000], Gen.Double[0.001, 100].Array[1, 20])
            .Sample(
                (total, shares) =>
                    LargestRemainder
                        .Split(total, shares)
                        .Zip(shares)
                        .All(pair => Math.Abs(pair.First - (total * pair.Second / shares.Sum())) < 1)
            );

    // 87, 10, 2.5 and 0.5 percent of 3 are 2.61, 0.3, 0.075 and 0.015: the largest remainder gets the last one.
    [Theory]
    [InlineData(3, new[] { 3L, 0, 0, 0 })]
    [InlineData(80, new[] { 70L, 8, 2, 0 })]
    [InlineData(7213, new[] { 6275L, 721, 181, 36 })]
    public void A_section_is_split_over_the_size_classes(long units, long[] expected) =>
        Assert.Equal(expected, LargestRemainder.Split(units, [87, 10, 2.5, 0.5]));

    [Fact]
    public void An_allocation_has_the_asked_total_and_keeps_its_bounds() =>
        Gen.Select(Gen.Long[1, 100_000].Array[1, 60], Gen.Long[1, 5_000], Gen.Long[0, 8])
            .Sample(
                (populations, sample, minimum) =>
                {
                    var drawn = PowerAllocation.Of(populations, sample, minimum);
                    return drawn.Sum() == Math.Min(sample, populations.Sum())
                        && drawn.Zip(populations).All(pair => pair.First >= 0 && pair.First <= pair.Second);
                }
            );

    [Fact]
    public void A_stratum_four_times_as_large_gets_twice_as_many() =>
        Assert.Equal([100L, 200], PowerAllocation.Of([10_000, 40_000], 300, 6));
}
