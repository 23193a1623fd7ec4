using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

public class IndexModelTests
{
    [Fact]
    public void The_head_of_the_file_is_read()
    {
        var model = SmallSurvey.Model;

        Assert.Equal(("small-index", "1.0.0", "small", 1), (model.Id, model.Version, model.QuestionnaireId, model.QuestionnaireMajor));
        Assert.Equal((0, 100), (model.ScaleFrom, model.ScaleTo));
        Assert.Equal(["low", "middle", "high"], model.Levels.Select(level => level.Id));
        Assert.Equal(new Text("Reifegrad", "Maturity"), model.Title);
    }

    [Fact]
    public void Nodes_stand_parents_first_and_siblings_in_order()
    {
        var nodes = SmallSurvey.Model.Nodes;

        Assert.Equal(["total", "ai", "ai-use", "ai-fields", "people", "training", "hiring", "running", "share", "steady"], nodes.Select(node => node.Id));
        Assert.Equal([null, 0, 1, 1, 0, 4, 4, 0, 7, 7], nodes.Select(node => node.Parent));
        Assert.Equal([0, 1, 2, 2, 1, 2, 2, 1, 2, 2], nodes.Select(node => node.Depth));
        Assert.Equal([1, 2, 2, 1, 1, 1, 1, 1, 1, 1], nodes.Select(node => node.Weight));
        Assert.Equal(Enumerable.Range(0, nodes.Count), nodes.Select(node => node.Index));
    }

    [Fact]
    public void An_indicator_without_a_title_has_that_of_its_question()
    {
        Assert.Equal("AI?", SmallSurvey.Model.Node("ai-use")!.Title.En);
        Assert.Equal("Training", SmallSurvey.Model.Node("training")!.Title.En);
    }

    [Fact]
    public void The_hash_does_not_depend_on_line_ends_and_changes_with_the_text()
    {
        var windows = IndexModel.Parse(SmallSurvey.IndexYaml.ReplaceLineEndings("\r\n"), "index.yaml", SmallSurvey.Questionnaire).OrThrow();
        var other = IndexModel.Parse(SmallSurvey.IndexYaml.Replace("Maturity", "Ripeness", StringComparison.Ordinal), "index.yaml", SmallSurvey.Questionnaire).OrThrow();

        Assert.Equal(SmallSurvey.Model.Hash, windows.Hash);
        Assert.NotEqual(SmallSurvey.Model.Hash, other.Hash);
        Assert.Matches("^[0-9a-f]{64}$", windows.Hash);
    }

    [Theory]
    [InlineData(0, "low")]
    [InlineData(39.99, "low")]
    [InlineData(40, "middle")]
    [InlineData(39.9999999999999, "middle")]
    [InlineData(79.9, "middle")]
    [InlineData(80, "high")]
    [InlineData(100, "high")]
    public void A_level_begins_at_its_bound(double score, string level) => Assert.Equal(level, SmallSurvey.Model.LevelOf(score).Id);

    [Fact]
    public void A_missing_score_has_no_level() => Assert.Throws<ArgumentException>(() => SmallSurvey.Model.LevelOf(double.NaN));

    [Fact]
    public void An_interview_of_another_questionnaire_is_refused()
    {
        var other = Questionnaire.Parse(SmallSurvey.QuestionnaireYaml.Replace("version: 1.2.0", "version: 2.0.0", StringComparison.Ordinal), "other.yaml", SmallSurvey.Classifications).OrThrow();

        var refusal = Assert.Throws<ArgumentException>(() => SmallSurvey.Model.Score(Interview.Of(other, Answers.None)));

        Assert.Contains("small@2.0.0", refusal.Message, StringComparison.Ordinal);
    }
}
