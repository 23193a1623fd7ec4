using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>How items go together: against single companies, and before the gate.</summary>
public sealed class InstrumentTests
{
    private const double Tolerance = 1e-9;
    private const int Respondents = 100;

    [Theory]
    [InlineData("total", 30, 5)]
    [InlineData("ai", 20, 6)]
    [InlineData("people", 40, 7)]
    public void Reliability_is_that_of_the_single_companies_with_their_weights(string node, int respondents, int seed)
    {
        var survey = new ScaleSurvey(node, respondents, seed);

        var (found, items) = (survey.Figures.Reliability, Enumerable.Range(0, survey.Items.Count).ToArray());

        Assert.Equal(CellStatus.Published, found.Status);
        Assert.Equal(survey.Complete, found.Companies);
        Assert.Equal(survey.Alpha(items), found.Weighted!.Alpha, Tolerance);
        Assert.NotEqual(found.Weighted.Alpha, found.Unweighted!.Alpha, Tolerance);
        foreach (var item in items)
        {
            Assert.Equal(survey.WithRest(item), found.Weighted.Items[item].WithRest, Tolerance);
            Assert.Equal(
                items.Length < 3 ? double.NaN : survey.Alpha([.. survey.Others(item)]),
                found.Weighted.Items[item].AlphaWithout,
                Tolerance
            );
        }

        Assert.Equal(survey.Items.Select(item => item.Id), survey.Figures.Items.Select(item => item.Node.Id));
    }

    [Fact]
    public void Omega_of_three_items_is_that_of_their_only_solution()
    {
        var survey = new ScaleSurvey("total", 30, 5);

        var (found, loadings) = (survey.Figures.Reliability.Weighted!, survey.Loadings());

        var common = Math.Pow(loadings.Sum(), 2);
        Assert.Equal(common / (common + loadings.Sum(loading => 1 - (loading * loading))), found.Omega, Tolerance);
        Assert.Equal(loadings, found.Items.Select(item => item.Loading), (one, other) => Math.Abs(one - other) < Tolerance);
    }

    [Theory]
    [InlineData("training")]
    [InlineData("share")]
    public void A_node_without_items_is_refused_and_the_refusal_names_those_that_have_some(string node)
    {
        var refused = Assert.Throws<ResultRequestException>(() =>
            RequestedInstrument.Of(new ComparedSurvey(3, 1).Request with { Node = node })
        );

        Assert.Equal("ITEMS_REFUSED", refused.Code);
        Assert.Contains("has 0 nodes below it", refused.Message, StringComparison.Ordinal);
        Assert.Contains("total, ai, people, running", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Readers_see_hundredths_and_operators_all_digits()
    {
        var sets = Sets(complete: 40, with: [40, 40, 40]);

        var (read, live) = (TestGate.Of().Reliability(sets), Operators().Reliability(sets));

        Assert.Equal(ScaleReliability.Of(sets.Complete.Weighted).Alpha, live.Weighted!.Alpha);
        Assert.Equal(Math.Round(live.Weighted.Alpha, 2), read.Weighted!.Alpha);
        Assert.NotEqual(live.Weighted.Alpha, read.Weighted.Alpha);
        Assert.All(
            read.Weighted.Items.Zip(live.Weighted.Items),
            item =>
            {
                Assert.Equal(Math.Round(item.Second.WithRest, 2), item.First.WithRest);
                Assert.Equal(Math.Round(item.Second.AlphaWithout, 2), item.First.AlphaWithout);
                Assert.Equal(Math.Round(item.Second.Loading, 2), item.First.Loading);
            }
        );
    }

    [Theory]
    [InlineData(30, 30, CellStatus.Published)]
    [InlineData(29, 29, CellStatus.FewRespondents)]
    [InlineData(0, 40, CellStatus.NoRespondents)]
    [InlineData(40, 41, CellStatus.ProtectsAnother)]
    [InlineData(40, 42, CellStatus.ProtectsAnother)]
    [InlineData(40, 43, CellStatus.Published)]
    public void Readers_see_no_correlations_of_few_and_none_beside_few_that_lack_an_item(int complete, int with, CellStatus expected)
    {
        Assert.Equal(expected, TestGate.Of().Reliability(Sets(complete, [with, complete, complete])).Status);
        Assert.Equal(expected, TestGate.Of().Reliability(Sets(complete, [complete, complete, with])).Status);
    }

    [Theory]
    [InlineData("total")]
    [InlineData("people")]
    public void Companies_without_a_score_are_those_of_the_answers(string node)
    {
        var survey = new ScaleSurvey(node, 20, 6);

        foreach (var (place, item) in survey.Figures.Items.Index())
        {
            var (without, weighted) = survey.Without(place);
            Assert.Equal(without, item.Response.Without);
            Assert.Equal(survey.Survey.Simulated.Respondents.Count - without, item.Response.Scored);
            Assert.Equal(100.0 * without / survey.Survey.Simulated.Respondents.Count, item.Response.UnweightedShare!.Value, Tolerance);
            Assert.Equal(weighted, item.Response.WeightedShare!.Value, Tolerance);
        }
    }

    [Fact]
    public void Shares_at_levels_are_those_of_the_scores_and_add_up()
    {
        var survey = new ScaleSurvey("total", 20, 6);

        foreach (var (place, item) in survey.Figures.Items.Index())
        {
            Assert.Equal(["low", "middle", "high"], item.Levels.Select(share => share.Level.Id));
            Assert.Equal(100, item.Levels.Sum(share => share.Figure.Estimate!.Value), Tolerance);
            Assert.Equal(survey.ShareBelow(place, 40), item.Levels[0].Figure.Estimate!.Value, Tolerance);
        }
    }

    [Theory]
    [InlineData(97, CellStatus.Published)]
    [InlineData(98, CellStatus.FewRespondents)]
    [InlineData(99, CellStatus.FewRespondents)]
    [InlineData(100, CellStatus.Published)]
    [InlineData(3, CellStatus.Published)]
    [InlineData(2, CellStatus.FewRespondents)]
    public void Readers_are_not_told_of_few_that_have_an_item_or_lack_it(int with, CellStatus expected)
    {
        var sets = Sets(2, [100, with, 40]);

        Assert.Equal(expected, TestGate.Of().Response(sets, 1).Status);
        Assert.Equal(expected == CellStatus.Published ? with : null, TestGate.Of().Response(sets, 1).Scored);
        Assert.Equal(Respondents - with, Operators().Response(sets, 1).Without);
    }

    [Fact]
    public void Readers_read_tenths_of_shares_without_a_score()
    {
        var sets = Sets(2, [100, 40, 40]) with { WeightsWith = [200, 70.123, 60] };

        Assert.Equal(64.9, TestGate.Of().Response(sets, 1).WeightedShare);
        Assert.Equal(64.9385, Operators().Response(sets, 1).WeightedShare!.Value, Tolerance);
    }

    [Fact]
    public void Correlations_that_one_company_makes_are_withheld()
    {
        var sets = Sets(40, [40, 40, 40]);
        var dominated = sets with { Complete = sets.Complete with { Largest = (900, 10, 1000) } };

        Assert.Equal(CellStatus.Dominated, TestGate.Of().Reliability(dominated).Status);
        Assert.Equal(CellStatus.Published, Operators().Reliability(dominated).Status);
    }

    private static Gate Operators() => new(new(3), ComparedSurvey.Operator, (0, 100));

    private static ScaleSets Sets(int complete, long[] with)
    {
        var covariances = new[,]
        {
            { 101.3, 42.7, 38.1 },
            { 42.7, 87.9, 51.2 },
            { 38.1, 51.2, 120.4 },
        };
        return new(
            new(complete, covariances, covariances, (2, 2, 2 * complete)),
            with,
            [.. with.Select(one => 2.0 * one)],
            Respondents,
            2 * Respondents
        );
    }
}
