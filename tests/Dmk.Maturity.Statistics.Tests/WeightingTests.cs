using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>What a class is, when it is merged, and for whom a respondent stands.</summary>
public sealed class WeightingTests
{
    private static readonly CollapseStep _overSizes = new(1, ["1-9", "10-49", "50-249", "250+"], CollapseKind.Adjoining);
    private static readonly CollapseStep _overSectors = new(0, ["C", "F", "G"], CollapseKind.Cyclic);
    private static readonly CollapseRule _rule = new(2, double.PositiveInfinity, [_overSizes, _overSectors]);

    [Fact]
    public void A_stratum_with_enough_respondents_stands_alone()
    {
        var weighting = Weighting.Of([new(["C", "1-9"], 100, 20)], [5], _rule);
        Assert.Equal([20.0], weighting.Weights);
        Assert.Empty(weighting.Collapses);
    }

    [Fact]
    public void A_thin_stratum_joins_the_next_smaller_size()
    {
        var weighting = Of(_rule, ("C", "1-9", 100, 20, 10), ("C", "10-49", 50, 10, 6), ("C", "50-249", 4, 4, 1));
        Assert.Equal([0, 1, 1], weighting.ClassOf);
        Assert.Equal([100, 54], weighting.ClassPopulation);
        // d is 5 and 1: the six and the one stand for 5 * 6 + 1 = 31 before, for 54 after.
        Assert.Equal([10, 5 * 54.0 / 31, 54.0 / 31], weighting.Weights);
        var collapse = Assert.Single(weighting.Collapses);
        Assert.Equal(["C|50-249"], collapse.From);
        Assert.Equal(["C|10-49"], collapse.Into);
    }

    [Fact]
    public void The_smallest_size_joins_the_next_larger()
    {
        var weighting = Of(_rule, ("C", "1-9", 10, 5, 1), ("C", "50-249", 50, 10, 6));
        Assert.Equal([0, 0], weighting.ClassOf);
    }

    [Fact]
    public void A_census_of_one_that_has_answered_stands_alone()
    {
        Assert.Equal([0, 1], Of(_rule, ("C", "1-9", 10, 5, 3), ("C", "250+", 1, 1, 1)).ClassOf);
    }

    [Fact]
    public void A_block_without_donor_goes_round_the_sectors_until_it_finds_one()
    {
        var weighting = Of(_rule, ("C", "1-9", 30, 10, 5), ("F", "1-9", 20, 5, 4), ("G", "1-9", 10, 5, 0), ("G", "10-49", 5, 5, 1));
        Assert.Equal([0, 1, 0, 0], weighting.ClassOf);
        Assert.Equal(2, weighting.Collapses.Count);
    }

    [Fact]
    public void A_merged_block_that_is_still_thin_goes_on_after_the_last_one()
    {
        var weighting = Of(_rule with { MinimumRespondents = 3 }, ("C", "1-9", 30, 10, 0), ("F", "1-9", 20, 5, 1), ("G", "1-9", 10, 5, 4));
        Assert.Equal([0, 0, 0], weighting.ClassOf);
        Assert.Equal(
            [
                ["C|1-9"],
                ["C|1-9", "F|1-9"],
            ],
            weighting.Collapses.Select(collapse => collapse.From)
        );
    }

    [Fact]
    public void A_factor_above_the_bound_is_too_thin_as_well()
    {
        var rule = _rule with { MaximumFactor = 3 };
        Assert.Equal([0, 0], Of(rule, ("C", "1-9", 100, 20, 10), ("C", "10-49", 50, 16, 5)).ClassOf);
        Assert.Equal([0, 1], Of(rule, ("C", "1-9", 100, 20, 10), ("C", "10-49", 50, 15, 5)).ClassOf);
    }

    [Fact]
    public void Units_of_a_stratum_from_which_nobody_was_drawn_are_carried_by_its_class()
    {
        var weighting = Of(_rule, ("C", "1-9", 100, 20, 10), ("C", "10-49", 50, 0, 0));
        Assert.Equal([0, 0], weighting.ClassOf);
        Assert.Equal(15, weighting.Weights[0]);
        Assert.True(double.IsNaN(weighting.Weights[1]));
    }

    [Fact]
    public void A_stratum_without_units_is_no_neighbour_and_no_trouble()
    {
        var weighting = Of(_rule, ("C", "1-9", 100, 20, 10), ("C", "10-49", 0, 0, 0), ("C", "50-249", 5, 5, 1));
        Assert.Equal([0, 1, 0], weighting.ClassOf);
        Assert.True(double.IsNaN(weighting.Weights[1]));
        Assert.Equal([105, 0], weighting.ClassPopulation);
    }

    [Fact]
    public void A_population_without_a_donor_is_an_error_that_names_it()
    {
        var error = Assert.Throws<NoDonorException>(() => Of(_rule, ("C", "1-9", 100, 20, 0), ("F", "10-49", 50, 5, 0)));
        Assert.Contains("C|1-9, F|10-49 (150 units)", error.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1], error.Strata);
        Assert.Throws<NoDonorException>(() =>
            Of(new CollapseRule(2, double.PositiveInfinity, []), ("C", "1-9", 100, 20, 5), ("C", "10-49", 50, 5, 0))
        );
    }

    [Theory]
    [InlineData(10, 5, 6)]
    [InlineData(10, 11, 5)]
    [InlineData(10, 5, -1)]
    public void Counts_that_cannot_be_are_refused(long population, long sampled, long respondents)
    {
        var error = Assert.Throws<ArgumentException>(() => Of(_rule, ("C", "1-9", population, sampled, respondents)));
        Assert.Contains("C|1-9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_code_outside_of_the_order_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => Of(_rule, ("C", "huge", 10, 5, 5)));
        Assert.Contains("lacks huge", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Respondents_stand_for_the_whole_frame_and_no_thin_class_has_a_neighbour() =>
        (
            from population in Gen.Long[0, 60].Array[12]
            from drawn in Gen.Double[0, 1].Array[12]
            from answered in Gen.Double[0, 1].Array[12]
            select population.Select((units, at) => (units, sampled: (long)(drawn[at] * (units + 0.9)), share: answered[at])).ToArray()
        ).Sample(cells =>
        {
            var strata = cells
                .Select((cell, at) => new Stratum([_overSectors.Order[at / 4], _overSizes.Order[at % 4]], cell.units, cell.sampled))
                .ToArray();
            var respondents = cells.Select(cell => (long)(cell.share * cell.sampled)).ToArray();
            if (respondents.Sum() == 0)
            {
                return;
            }

            var weighting = Weighting.Of(strata, respondents, _rule);
            var carried = respondents.Zip(weighting.Weights).Sum(stratum => stratum.First == 0 ? 0 : stratum.First * stratum.Second);
            Reference.Equal(strata.Sum(stratum => stratum.Population), carried, 1e-12, "sum of weights");
            var sizes = Enumerable
                .Range(0, 12)
                .Where(at => strata[at].Population > 0)
                .GroupBy(at => weighting.ClassOf[at])
                .Select(one => one.Sum(at => respondents[at]))
                .ToArray();
            var thin = Enumerable
                .Range(0, 12)
                .Where(at => strata[at].Population > 0)
                .GroupBy(at => weighting.ClassOf[at])
                .Count(one => one.Sum(at => respondents[at]) < 2 && one.Sum(at => respondents[at]) < one.Sum(at => strata[at].Population));
            Assert.True(thin == 0 || sizes.Length == 1);
        });

    private static Weighting Of(
        CollapseRule rule,
        params (string Sector, string Size, long Population, long Sampled, long Respondents)[] strata
    ) =>
        Weighting.Of(
            [.. strata.Select(one => new Stratum([one.Sector, one.Size], one.Population, one.Sampled))],
            [.. strata.Select(one => one.Respondents)],
            rule
        );
}
