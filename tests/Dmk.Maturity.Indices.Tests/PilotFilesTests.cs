using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>The pilot study's own files.</summary>
public class PilotFilesTests
{
    [Fact]
    public void The_index_model_has_no_problem() => Assert.Empty(Repository.Model.Problems);

    [Fact]
    public void The_model_has_ten_dimensions_and_five_levels_on_0_to_100()
    {
        var model = Repository.Model.OrThrow();

        Assert.Equal(10, model.Nodes.Count(node => node.Depth == 1));
        Assert.Equal(5, model.Levels.Count);
        Assert.Equal((0, 100), (model.ScaleFrom, model.ScaleTo));
    }

    [Fact]
    public void Whatever_is_answered_is_scored_within_the_scale()
    {
        var model = Repository.Model.OrThrow();
        var random = new Random(2027);
        var present = new int[model.Nodes.Count];
        for (var i = 0; i < 2000; i++)
        {
            var scores = model.Score(Interview.Of(Repository.Pilot, RandomAnswers.To(Repository.Pilot, random)));
            Assert.All(scores, score => Assert.True(double.IsNaN(score) || score is >= 0 and <= 100));
            for (var node = 0; node < scores.Length; node++)
            {
                present[node] += double.IsNaN(scores[node]) ? 0 : 1;
            }
        }

        Assert.All(present, count => Assert.True(count > 100));
    }

    [Fact]
    public void A_company_that_answers_nothing_has_no_score_at_all() =>
        Assert.All(
            Repository.Model.OrThrow().Score(Interview.Of(Repository.Pilot, Answers.None)),
            score => Assert.True(double.IsNaN(score))
        );
}
