using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

public sealed class ConditionMixesTests
{
    /// <summary>Hyperplanes spanned by the corners of a cube: OEIS A007847.</summary>
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 6)]
    [InlineData(3, 20)]
    [InlineData(4, 140)]
    public void There_are_as_many_planes_as_corners_of_a_cube_span(int conditions, int planes) =>
        Assert.Equal(planes, new ConditionMixes(conditions).PlaneCount);

    [Fact]
    public void Of_one_condition_the_smaller_side_is_left()
    {
        Assert.Equal(3, new ConditionMixes(1).Least([7, 3]));
        Assert.Equal(0, new ConditionMixes(1).Least([7, 0]));
    }

    [Fact]
    public void Two_conditions_that_differ_for_two_companies_tell_of_these_two() =>
        Assert.Equal(2, new ConditionMixes(2).Least([20, 2, 0, 30]));

    [Fact]
    public void No_mixture_of_conditions_tells_of_fewer()
    {
        var mixtures = Gen.Select(Gen.Int[1, ConditionMixes.Most], Gen.Long[0, 9].Array[16], Gen.Int[-5, 5].Array[4]);
        mixtures.Sample(
            (conditions, some, factors) =>
            {
                var companies = some[..(1 << conditions)];
                if (factors.Take(conditions).All(factor => factor == 0))
                {
                    return;
                }

                var alike = companies
                    .Index()
                    .GroupBy(
                        corner => Enumerable.Range(0, conditions).Sum(at => factors[at] * (corner.Index >> at & 1)),
                        corner => corner.Item
                    )
                    .Max(level => level.Sum());
                Assert.True(companies.Sum() - alike >= new ConditionMixes(conditions).Least(companies));
            }
        );
    }
}
