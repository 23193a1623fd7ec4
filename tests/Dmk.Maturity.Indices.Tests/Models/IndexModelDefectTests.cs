namespace Dmk.Maturity.Indices.Tests;

public class IndexModelDefectTests
{
    /// <summary>What the good file says, the mistake instead, the code, and the text at which the problem stands in the broken
    /// file.</summary>
    public static TheoryData<string, string, string, string> Defects =>
        new()
        {
            { "id: small-index\n", "", "missing-key", "version: 1.0.0" },
            { "id: small-index", "id: 1small", "wrong-kind", "1small" },
            { "version: 1.0.0", "version: '1'", "bad-version", "'1'" },
            { "version: 1.0.0", "version: 1.0.0\nowner: me", "unknown-key", "owner" },
            { "small@1\n", "small\n", "bad-reference", "small\nscale" },
            { "small@1\n", "small@2\n", "questionnaire-mismatch", "small@2" },
            { "small@1\n", "other@1\n", "questionnaire-mismatch", "other@1" },
            { /*lang=json*/
                "{ from: 0, to: 100 }", /*lang=json*/
                "{ from: 100, to: 100 }",
                "scale-not-ascending", /*lang=json*/
                "{ from: 100, to: 100 }"
            },
            { "id: low, from: 0", "id: low, from: 5", "level-start", "5, de: \"Niedrig\"" },
            { "id: high, from: 80", "id: high, from: 40", "levels-not-ascending", "40, de: \"Hoch\"" },
            { "id: high, from: 80", "id: high, from: 101", "unreachable-level", "101" },
            { "id: high, from: 80", "id: low, from: 80", "duplicate-id", "{ id: low, from: 80" },
            { ", en: \"High\" }", " }", "missing-translation", "{ id: high" },
            { "id: people", "id: ai", "duplicate-id", "id: ai\n      title: { de: \"Menschen\"" },
            { "id: total\n  ", "", "missing-key", "title: { de: \"Insgesamt\"" },
            { "title: { de: \"Insgesamt\", en: \"Total\" }\n  ", "", "missing-key", "id: total" },
            { "aggregate: geometric", "aggregate: geometrical", "unknown-choice", "geometrical" },
            { "aggregate: minimum\n", "\n", "missing-key", "id: running" },
            { "atLeast: 0.5", "atLeast: 1.5", "share-out-of-range", "1.5" },
            { "share: 0.6, count: 1", "share: 0, count: 1", "share-out-of-range", "0, count: 1" },
            { "share: 0.6, count: 1", "share: 0.6, count: 3", "unreachable-count", "3, of" },
            { "of: applicable", "of: some", "unknown-choice", "some" },
            { "id: ai-use, weight: 2", "id: ai-use, weight: 0", "weight-not-positive", "0, question: ai_use" },
            { "id: ai-use, weight: 2", "id: ai-use, weight: -1", "weight-not-positive", "-1" },
            { "id: ai-use, weight: 2,", "id: ai-use,", "missing-key", "{ id: ai-use" },
            { "id: training, question", "id: training, weight: 1, question", "weight-with-equal-weights", "1, question: skills" },
            { "question: ai_use", "question: ai_usage", "unknown-question", "ai_usage" },
            { "question: skills.training", "question: skills", "question-has-parts", "skills, score" },
            { "question: skills.training", "question: skills.trainig", "unknown-question", "skills.trainig" },
            {
                "question: ai_use, score: { none: 0, pilot: 40, wide: 100 }, missing: { unanswered: exclude, dontKnow: exclude, refused: "
                    + "exclude, notApplicable: exclude "
                    + "}",
                "question: persons, score: { none: 0 }, missing: { unanswered: exclude, dontKnow: exclude }",
                "not-a-choice",
                "persons, score"
            },
            { "none: 0, pilot", "none: 0, trial: 3, pilot", "unknown-code", "trial" },
            { "none: 0, pilot: 40", "none: 0", "code-without-score", "{ none: 0, wide" },
            { "none: 0, pilot: 40, wide: 100", "none: exclude, pilot: exclude, wide: exclude", "code-without-score", "{ none: exclude" },
            { "none: 0, pilot: 40", "none: excluded, pilot: 40", "wrong-kind", "excluded" },
            { "none: 0, pilot: 40", "none: 0, pilot: 101", "score-out-of-scale", "101" },
            { "none: 0, pilot: 40", "none: zero, pilot: 40", "wrong-kind", "zero" },
            { "notAsked: 0 }", "notAsked: -5 }", "score-out-of-scale", "-5" },
            { "countShare: 2", "countShare: 4", "unreachable-score", "4 }" },
            { "countShare: 2", "countShare: 0", "out-of-range", "0 }, missing: { unanswered: exclude, notAsked" },
            { "{ unanswered: exclude, notAsked: 0 }", "{ unanswered: exclude }", "missing-rule", "{ unanswered: exclude }" },
            {
                "{ unanswered: exclude, dontKnow: exclude, refused: exclude, notApplicable: exclude " + "}",
                "{ dontKnow: exclude, refused: exclude, notApplicable: exclude }",
                "missing-rule",
                "{ dontKnow: exclude, refused"
            },
            {
                "{ unanswered: exclude, dontKnow: exclude, refused: exclude, notApplicable: exclude " + "}",
                "{ unanswered: exclude, dontKnow: exclude, notApplicable: exclude }",
                "missing-rule",
                "{ unanswered: exclude, dontKnow: exclude, not"
            },
            { ", missing: { unanswered: exclude, dontKnow: 0 }", "", "missing-rule", "{ id: share" },
            { "dontKnow: 0 }", "dontKnow: 0, later: 0 }", "unknown-reason", "later" },
            { "dontKnow: 0 }", "dontKnow: ignore }", "wrong-kind", "ignore" },
            { "low: 0, high: 20", "low: 20, high: 20", "goalposts-equal", "{ low: 20" },
            {
                "high: 20, outside: clip",
                "high: 20",
                "missing-key", /*lang=json*/
                "{ low: 0, high: 20 }"
            },
            { "outside: clip", "outside: cut", "unknown-choice", "cut" },
            { "value: \"outage\",", "", "node-kind", "{ id: steady" },
            { "value: \"outage\"", "question: outage, value: \"outage\"", "node-kind", "{ id: steady" },
            { "value: \"outage\"", "value: \"outage == 3\"", "not-a-number", "\"outage ==" },
            { "value: \"outage\"", "value: \"land_now\"", "not-a-number", "\"land_now" },
            // Aggregations.
            { "aggregate: geometric", "aggregate: { power: 0 }", "power-out-of-range", "0 }\n      weights" },
            { "aggregate: geometric", "aggregate: { power: 0.001 }", "power-out-of-range", "0.001" },
            { "aggregate: geometric", "aggregate: { power: -101 }", "power-out-of-range", "-101" },
            { "aggregate: geometric", "aggregate: { power: two }", "wrong-kind", "two" },
            { "aggregate: geometric", "aggregate: { exponent: 2, power: 2 }", "unknown-key", "exponent" },
            {
                "aggregate: arithmetic\n      missing: { atLeast: { share: " + "0.6",
                "aggregate: ladder\n      missing: { atLeast: { share: 0.6",
                "missing-on-ladder",
                "{ atLeast: { share: 0.6"
            },
            { "id: steady, title", "id: steady, reached: 50, title", "threshold-unused", "50, title" },
            {
                "aggregate: geometric\n      weights: equal\n      children:\n        - { id: training,",
                "aggregate: count\n      weights: equal\n      children:\n        - { id: training, reached: 0,",
                "threshold-off-scale",
                "0, question: skills.training"
            },
            {
                "aggregate: geometric\n      weights: equal\n      children:\n        - { id: training,",
                "aggregate: ladder\n      weights: equal\n      children:\n        - { id: training, reached: 101,",
                "threshold-off-scale",
                "101"
            },
            { "aggregate: minimum", "aggregate: minimum\n      weights: { total: 2, of: 2 }", "unknown-key", "of: 2" },
            { "weights: equal", "weights: same", "unknown-choice", "same" },
            {
                "aggregate: minimum",
                "aggregate: minimum\n      weights: { total: 3 }",
                "weights-do-not-add-up", /*lang=json*/
                "{ total: 3 }"
            },
            // Directions.
            {
                "title: { de: \"Insgesamt\", en: \"Total\" }",
                "title: { de: \"Insgesamt\", en: \"Total\" }\n  direction: " + "negative",
                "direction-at-root",
                "negative"
            },
            { "id: steady, title", "id: steady, direction: down, title", "unknown-choice", "down" },
            { "id: steady, title", "id: steady, direction: negative, title", "direction-twice", "negative" },
            // Ticks.
            { /*lang=json*/
                "{ countShare: 2 }",
                "{ countShare: 2, of: [a, nothing] }",
                "unknown-code",
                "nothing] }"
            },
            { /*lang=json*/
                "{ countShare: 2 }",
                "{ countShare: 2, of: [a, d] }",
                "unknown-code",
                "d] }"
            },
            { /*lang=json*/
                "{ countShare: 2 }",
                "{ countShare: 1, of: [a, a] }",
                "duplicate-code",
                "a] }"
            },
            { /*lang=json*/
                "{ countShare: 2 }",
                "{ countShare: 2, of: [a] }",
                "unreachable-score",
                "2, of"
            },
            { /*lang=json*/
                "{ countShare: 2 }", /*lang=json*/
                "{ sumOf: { a: 50, b: 50, nothing: 0 } }",
                "code-without-score",
                "{ a: 50"
            },
            { /*lang=json*/
                "{ countShare: 2 }", /*lang=json*/
                "{ sumOf: { a: 50, b: 50, c: 0, d: 0, nothing: 0 } }",
                "unknown-code",
                "d: 0"
            },
            { /*lang=json*/
                "{ countShare: 2 }", /*lang=json*/
                "{ sumOf: { a: 50, b: 50, c: 0, nothing: 0 }, cap: 120 " + "}",
                "score-out-of-scale",
                "120"
            },
            { /*lang=json*/
                "{ countShare: 2 }",
                "{ sumOf: { a: 50, b: 50, c: 0, nothing: none } }",
                "wrong-kind",
                "none } }"
            },
            { /*lang=json*/
                "{ countShare: 2 }", /*lang=json*/
                "{ bestOf: { a: 50, b: 150, c: 0, nothing: 0 } }",
                "score-out-of-scale",
                "150"
            },
            { /*lang=json*/
                "{ countShare: 2 }", /*lang=json*/
                "{ countShare: 2, cap: 100 }",
                "unknown-key",
                "cap"
            },
            // Numbers.
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing " + "}",
                "value: \"outage\", bands: [ { score: 0 } ]",
                "too-few-bands",
                "[ { score"
            },
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing }",
                "value: \"outage\", bands: [ { below: 5, score: 100 }, { below: 9, score: 0 } ]",
                "open-band",
                "9, score"
            },
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing " + "}",
                "value: \"outage\", bands: [ { score: 100 }, { score: 0 } ]",
                "open-band",
                "{ score: 100"
            },
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing }",
                "value: \"outage\", bands: [ { below: 5, score: 100 }, { below: 5, score: 50 }, { score: 0 } ]",
                "bands-not-ascending",
                "5, score: 50"
            },
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing }",
                "value: \"outage\", bands: [ { below: 5, score: 100 }, { score: -1 } ]",
                "score-out-of-scale",
                "-1"
            },
            { "outside: missing }", "outside: missing }, bands: [ { below: 5, score: 100 }, { score: 0 } ]", "scored-twice", "[ { below" },
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing " + "}",
                "question: outage, score: { none: 0 }",
                "not-a-choice",
                "outage, score"
            },
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing " + "}",
                "value: \"outage\", score: { none: 0 }",
                "not-a-condition",
                "\"outage\", score"
            },
            // Conditions.
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing " + "}",
                "value: \"outage < 3\", score: { true: 100 }",
                "missing-key",
                "{ true: 100"
            },
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing " + "}",
                "value: \"outage < 3\", score: { true: 101, false: 0 }",
                "score-out-of-scale",
                "101"
            },
            {
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing }",
                "value: \"outage < 3\"",
                "missing-key",
                "{ id: steady"
            },
            { "title: { de: \"Ausfälle\", en: \"Outages\" }, ", "", "missing-key", "{ id: steady" },
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public void One_mistake_is_one_problem_where_it_stands(string good, string mistake, string code, string at)
    {
        var yaml = Defect.In(SmallSurvey.IndexYaml, good, mistake);

        var reading = IndexModel.Parse(yaml, "index.yaml", SmallSurvey.Questionnaire);

        Assert.Null(reading.Value);
        Defect.IsReported(reading.Problems, code, Defect.PlaceOf(at, yaml, "index.yaml"));
    }

    [Theory]
    [InlineData("outage\", goal", "outages\", goal", "outages")]
    [InlineData("specialists / persons * 100", "specialists / * 100", "* 100")]
    [InlineData("specialists / persons * 100", "ai_use == 'never'", "'never'")]
    public void A_mistake_in_an_expression_is_reported_within_it(string good, string mistake, string at)
    {
        var yaml = Defect.In(SmallSurvey.IndexYaml, good, mistake);

        var reading = IndexModel.Parse(yaml, "index.yaml", SmallSurvey.Questionnaire);

        Assert.Null(reading.Value);
        Assert.Equal(Defect.PlaceOf(at, yaml, "index.yaml"), reading.Problems[0].Place);
    }

    [Theory]
    [InlineData(
        "wide: 100 }, missing: { unanswered: exclude, " + "dontKnow",
        "wide: 90 }, missing: { unanswered: exclude, dontKnow",
        "unreachable-score"
    )]
    [InlineData(
        "goalposts: { low: 10, high: 0, outside: missing }, missing: { unanswered: exclude }",
        "goalposts: { low: 10, high: 0, " + "outside: missing }, missing: { unanswered: exclude, refused: exclude }",
        "needless-rule"
    )]
    [InlineData( /*lang=json*/
        "{ countShare: 2 }", /*lang=json*/
        "{ sumOf: { a: 30, b: 30, c: 30, nothing: 0 } }",
        "unreachable-score"
    )]
    [InlineData( /*lang=json*/
        "{ countShare: 2 }", /*lang=json*/
        "{ sumOf: { a: 50, b: 50, c: 30, nothing: 0 }, cap: 90 " + "}",
        "unreachable-score"
    )]
    [InlineData( /*lang=json*/
        "{ countShare: 2 }", /*lang=json*/
        "{ bestOf: { a: 30, b: 30, c: 90, nothing: 0 } }",
        "unreachable-score"
    )]
    [InlineData(
        "outage\", goalposts: { low: 10, high: 0, outside: missing " + "}",
        "outage\", bands: [ { below: 5, score: 90 }, { score: 0 } ]",
        "unreachable-score"
    )]
    [InlineData(
        "outage\", goalposts: { low: 10, high: 0, outside: missing " + "}",
        "outage < 5\", score: { true: 90, false: 0 }",
        "unreachable-score"
    )]
    [InlineData(
        "id: training, question: skills.training",
        "id: training, direction: negative, question: skills.training",
        "unreachable-score"
    )]
    [InlineData("aggregate: geometric", "aggregate: arithmetic", "unreachable-score")]
    [InlineData(
        "aggregate: geometric\n      weights: equal\n      children:\n        - { id: training, question: skills.training, "
            + "score: { none: 10, pilot: 40, wide: 100 }",
        "aggregate: "
            + "count\n      weights: equal\n      children:\n        - { id: training, reached: 80, question: skills.training, score: { "
            + "none: 0, pilot: 40, wide: 70 }",
        "unreachable-threshold"
    )]
    [InlineData("low: 10, high: 0", "low: 10, high: -1", "goalpost-out-of-range")]
    [InlineData("id: middle, from: 40", "id: middle, from: 0.5", "unreachable-level", "aggregate: geometric", "aggregate: arithmetic")]
    public void A_doubtful_model_is_read_with_a_warning(string good, string doubtful, string code, params string[] further)
    {
        string[] changes = [good, doubtful, .. further];
        var yaml = changes.Chunk(2).Aggregate(SmallSurvey.IndexYaml, (text, change) => Defect.In(text, change[0], change[1]));

        var reading = IndexModel.Parse(yaml, "index.yaml", SmallSurvey.Questionnaire);

        Assert.NotNull(reading.Value);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Several_mistakes_are_reported_together()
    {
        var yaml = SmallSurvey
            .IndexYaml.Replace("weight: 2", "weight: 0", StringComparison.Ordinal)
            .Replace("small@1", "small@9", StringComparison.Ordinal);

        var reading = IndexModel.Parse(yaml, "index.yaml", SmallSurvey.Questionnaire);

        Assert.Equal(
            ["questionnaire-mismatch", "weight-not-positive", "weight-not-positive"],
            reading.Problems.Select(problem => problem.Code)
        );
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_with_its_name()
    {
        var reading = IndexModel.Read("nowhere/index.yaml", SmallSurvey.Questionnaire);

        Defect.IsReported(
            [.. reading.Problems.Select(problem => problem with { Message = "." })],
            "file-unreadable",
            new("nowhere/index.yaml", 0, 0)
        );
    }
}
