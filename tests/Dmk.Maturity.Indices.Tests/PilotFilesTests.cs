using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>The pilot study's own files.</summary>
public class PilotFilesTests
{
    [Fact]
    public void The_index_model_has_no_problem() => Assert.Empty(Repository.Model.Problems);

    [Fact]
    public void The_study_has_no_problem_and_fits_its_questionnaire_and_index_model()
    {
        Assert.Empty(Repository.Study.Problems);
        var (study, model) = (Repository.Study.OrThrow(), Repository.Model.OrThrow());

        Assert.Empty(study.Check(Repository.Pilot));
        Assert.Contains(new(model.Id, model.Version), study.Indices);
    }

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

    [Fact]
    public void Every_company_stands_in_a_cell_of_the_classifications()
    {
        var study = Repository.Study.OrThrow();
        var random = new Random(2027);
        var frame = new ReportingCell("BY", "manufacturing", "S2");
        for (var i = 0; i < 500; i++)
        {
            var cell = study.CellOf(frame, Interview.Of(Repository.Pilot, RandomAnswers.To(Repository.Pilot, random)));
            Assert.All(Enum.GetValues<ReportingVariable>(), variable => Assert.NotNull(study.Codes[variable].Find(cell[variable])));
        }
    }
}
