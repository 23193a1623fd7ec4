using Dmk.Maturity.Questionnaires;
using static Dmk.Maturity.Indices.Tests.SmallScores;

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
    // Of two gaps the stricter rule counts: a score for one does not paper over the other.
    [InlineData("persons=dontKnow!", "share", double.NaN)]
    [InlineData("specialists=dontKnow!", "share", double.NaN)]
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
    // An unknown condition hides the fields, and then the model's rule for not asked speaks; the use itself does not apply and leaves the
    // whole.
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
    [InlineData("maximum", "skills.training=wide skills.hiring=none", 100)]
    [InlineData( /*lang=json*/
        "{ power: 1 }",
        "skills.training=wide skills.hiring=none",
        55
    )]
    [InlineData( /*lang=json*/
        "{ power: -1 }",
        "skills.training=wide skills.hiring=none",
        18.181818181818183
    )]
    [InlineData( /*lang=json*/
        "{ power: 2 }",
        "skills.training=wide skills.hiring=none",
        71.06335201775948
    )] // sqrt((100^2 + 10^2) / 2)
    [InlineData( /*lang=json*/
        "{ power: 0.5 }",
        "skills.training=wide skills.hiring=pilot",
        66.62277660168379
    )] // ((10 + sqrt(40)) / 2)^2
    [InlineData( /*lang=json*/
        "{ power: -2 }",
        "skills.training=wide skills.hiring=none",
        14.071950894605838
    )] // ((10^-4 + 10^-2) / 2)^(-1/2)
    [InlineData( /*lang=json*/
        "{ power: -2 }",
        "skills.training=pilot skills.hiring=notApplicable!",
        40
    )]
    [InlineData("count", "skills.training=wide skills.hiring=none", 50)]
    [InlineData("count", "skills.training=wide skills.hiring=wide", 100)]
    [InlineData("count", "skills.training=pilot skills.hiring=none", 0)]
    [InlineData("count", "skills.training=wide skills.hiring=notApplicable!", 100)]
    public void Each_aggregation_has_its_mean(string aggregation, string answers, double score) =>
        Check(Changed("aggregate: geometric", $"aggregate: {aggregation}"), answers, "people", score);

    [Theory]
    [InlineData( /*lang=json*/
        "{ power: -100 }",
        "minimum"
    )]
    [InlineData( /*lang=json*/
        "{ power: 100 }",
        "maximum"
    )]
    public void A_large_power_comes_near_the_extreme_and_overflows_nowhere(string power, string extreme)
    {
        // The weight of the other child still shows: a factor of 2^(1/100).
        var scores = new[] { power, extreme }
            .Select(aggregation => Changed("aggregate: geometric", $"aggregate: {aggregation}"))
            .Select(model => model.Score(SmallSurvey.Interview("skills.training=wide skills.hiring=none"))[model.Node("people")!.Index])
            .ToArray();

        Assert.Equal(Math.Pow(2, extreme == "minimum" ? 0.01 : -0.01), scores[0] / scores[1], 1e-12);
    }

    [Fact]
    public void A_small_power_comes_near_the_geometric_mean()
    {
        var scores = new[]
        { /*lang=json*/
            "{ power: 0.01 }",
            "geometric", /*lang=json*/
            "{ power: -0.01 }",
        }
            .Select(aggregation => Changed("aggregate: geometric", $"aggregate: {aggregation}"))
            .Select(model => model.Score(SmallSurvey.Interview("skills.training=wide skills.hiring=none"))[model.Node("people")!.Index])
            .ToArray();

        // Between the two, and the geometric mean of both but for terms of the third order in p.
        Assert.InRange(scores[1], scores[2], scores[0]);
        Assert.Equal(scores[1], Math.Sqrt(scores[0] * scores[2]), 1e-9);
    }

    [Fact]
    public void An_option_that_is_excluded_leaves_the_indicator_out_as_what_does_not_apply()
    {
        var model = Changed("{ none: 0, pilot: 40", "{ none: exclude, pilot: 0");

        Check(model, "ai_use=none", "ai-use", double.NaN);
        // The use leaves the whole, the fields that were not asked are all of it; where the use is not known they are too little.
        Check(model, "ai_use=none", "ai", 0);
        Check(model, "ai_use=dontKnow!", "ai", double.NaN);
        Check(model, "ai_use=pilot ai_fields=a|b", "ai", 100 / 3.0);
        var explained = model.Explain(SmallSurvey.Interview("ai_use=none")).Nodes.Single(node => node.Node.Id == "ai-use");
        Assert.Equal(MissingReason.NotApplicable, explained.Reason);
    }

    [Fact]
    public void An_option_that_is_excluded_opens_the_ends_that_the_other_answers_do_not_reach()
    {
        const string Only = "{ none: exclude, pilot: 40, wide: 100 }";

        Assert.Empty(
            IndexModel
                .Parse(
                    SmallSurvey.IndexYaml.Replace("{ none: 0, pilot: 40, wide: 100 }", Only, StringComparison.Ordinal),
                    "index.yaml",
                    SmallSurvey.Questionnaire
                )
                .Problems
        );
        Assert.Contains(
            IndexModel
                .Parse(
                    SmallSurvey.IndexYaml.Replace(
                        "{ none: 0, pilot: 40, wide: 100 }",
                        "{ none: exclude, pilot: 40, wide: 90 }",
                        StringComparison.Ordinal
                    ),
                    "index.yaml",
                    SmallSurvey.Questionnaire
                )
                .Problems,
            problem => problem.Code == "unreachable-score"
        );
    }

    [Theory]
    // Three rungs of 100, 50 and 60 points with heights 2, 1, 1; the second does not apply to a company that says so.
    [InlineData("ai_use=pilot skills.training=wide skills.hiring=wide", 0)]
    [InlineData("ai_use=wide skills.training=none skills.hiring=wide", 50)]
    [InlineData("ai_use=wide skills.training=pilot skills.hiring=wide", 100)]
    [InlineData("ai_use=wide skills.training=pilot skills.hiring=none", 75)]
    [InlineData("ai_use=wide skills.training=notApplicable! skills.hiring=none", 66.66666666666667)]
    [InlineData("ai_use=wide skills.training=notApplicable! skills.hiring=wide", 100)]
    // Missing on the way: nobody knows how far the climb would have gone, unless a lower rung has ended it.
    [InlineData("ai_use=dontKnow! skills.training=wide skills.hiring=wide", double.NaN)]
    [InlineData("ai_use=wide skills.hiring=none", double.NaN)]
    [InlineData("ai_use=wide skills.training=pilot skills.hiring=dontKnow!", double.NaN)]
    [InlineData("ai_use=pilot skills.hiring=wide", 0)]
    [InlineData("ai_use=notApplicable! skills.training=notApplicable! skills.hiring=notApplicable!", double.NaN)]
    public void A_rung_counts_when_all_below_it_are_reached(string answers, double score)
    {
        const string Rungs = """
            index:
              id: total
              title: { de: "Insgesamt", en: "Total" }
              aggregate: ladder
              children:
                - { id: first, weight: 2, question: ai_use, score: { none: 0, pilot: 40, wide: 100 }, missing: { unanswered: exclude, dontKnow: exclude, refused: exclude, notApplicable: exclude } }
                - { id: second, weight: 1, reached: 30, question: skills.training, score: { none: 10, pilot: 40, wide: 100 }, missing: { unanswered: exclude, notApplicable: exclude } }
                - { id: third, weight: 1, reached: 60, question: skills.hiring, score: { none: 10, pilot: 40, wide: 100 }, missing: { unanswered: exclude, notApplicable: exclude } }
            """;
        var head = SmallSurvey.IndexYaml[..SmallSurvey.IndexYaml.IndexOf("index:", StringComparison.Ordinal)];
        head = head.Replace("\n\n", "\n", StringComparison.Ordinal);
        var model = IndexModel.Parse(head[..head.LastIndexOf('\n')] + "\n" + Rungs, "index.yaml", SmallSurvey.Questionnaire).OrThrow();

        Check(model, answers, "total", score);
    }

    [Theory]
    [InlineData("id: steady, title", "id: steady, title", 60)]
    [InlineData("low: 10, high: 0", "low: 0, high: 10", 40)]
    public void A_count_may_ask_for_less_than_the_top(string good, string other, double below)
    {
        var model = Changed(good, other, "aggregate: minimum", "aggregate: count", "id: steady, title", "id: steady, reached: 50, title");

        Check(model, "specialists=9 persons=10 outage=4", "steady", below);
        Check(model, "specialists=9 persons=10 outage=4", "running", below >= 50 ? 100 : 50);
    }

    [Fact]
    public void A_negative_direction_turns_the_score_round_on_its_way_up()
    {
        var model = Changed(
            "low: 10, high: 0",
            "low: 0, high: 10",
            "id: steady, title",
            "id: steady, direction: negative, title",
            "aggregate: minimum",
            "aggregate: arithmetic"
        );

        Check(model, "outage=2", "steady", 20);
        Check(model, "outage=2", "running", 80);
        Check(model, "outage=2 specialists=2 persons=20", "running", 65);
    }

    [Fact]
    public void A_whole_dimension_may_be_negative()
    {
        var model = Changed("id: running", "id: running\n      direction: negative");

        Check(model, "ai_use=wide ai_fields=a|b skills.hiring=notApplicable! outage=2", "running", 80);
        Check(model, "ai_use=wide ai_fields=a|b skills.hiring=notApplicable! outage=2", "total", (200 + 20) / 3.0);
    }

    [Fact]
    public void Another_minor_version_of_the_questionnaire_is_scored_though_its_variables_stand_elsewhere()
    {
        var yaml = SmallSurvey.QuestionnaireYaml.Replace("version: 1.2.0", "version: 1.3.0", StringComparison.Ordinal);
        var lines = yaml.Split('\n').ToList();
        var first = lines.FindIndex(line => line.Contains("id: persons,", StringComparison.Ordinal));
        lines.Insert(first, lines[first].Replace("id: persons,", "id: persons_before,", StringComparison.Ordinal));
        var later = Questionnaire.Parse(string.Join('\n', lines), "later.yaml", SmallSurvey.Classifications).OrThrow();
        var answers = SmallSurvey.Interview("ai_use=wide ai_fields=a specialists=1 persons=10 outage=0 skills.training=pilot").Answers;

        Assert.Equal(
            SmallSurvey.Model.Score(Questionnaires.Interview.Of(SmallSurvey.Questionnaire, answers)),
            SmallSurvey.Model.Score(Questionnaires.Interview.Of(later, answers))
        );
    }

    [Theory]
    [InlineData("geometric")]
    [InlineData("harmonic")]
    [InlineData( /*lang=json*/
        "{ power: -2 }"
    )]
    public void A_zero_makes_the_geometric_and_the_harmonic_mean_zero(string aggregation) =>
        Check(Changed("weight: 2\n      aggregate: arithmetic", $"weight: 2\n      aggregate: {aggregation}"), "ai_use=none", "ai", 0);

    [Theory]
    // With notAsked excluded the second indicator does not apply to a company without AI: the first one is the whole.
    [InlineData("{ share: 1, of: applicable }", "ai_use=none", 0)]
    [InlineData("{ share: 1, of: all }", "ai_use=none", double.NaN)]
    [InlineData("{ share: 1, of: applicable }", "ai_use=wide", double.NaN)]
    [InlineData("{ share: 0.6, of: all }", "ai_use=none", 0)]
    [InlineData("{ count: 2, of: applicable }", "ai_use=none", double.NaN)]
    [InlineData( /*lang=json*/
        "{ count: 1 }",
        "ai_use=none",
        0
    )]
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
            score
        );
}
