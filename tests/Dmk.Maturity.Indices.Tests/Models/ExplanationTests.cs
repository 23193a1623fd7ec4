using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>Which answer gave how much, worked out by hand.</summary>
public class ExplanationTests
{
    [Fact]
    public void Every_answer_has_its_points_in_its_dimension_and_in_the_index()
    {
        // ai = (2 * 40 + 1 * 50) / 3, people = sqrt(100 * 40) with arithmetic points 50 and 20, running = the lower of 50 and 100; the
        // index = (2 ai + people + running) / 4.
        var explained = Explain(
            SmallSurvey.Model,
            "ai_use=pilot ai_fields=a skills.training=wide skills.hiring=pilot specialists=1 persons=10 outage=0"
        );
        var people = Math.Sqrt(4000);

        Points(explained, "ai-use", 80 / 3.0, 80 / 6.0);
        Points(explained, "ai-fields", 50 / 3.0, 50 / 6.0);
        Points(explained, "training", people * 5 / 7, people * 5 / 28);
        Points(explained, "hiring", people * 2 / 7, people * 2 / 28);
        Points(explained, "share", 50, 12.5);
        Points(explained, "steady", 0, 0);
        Points(explained, "ai", 130 / 6.0);
        Points(explained, "running", 12.5);
    }

    [Fact]
    public void A_missing_answer_leaves_its_weight_to_the_others()
    {
        var explained = Explain(SmallSurvey.Model, "ai_use=pilot skills.training=wide skills.hiring=pilot outage=0");

        Assert.Equal(1, Node(explained, "ai-use").EffectiveWeight);
        Assert.Equal(0, Node(explained, "ai-fields").EffectiveWeight);
        Points(explained, "ai-use", 40, 20);
        Points(explained, "ai-fields", 0, 0);
        Assert.Equal(MissingReason.Unanswered, Node(explained, "ai-fields").Reason);
        Assert.Equal(1, Node(explained, "steady").EffectiveWeight);
    }

    [Fact]
    public void An_indicator_says_what_it_read()
    {
        var share = Node(Explain(SmallSurvey.Model, "specialists=1 persons=dontKnow!"), "share");

        Assert.Equal(["specialists", "persons"], share.Answers.Select(read => read.Variable.Id));
        Assert.Equal([new Answer.Number(1), new Answer.Missing(MissingReason.DontKnow)], share.Answers.Select(read => read.Answer));
        Assert.Equal((MissingReason.DontKnow, 0.0), (share.Reason, share.Score));
    }

    [Fact]
    public void A_division_by_nobody_has_no_reason_and_no_score()
    {
        var share = Node(Explain(SmallSurvey.Model, "specialists=0 persons=0"), "share");

        Assert.Equal((null, double.NaN, 0.0), (share.Reason, share.Score, share.EffectiveWeight));
    }

    [Fact]
    public void Below_a_node_without_a_score_points_to_it_are_missing()
    {
        var explained = Explain(SmallSurvey.Model, "outage=0 skills.hiring=notApplicable!");

        Assert.Equal(double.NaN, Node(explained, "total").Score);
        Points(explained, "steady", 100, double.NaN);
    }

    [Theory]
    // Arithmetic points 80 and 20: with a score of 0 a geometric mean gives nothing to anybody.
    [InlineData("geometric", "none: 0", "skills.training=wide skills.hiring=none", 0, 0)]
    [InlineData("harmonic", "none: 25", "skills.training=wide skills.hiring=none", 32, 8)]
    [InlineData( /*lang=json*/
        "{ power: -1 }",
        "none: 25",
        "skills.training=wide skills.hiring=none",
        32,
        8
    )]
    [InlineData("minimum", "none: 25", "skills.training=wide skills.hiring=none", 0, 25)]
    [InlineData("minimum", "none: 25", "skills.training=pilot skills.hiring=pilot", 20, 20)]
    [InlineData("maximum", "none: 25", "skills.training=wide skills.hiring=none", 100, 0)]
    [InlineData("count", "none: 25", "skills.training=wide skills.hiring=none", 50, 0)]
    [InlineData("ladder", "none: 25", "skills.training=none skills.hiring=wide", 0, 0)]
    [InlineData("ladder", "none: 25", "skills.training=wide skills.hiring=none", 50, 0)]
    [InlineData("ladder", "none: 25", "skills.training=wide skills.hiring=wide", 50, 50)]
    public void Each_aggregation_divides_its_points(string aggregation, string none, string answers, double training, double hiring)
    {
        var explained = Explain(
            Parse(
                SmallSurvey
                    .IndexYaml.Replace("aggregate: geometric", $"aggregate: {aggregation}", StringComparison.Ordinal)
                    .Replace("none: 10", none, StringComparison.Ordinal)
            ),
            answers
        );

        Points(explained, "training", training, double.NaN);
        Points(explained, "hiring", hiring, double.NaN);
    }

    [Fact]
    public void Below_a_mirrored_node_points_are_what_was_not_lost()
    {
        // running scores 30 and enters as 70: the answers keep (100 - 20) and (100 - 40) of it, in halves.
        var yaml = Defect
            .In(SmallSurvey.IndexYaml, "id: running", "id: running\n      direction: negative")
            .Replace("aggregate: minimum", "aggregate: arithmetic", StringComparison.Ordinal);
        var explained = Explain(Parse(yaml), "ai_use=wide ai_fields=a|b skills.hiring=notApplicable! specialists=4 persons=100 outage=6");

        Points(explained, "running", 70 / 3.0);
        Points(explained, "share", 10, 40 / 3.0);
        Points(explained, "steady", 20, 30 / 3.0);
    }

    private static IndexModel Parse(string yaml) => IndexModel.Parse(yaml, "index.yaml", SmallSurvey.Questionnaire).OrThrow();

    private static ScoreExplanation Explain(IndexModel model, string answers) => model.Explain(SmallSurvey.Interview(answers));

    private static NodeExplanation Node(ScoreExplanation explained, string id) => explained.Nodes.Single(node => node.Node.Id == id);

    private static void Points(ScoreExplanation explained, string id, params double[] points)
    {
        var contributions = Node(explained, id).Contributions;
        Assert.Equal(points.Length, contributions.Count);
        Assert.All(points.Zip(contributions), pair => Assert.Equal(pair.First, pair.Second.Points, 1e-12));
    }
}
