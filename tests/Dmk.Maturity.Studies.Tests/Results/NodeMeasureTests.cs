using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>What else than the mean of the scores can be asked of a node.</summary>
public sealed class NodeMeasureTests
{
    private readonly ComparedSurvey _survey = new(40, 11);

    [Theory]
    [InlineData("low", "land")]
    [InlineData("middle", "sector")]
    [InlineData("high", "land size")]
    public void A_share_at_a_level_is_that_of_a_naive_recomputation_from_single_respondents(string level, string by)
    {
        var model = SmallSurvey.Model;
        var shares = _survey.Simulated with
        {
            Respondents =
            [
                .. _survey.Simulated.Respondents.Select(one =>
                    one with
                    {
                        Scores =
                        [
                            .. one.Scores.Select(score =>
                                double.IsNaN(score) ? score
                                : model.LevelOf(score).Id == level ? 100
                                : 0
                            ),
                        ],
                    }
                ),
            ],
        };
        var weights = new NaiveWeights(shares);

        var table = _survey.TableOf(_survey.Request with { By = by.Split(' '), Node = "ai", ShareAt = level });

        var compared = table.Cells.Append(table.Total).Where(cell => cell.Figure.Estimate is { Value: > 0 and < 100 }).ToArray();
        Assert.True(compared.Length > 3);
        foreach (var cell in compared)
        {
            var naive = NaiveEstimate.Of(
                shares,
                weights,
                table.Node.Index,
                where => table.By.Zip(cell.Codes).All(part => part.First.CodeOf(where) == part.Second)
            );
            var shown = ComparedSurvey.Shown(cell);
            Assert.Equal(naive.Mean, shown.Value, 1e-9 * naive.Mean);
            Assert.Equal(naive.StandardError, shown.StandardError, 1e-9 * naive.StandardError);
            Assert.Equal((naive.Lower, naive.Upper), (shown.Lower, shown.Upper), new Near());
        }
    }

    [Fact]
    public void Shares_ask_for_as_many_companies_at_each_level_as_the_study_says()
    {
        var share = new NodeMeasure.ShareAt(SmallSurvey.Model.Levels[0]);

        Assert.Equal(3, share.Minimum(new(5)));
        Assert.Equal(2, share.Minimum(new(2)));
        Assert.Equal(8, share.Minimum(new(5) { MinimumCount = 8 }));
        Assert.Equal(5, NodeMeasure.OfScores.Minimum(new(5) { MinimumCount = 8 }));
    }

    [Fact]
    public void The_shares_of_all_levels_make_a_hundred_percent()
    {
        var tables = SmallSurvey.Model.Levels.Select(level =>
            _survey.TableOf(_survey.Request with { By = ["sector"], ShareAt = level.Id })
        );

        Assert.All(
            tables.SelectMany(table => table.Cells.Append(table.Total)).GroupBy(cell => string.Join('|', cell.Codes)),
            cells => Assert.Equal(100, cells.Sum(cell => ComparedSurvey.Shown(cell).Value), 1e-9)
        );
    }

    [Fact]
    public void Other_weights_that_are_the_declared_ones_give_the_index()
    {
        var dimensions = SmallSurvey.Model.Nodes.Where(node => node.Parent == 0).ToArray();
        var survey = new ComparedSurvey(40, 11)
        {
            Simulated = _survey.Simulated with { Respondents = [.. _survey.Simulated.Respondents.Select(one => Indexed(one, dimensions))] },
        };
        var index = survey.TableOf(survey.Request with { By = ["land"] });
        var declared = survey.TableOf(
            survey.Request with
            {
                By = ["land"],
                Weights = [.. dimensions.Select(node => new NodeWeight(node.Id, node.Weight * 7))],
            }
        );
        var others = survey.TableOf(survey.Request with { By = ["land"], Weights = [new(dimensions[0].Id, 20 * dimensions[0].Weight)] });

        Assert.Contains(survey.Simulated.Respondents, one => double.IsNaN(one.Scores[0]));
        foreach (var (plain, tried) in index.Cells.Append(index.Total).Zip(declared.Cells.Append(declared.Total)))
        {
            var (expected, found) = (ComparedSurvey.Shown(plain), ComparedSurvey.Shown(tried));
            Assert.Equal(expected.Respondents, found.Respondents);
            Assert.Equal(expected.Value, found.Value, 1e-9);
            Assert.Equal(expected.StandardError, found.StandardError, 1e-9);
            Assert.Equal(expected.Lower, found.Lower, 1e-8);
        }

        Assert.NotEqual(ComparedSurvey.Shown(index.Total).Value, ComparedSurvey.Shown(others.Total).Value, 0.01);
    }

    /// <summary>With the index that the model makes of its dimensions where more than half of their weights are there.</summary>
    private static Respondent Indexed(Respondent one, IndexNode[] dimensions)
    {
        var there = dimensions.Where(node => !double.IsNaN(one.Scores[node.Index])).ToArray();
        var weight = there.Sum(node => node.Weight);
        double[] scores = [.. one.Scores];
        scores[0] =
            2 * weight > dimensions.Sum(node => node.Weight)
                ? there.Sum(node => node.Weight * one.Scores[node.Index]) / weight
                : double.NaN;
        return one with { Scores = scores };
    }

    [Fact]
    public void What_cannot_be_asked_is_refused_in_words()
    {
        Assert.Equal("LEVEL_UNKNOWN", Refused(_survey.Request with { ShareAt = "highest" }));
        Assert.Equal("NODE_UNKNOWN", Refused(_survey.Request with { Weights = [new("hiring", 1)] }));
        Assert.Equal("WEIGHTS_REFUSED", Refused(_survey.Request with { Node = "ai", Weights = [new("ai", 1)] }));
        Assert.Equal("WEIGHTS_REFUSED", Refused(_survey.Request with { Weights = [new("people", -1)] }));
        Assert.Equal("WEIGHTS_REFUSED", Refused(_survey.Request with { Weights = [new("people", double.NaN)] }));
        Assert.Equal("WEIGHTS_REFUSED", Refused(_survey.Request with { Weights = [new("people", 1), new("people", 2)] }));
        Assert.Equal("MEASURE_UNKNOWN", Refused(_survey.Request with { ShareAt = "low", Weights = [new("people", 1)] }));
    }

    private static string Refused(ResultRequest request) => Assert.Throws<ResultRequestException>(request.Find).Code;

    private sealed class Near : IEqualityComparer<(double Lower, double Upper)>
    {
        public bool Equals((double Lower, double Upper) x, (double Lower, double Upper) y) =>
            Math.Abs(x.Lower - y.Lower) < 1e-7 && Math.Abs(x.Upper - y.Upper) < 1e-7;

        public int GetHashCode((double Lower, double Upper) obj) => 0;
    }
}
