using System.Globalization;

namespace Dmk.Maturity.Indices.Tests;

public class ScoringTests
{
    [Theory]
    // Codes of a single choice.
    [InlineData("ai_use=none", "ai-use", 0)]
    [InlineData("ai_use=pilot", "ai-use", 40)]
    [InlineData("ai_use=dontKnow!", "ai-use", double.NaN)]
    [InlineData("", "ai-use", double.NaN)]
    // Options counted, exclusive ones not, full score at two.
    [InlineData("ai_use=wide ai_fields=a", "ai-fields", 50)]
    [InlineData("ai_use=wide ai_fields=a|b", "ai-fields", 100)]
    [InlineData("ai_use=wide ai_fields=a|b|c", "ai-fields", 100)]
    [InlineData("ai_use=wide ai_fields=nothing", "ai-fields", 0)]
    [InlineData("ai_use=wide", "ai-fields", double.NaN)]
    // Routed past: the model says 0, and a value that stands off the path does not count.
    [InlineData("ai_use=none", "ai-fields", 0)]
    [InlineData("ai_use=none ai_fields=a|b", "ai-fields", 0)]
    // Rows of a grid.
    [InlineData("skills.training=wide", "training", 100)]
    [InlineData("skills.training=wide", "hiring", 10)]
    [InlineData("skills.hiring=notApplicable!", "hiring", double.NaN)]
    // Numbers between goalposts, clipped or missing beyond them, either direction.
    [InlineData("specialists=1 persons=10", "share", 50)]
    [InlineData("specialists=9 persons=10", "share", 100)]
    [InlineData("specialists=0 persons=10", "share", 0)]
    [InlineData("specialists=0 persons=0", "share", double.NaN)]
    [InlineData("specialists=1", "share", double.NaN)]
    [InlineData("specialists=dontKnow! persons=10", "share", 0)]
    [InlineData("specialists=1 persons=dontKnow!", "share", 0)]
    [InlineData("outage=0", "steady", 100)]
    [InlineData("outage=4", "steady", 60)]
    [InlineData("outage=10", "steady", 0)]
    [InlineData("outage=11", "steady", double.NaN)]
    // Arithmetic mean by weight.
    [InlineData("ai_use=wide ai_fields=a", "ai", 83.33333333333333)]
    [InlineData("ai_use=none", "ai", 0)]
    // A share of 0.6: the heavier indicator alone is enough, the lighter one is not.
    [InlineData("ai_use=wide", "ai", 100)]
    [InlineData("ai_use=dontKnow! ai_fields=a", "ai", double.NaN)]
    // An unknown condition hides the fields, and then the model's rule for not asked speaks; the use itself does not apply and leaves the whole.
    [InlineData("ai_use=notApplicable! ai_fields=a", "ai", 0)]
    // Geometric mean; a missing child leaves its weight to the others.
    [InlineData("skills.training=wide skills.hiring=none", "people", 31.622776601683793)]
    [InlineData("skills.training=pilot skills.hiring=notApplicable!", "people", 40)]
    [InlineData("skills.training=notApplicable! skills.hiring=notApplicable!", "people", double.NaN)]
    // Minimum.
    [InlineData("specialists=1 persons=10 outage=4", "running", 50)]
    [InlineData("outage=4", "running", 60)]
    [InlineData("", "running", double.NaN)]
    // The whole: at least half of the weight.
    [InlineData("ai_use=wide skills.training=wide skills.hiring=wide outage=0", "total", 100)]
    [InlineData("ai_use=wide skills.hiring=notApplicable!", "total", 100)]
    [InlineData("skills.training=none outage=0", "total", 55)]
    [InlineData("outage=0 skills.hiring=notApplicable!", "total", double.NaN)]
    public void A_node_scores(string answers, string node, double score) => Check(SmallSurvey.Model, answers, node, score);

    [Theory]
    [InlineData("arithmetic", "skills.training=wide skills.hiring=none", 55)]
    [InlineData("geometric", "skills.training=wide skills.hiring=wide", 100)]
    [InlineData("harmonic", "skills.training=wide skills.hiring=none", 18.181818181818183)]
    [InlineData("minimum", "skills.training=wide skills.hiring=none", 10)]
    [InlineData("count", "skills.training=wide skills.hiring=none", 50)]
    [InlineData("count", "skills.training=wide skills.hiring=wide", 100)]
    [InlineData("count", "skills.training=pilot skills.hiring=none", 0)]
    [InlineData("count", "skills.training=wide skills.hiring=notApplicable!", 100)]
    public void Each_aggregation_has_its_mean(string aggregation, string answers, double score) =>
        Check(Changed("aggregate: geometric", $"aggregate: {aggregation}"), answers, "people", score);

    [Theory]
    [InlineData("geometric")]
    [InlineData("harmonic")]
    public void A_zero_makes_the_geometric_and_the_harmonic_mean_zero(string aggregation) =>
        Check(Changed("weight: 2\n      aggregate: arithmetic", $"weight: 2\n      aggregate: {aggregation}"), "ai_use=none", "ai", 0);

    [Theory]
    // With notAsked excluded the second indicator does not apply to a company without AI: the first one is the whole.
    [InlineData("{ share: 1, of: applicable }", "ai_use=none", 0)]
    [InlineData("{ share: 1, of: all }", "ai_use=none", double.NaN)]
    [InlineData("{ share: 1, of: applicable }", "ai_use=wide", double.NaN)]
    [InlineData("{ share: 0.6, of: all }", "ai_use=none", 0)]
    [InlineData("{ count: 2, of: applicable }", "ai_use=none", double.NaN)]
    [InlineData("{ count: 1 }", "ai_use=none", 0)]
    [InlineData("1", "ai_use=none", double.NaN)]
    public void What_is_not_asked_may_leave_the_whole(string atLeast, string answers, double score) =>
        Check(Changed("{ share: 0.6, count: 1, of: applicable }", atLeast, "notAsked: 0", "notAsked: exclude"), answers, "ai", score);

    [Theory]
    [InlineData("{ share: 1, of: applicable }", 16.666666666666668)]
    [InlineData("{ share: 1, of: all }", double.NaN)]
    public void A_node_of_which_nothing_applies_does_not_apply_itself(string atLeast, double score) =>
        Check(
            Changed("missing: { atLeast: 0.5 }", $"missing: {{ atLeast: {atLeast} }}"),
            "ai_use=none skills.training=notApplicable! skills.hiring=notApplicable! specialists=1 persons=10 outage=0",
            "total",
            score);

    private static IndexModel Changed(params string[] changes) => IndexModel.Parse(
        changes.Chunk(2).Aggregate(SmallSurvey.IndexYaml, (yaml, change) => Defect.In(yaml, change[0], change[1])), "index.yaml", SmallSurvey.Questionnaire).OrThrow();

    private static void Check(IndexModel model, string answers, string node, double score)
    {
        var scores = model.Score(SmallSurvey.Interview(answers));

        Assert.Equal(model.Nodes.Count, scores.Length);
        Assert.True(
            double.IsNaN(score) ? double.IsNaN(scores[model.Node(node)!.Index]) : Math.Abs(score - scores[model.Node(node)!.Index]) < 1e-12,
            string.Create(CultureInfo.InvariantCulture, $"{answers}: {node} is {scores[model.Node(node)!.Index]}, not {score}."));
    }
}
