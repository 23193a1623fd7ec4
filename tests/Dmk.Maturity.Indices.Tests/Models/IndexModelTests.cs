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

        Assert.Equal(
            ["total", "ai", "ai-use", "ai-fields", "people", "training", "hiring", "running", "share", "steady"],
            nodes.Select(node => node.Id)
        );
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
        var other = IndexModel
            .Parse(SmallSurvey.IndexYaml.Replace("Maturity", "Ripeness", StringComparison.Ordinal), "index.yaml", SmallSurvey.Questionnaire)
            .OrThrow();

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
        var other = Questionnaire
            .Parse(
                SmallSurvey.QuestionnaireYaml.Replace("version: 1.2.0", "version: 2.0.0", StringComparison.Ordinal),
                "other.yaml",
                SmallSurvey.Classifications
            )
            .OrThrow();

        var refusal = Assert.Throws<ArgumentException>(() => SmallSurvey.Model.Score(Interview.Of(other, Answers.None)));

        Assert.Contains("small@2.0.0", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing: { unanswered: exclude, notAsked: 5 }", "persons=1", 5)]
    [InlineData("missing: { unanswered: exclude, notAsked: 5 }", "persons=2", double.NaN)]
    [InlineData("missing: { unanswered: exclude, notAsked: 5 }", "persons=2 tools.a=x|y", 100)]
    [InlineData("missing: { unanswered: exclude, notAsked: 5 }", "persons=2 tools.a=x", 50)]
    public void Rows_of_a_grid_may_have_several_ticks_and_their_group_a_condition(string missing, string answers, double score)
    {
        var questionnaire = Grouped();
        var model = IndexModel.Parse(GroupedIndex(missing), "index.yaml", questionnaire).OrThrow();

        Assert.Equal(score, DefinitionFiles.Score(model, questionnaire, DefinitionFiles.Answers(questionnaire, answers), "tools-a"));
    }

    [Fact]
    public void A_group_with_a_condition_needs_a_rule_for_not_asked()
    {
        var yaml = GroupedIndex("missing: { unanswered: exclude }");

        Defect.IsReported(
            IndexModel.Parse(yaml, "index.yaml", Grouped()).Problems,
            "missing-rule",
            Defect.PlaceOf("{ unanswered", yaml, "index.yaml")
        );
    }

    /// <summary>Rows of <c>help</c>: a always, b under a condition; of <c>every</c> both under one; <c>picked</c> has only options under
    /// one, <c>some</c> one of two.</summary>
    [Theory]
    [InlineData("help.a", "{ countShare: 2, of: [x, y] }", false)]
    [InlineData("help.b", "{ countShare: 2, of: [x, y] }", true)]
    [InlineData("every.a", "{ countShare: 2, of: [x, y] }", true)]
    [InlineData("picked", "{ x: 0, y: 100 }", true)]
    [InlineData("some", "{ x: 0, y: 100 }", false)]
    public void Exactly_the_rows_that_can_be_unasked_need_a_rule_for_not_asked(string variable, string score, bool canBeUnasked)
    {
        var questionnaire = Conditional();
        var with = "missing: { unanswered: exclude, notAsked: 0 }";

        string[] Codes(string missing)
        {
            var yaml = GroupedIndex(missing).Replace("tools.a", variable, StringComparison.Ordinal);
            yaml = yaml.Replace("{ countShare: 2, of: [x, y] }", score, StringComparison.Ordinal);
            return [.. IndexModel.Parse(yaml, "index.yaml", questionnaire).Problems.Select(problem => problem.Code)];
        }

        Assert.Equal(canBeUnasked, questionnaire.Variable(variable)!.CanBeUnasked);
        Assert.Equal(canBeUnasked ? ["missing-rule"] : [], Codes("missing: { unanswered: exclude }"));
        Assert.Equal(canBeUnasked ? [] : ["needless-rule"], Codes(with));
    }

    private static Questionnaire Conditional() =>
        Questionnaire
            .Parse(
                """
                id: grouped
                version: 1.0.0
                languages: [de, en]
                title: { de: t, en: t }
                sections:
                  - id: all_of_it
                    title: { de: t, en: t }
                    questions:
                      - { id: persons, type: integer, min: 0, text: { de: "Personen?", en: "Persons?" } }
                      - { id: help, type: grid, each: multiple, options: [ { code: x, de: x, en: x }, { code: y, de: y, en: y }, { code: z, de: z, en: z, when: "persons > 5" } ], rows: [ { id: a, de: A, en: A }, { id: b, de: B, en: B, when: "persons >= 10" } ], text: { de: "Was?", en: "What?" } }
                      - { id: every, type: grid, each: multiple, options: [ { code: x, de: x, en: x }, { code: y, de: y, en: y } ], rows: [ { id: a, de: A, en: A, when: "persons < 10" }, { id: b, de: B, en: B, when: "persons >= 10" } ], text: { de: "Was?", en: "What?" } }
                      - { id: picked, type: single, options: [ { code: x, de: x, en: x, when: "persons > 5" }, { code: y, de: y, en: y, when: "persons > 7" } ], text: { de: "Was?", en: "What?" } }
                      - { id: some, type: single, options: [ { code: x, de: x, en: x }, { code: y, de: y, en: y, when: "persons > 7" } ], text: { de: "Was?", en: "What?" } }
                """,
                "grouped.yaml",
                new([])
            )
            .OrThrow();

    private static Questionnaire Grouped() =>
        Questionnaire
            .Parse(
                """
                id: grouped
                version: 1.0.0
                languages: [de, en]
                title: { de: t, en: t }
                sections:
                  - id: all
                    title: { de: t, en: t }
                    questions:
                      - { id: persons, type: integer, min: 0, text: { de: "Personen?", en: "Persons?" } }
                      - group: stand
                        title: { de: t, en: t }
                        when: "persons > 1"
                        questions:
                          - { id: tools, type: grid, each: multiple, options: [ { code: x, de: x, en: x }, { code: y, de: y, en: y }, { code: z, de: z, en: z } ], rows: [ { id: a, de: A, en: A }, { id: b, de: B, en: B } ], text: { de: "Was?", en: "What?" } }
                """,
                "grouped.yaml",
                new([])
            )
            .OrThrow();

    private static string GroupedIndex(string missing) =>
        $$"""
            id: grouped-index
            version: 1.0.0
            title: { de: t, en: t }
            questionnaire: grouped@1
            scale: { from: 0, to: 100 }
            levels: [ { id: low, from: 0, de: t, en: t } ]
            index:
              id: total
              title: { de: t, en: t }
              aggregate: arithmetic
              weights: equal
              children:
                - { id: tools-a, question: tools.a, score: { countShare: 2, of: [x, y] }, {{missing}} }
            """;
}
