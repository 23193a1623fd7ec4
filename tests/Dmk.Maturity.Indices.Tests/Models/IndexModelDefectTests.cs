namespace Dmk.Maturity.Indices.Tests;

public class IndexModelDefectTests
{
    /// <summary>What the good file says, the mistake instead, the code, and the text at which the problem stands in the broken file.</summary>
    public static TheoryData<string, string, string, string> Defects => new()
    {
        { "id: small-index\n", "", "missing-key", "version: 1.0.0" },
        { "id: small-index", "id: 1small", "wrong-kind", "1small" },
        { "version: 1.0.0", "version: '1'", "bad-version", "'1'" },
        { "version: 1.0.0", "version: 1.0.0\nowner: me", "unknown-key", "owner" },
        { "small@1\n", "small\n", "bad-reference", "small\nscale" },
        { "small@1\n", "small@2\n", "questionnaire-mismatch", "small@2" },
        { "small@1\n", "other@1\n", "questionnaire-mismatch", "other@1" },
        { "{ from: 0, to: 100 }", "{ from: 100, to: 100 }", "scale-not-ascending", "{ from: 100, to: 100 }" },
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
        { "question: ai_use, score: { none: 0, pilot: 40, wide: 100 }, missing: { unanswered: exclude, dontKnow: exclude, refused: exclude, notApplicable: exclude }", "question: persons, score: { none: 0 }, missing: { unanswered: exclude, dontKnow: exclude }", "not-a-choice", "persons, score" },
        { "none: 0, pilot", "none: 0, trial: 3, pilot", "unknown-code", "trial" },
        { "none: 0, pilot: 40", "none: 0", "code-without-score", "{ none: 0, wide" },
        { "none: 0, pilot: 40", "none: 0, pilot: 101", "score-out-of-scale", "101" },
        { "none: 0, pilot: 40", "none: zero, pilot: 40", "wrong-kind", "zero" },
        { "notAsked: 0 }", "notAsked: -5 }", "score-out-of-scale", "-5" },
        { "countShare: 2", "countShare: 4", "unreachable-score", "4 }" },
        { "countShare: 2", "countShare: 0", "out-of-range", "0 }, missing: { unanswered: exclude, notAsked" },
        { "{ unanswered: exclude, notAsked: 0 }", "{ unanswered: exclude }", "missing-rule", "{ unanswered: exclude }" },
        { "{ unanswered: exclude, dontKnow: exclude, refused: exclude, notApplicable: exclude }", "{ dontKnow: exclude, refused: exclude, notApplicable: exclude }", "missing-rule", "{ dontKnow: exclude, refused" },
        { "{ unanswered: exclude, dontKnow: exclude, refused: exclude, notApplicable: exclude }", "{ unanswered: exclude, dontKnow: exclude, notApplicable: exclude }", "missing-rule", "{ unanswered: exclude, dontKnow: exclude, not" },
        { ", missing: { unanswered: exclude, dontKnow: 0 }", "", "missing-rule", "{ id: share" },
        { "dontKnow: 0 }", "dontKnow: 0, later: 0 }", "unknown-reason", "later" },
        { "dontKnow: 0 }", "dontKnow: ignore }", "wrong-kind", "ignore" },
        { "low: 0, high: 20", "low: 20, high: 20", "goalposts-equal", "{ low: 20" },
        { "high: 20, outside: clip", "high: 20", "missing-key", "{ low: 0, high: 20 }" },
        { "outside: clip", "outside: cut", "unknown-choice", "cut" },
        { "value: \"outage\",", "", "node-kind", "{ id: steady" },
        { "value: \"outage\"", "question: outage, value: \"outage\"", "node-kind", "{ id: steady" },
        { "value: \"outage\"", "value: \"ai_use == 'none'\"", "not-a-number", "\"ai_use ==" },
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
    [InlineData("wide: 100 }, missing: { unanswered: exclude, dontKnow", "wide: 90 }, missing: { unanswered: exclude, dontKnow", "unreachable-score")]
    [InlineData("goalposts: { low: 10, high: 0, outside: missing }, missing: { unanswered: exclude }", "goalposts: { low: 10, high: 0, outside: missing }, missing: { unanswered: exclude, refused: exclude }", "needless-rule")]
    public void A_doubtful_model_is_read_with_a_warning(string good, string doubtful, string code)
    {
        var reading = IndexModel.Parse(Defect.In(SmallSurvey.IndexYaml, good, doubtful), "index.yaml", SmallSurvey.Questionnaire);

        Assert.NotNull(reading.Value);
        Assert.Equal(code, Assert.Single(reading.Problems).Code);
    }

    [Fact]
    public void Several_mistakes_are_reported_together()
    {
        var yaml = SmallSurvey.IndexYaml.Replace("weight: 2", "weight: 0", StringComparison.Ordinal).Replace("small@1", "small@9", StringComparison.Ordinal);

        var reading = IndexModel.Parse(yaml, "index.yaml", SmallSurvey.Questionnaire);

        Assert.Equal(["questionnaire-mismatch", "weight-not-positive", "weight-not-positive"], reading.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem_with_its_name()
    {
        var reading = IndexModel.Read("nowhere/index.yaml", SmallSurvey.Questionnaire);

        Defect.IsReported([.. reading.Problems.Select(problem => problem with { Message = "." })], "file-unreadable", new("nowhere/index.yaml", 0, 0));
    }
}
