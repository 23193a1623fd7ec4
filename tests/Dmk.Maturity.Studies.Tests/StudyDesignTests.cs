using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

public class StudyDesignTests
{
    /// <summary>What the good file says, the mistake instead, the code, and the text at which the problem stands in the broken
    /// file.</summary>
    public static TheoryData<string, string, string, string> Defects =>
        new()
        {
            { "id: small-study\n", "", "missing-key", "wave" },
            { "wave: 2027", "wave: first", "wrong-kind", "first" },
            { "wave: 2027", "wave: 27", "out-of-range", "27" },
            { "small@1.2.0", "small@1", "bad-reference", "small@1" },
            { "[small-index@1.0.0]", "[small-index]", "bad-reference", "small-index]" },
            { "[small-index@1.0.0]", "[]", "no-indices", "[]" },
            { "[small-index@1.0.0]", "[small-index@1.0.0, small-index@1.1.0]", "duplicate-id", "small-index@1.1.0" },
            { "to: 2027-05-31", "to: 2027-02-28", "field-not-ascending", "{ from: 2027" },
            { "to: 2027-05-31", "to: 31.05.2027", "wrong-kind", "31.05.2027" },
            { "to: 2027-05-31", "until: 2027-05-31, to: 2027-05-31", "unknown-key", "until" },
            { "groups: stratum", "groups: land", "unknown-choice", "land" },
            { "minimumRespondents: 2", "minimumRespondents: 0", "out-of-range", "0\n    collapse" },
            { "minimumRespondents: 2", "minimumRespondents: 2\n    maximumFactor: 0.5", "out-of-range", "0.5" },
            { "over: size, start", "over: region, start", "unknown-choice", "region" },
            { "next: smaller", "next: larger", "collapse-direction", "{ over: size" },
            { "order: cyclic", "order: random", "unknown-choice", "random" },
            { "by: [land, sector, size]", "by: [land, sector]", "not-reported-by", "[size]" },
            { "[[land], [sector]", "[[land], [land], [sector]", "duplicate-table", "[land], [sector]" },
            { "[[land], [sector]", "[[], [land], [sector]", "empty-table", "[], [land]" },
            { "[[land], [sector]", "[[land, land], [sector]", "duplicate-variable", "[land, land]" },
            { "[[land], [sector]", "[[bundesland], [sector]", "unknown-choice", "bundesland" },
            { "minimumRespondents: 3", "minimumRespondents: 1", "out-of-range", "1, unreliable" },
            { "unreliableHalfWidth: 15", "unreliableHalfWidth: 0", "out-of-range", "0, show" },
            { "unreliableHalfWidth: 15", "unreliableHalfWidth: 51", "out-of-range", "51, show" },
            { "unreliableHalfWidth: 15", "leaveOutAtMost: 0.3", "out-of-range", "0.3, show" },
            { "unreliableHalfWidth: 15", "protection: 51", "out-of-range", "51, show" },
            { "unreliableHalfWidth: 15", "pPercent: 101", "out-of-range", "101, show" },
            { "unreliableHalfWidth: 15", "dominance: { companies: 3, share: 85 }", "out-of-range", "3, share" },
            { "unreliableHalfWidth: 15", "dominance: { companies: 1, share: 20 }", "out-of-range", "20 }, show" },
            { "show: weekly", "show: hourly", "unknown-choice", "hourly" },
            { "over: sector, order", "over: land, order", "collapse-across-laender", "{ over: land" },
            { "weights:\n", "weights:\n  trim: 1\n", "out-of-range", "1\n  nonresponse" },
            { "weights:\n", "weights:\n  finitePopulation: always\n", "unknown-choice", "always" },
            { "weights:\n", "weights:\n  calibrate: { margins: [[region]] }\n", "unknown-choice", "region" },
            { "weights:\n", "weights:\n  calibrate: { margins: [[land], [land]] }\n", "margin-empty", "[land]] }" },
            { "weights:\n", "weights:\n  calibrate: { margins: [[land]], distance: cubic }\n", "unknown-choice", "cubic" },
            { "weights:\n", "weights:\n  calibrate: { margins: [[land]], distance: logit }\n", "bounds-of-distance", "logit" },
            { "weights:\n", "weights:\n  calibrate: { margins: [[land]], bounds: [0.5, 2] }\n", "bounds-of-distance", "[0.5, 2]" },
            { "weights:\n", "weights:\n  calibrate: { margins: [[land]], distance: logit, bounds: [1, 2] }\n", "out-of-range", "[1, 2]" },
            { "lonely: adjust", "lonely: ignore", "unknown-choice", "ignore" },
            { "classification: size-class", "classification: size", "unknown-classification", "{ from: persons" },
            {
                "reporting:\n",
                "population: { strata: [sector, land, size] }\nreporting:\n",
                "unsupported-strata",
                "[sector, land, size] }"
            },
            { "sector: frame\n", "sector: frame\n  branch: { of: region }\n", "unknown-choice", "region" },
            { "sector: frame\n", "sector: frame\n  branch: { of: sector }\n", "no-groups", "sector }" },
            { "sector: frame\n", "sector: frame\n  branch: { of: sector, level: 2 }\n", "no-groups", "sector, level" },
            { "sector: frame\n", "sector: frame\n  craft: { codes: [ { code: a/b, de: A, en: A } ] }\n", "unusable-code", "{ codes" },
            { "sector: frame\n", Bands("{ code: a, from: 5, to: 4, de: A, en: A }"), "code-bands-not-ascending", "{ code: a" },
            {
                "sector: frame\n",
                Bands("{ code: a, from: 0, to: 4, de: A, en: A }, { code: b, from: 4, de: B, en: B }"),
                "code-bands-not-ascending",
                "{ code: b"
            },
            {
                "sector: frame\n",
                Bands("{ code: a, from: 0, de: A, en: A }, { code: b, from: 4, de: B, en: B }"),
                "code-bands-not-ascending",
                "{ code: b"
            },
            {
                "sector: frame\n",
                Bands("{ code: a, from: 0, to: 4, de: A, en: A }, { code: b, de: B, en: B }"),
                "band-missing",
                "{ code: b"
            },
            { "sector: frame\n", Bands("{ code: a, de: A, en: A }, { code: b, from: 4, de: B, en: B }"), "band-missing", "{ code: b" },
            {
                "sector: frame\n",
                Bands("{ code: a, from: 0, to: 4, de: A, en: A }, { code: b, from: 6, de: B, en: B }"),
                "code-bands-not-ascending",
                "{ code: b"
            },
            { "sector: frame\n", Bands("{ code: a, from: 0, to: 79228162514264337593543950335, de: A, en: A }"), "out-of-range", "792281" },
            { "sector: frame\n", Bands("{ code: a, from: 0.5, de: A, en: A }"), "wrong-kind", "0.5" },
            {
                "sector: frame\n",
                "sector: frame\n  status: { from: persons, classification: size-class }\n",
                "reserved-variable",
                "status"
            },
            { "sector: frame\n", "sector: frame\n  \"a,b\": { from: persons, classification: size-class }\n", "wrong-kind", "\"a,b\"" },
            {
                "sector: frame\n",
                "sector: frame\n  craft: { from: c, codes: [ { code: \"=1\", de: A, en: A } ] }\n",
                "unusable-code",
                "{ from: c"
            },
            { "lattice: [[land], [sector]", "lattice: []\n  # [[land], [sector]", "no-tables", "[]\n" },
            {
                "reporting:\n",
                "population: { strata: [land, sector, size, group] }\nreporting:\n  group: { of: land, level: 1 }\n",
                "unsupported-strata",
                "[land, sector, size, group]"
            },
            { "sector: frame\n", "sector: { heldAgainstFrame: true }\n", "nothing-to-hold", "true }" },
            {
                "reporting:\n",
                "population: { strata: [land, sector, size] }\nreporting:\n  craft: "
                    + "{ from: ai_use, codes: [ { code: wide, de: W, en: W } ], heldAgainstFrame: true }\n",
                "nothing-to-hold",
                "true }"
            },
            {
                "land: { from: land_now }",
                "land: { from: land_now, heldAgainstFrame: { message: { de: \"{rahmen}?\", en: \"{frame}?\" } } }",
                "unknown-name",
                "{ de: \"{rahmen}"
            },
            { "land: { from: land_now }", "land: { from: land_now, heldAgainstFrame: { explain: always } }", "unknown-choice", "always" },
            { "land: { from: land_now }", "land: { from: land_now, heldAgainstFrame: maybe }", "wrong-kind", "maybe" },
            {
                "land: { from: land_now }",
                "land: { from: land_now, heldAgainstFrame: { reason: optional } }",
                "unknown-key",
                "reason: opt"
            },
            { "lonely: adjust", "lonely: adjust\nestimands: {}", "missing-key", "{}" },
            { "reporting:\n", "population: { respondents: publicBodies }\nreporting:\n", "public-bodies-need-census", "publicBodies" },
            { "reporting:\n", "population: { respondents: banks }\nreporting:\n", "unknown-choice", "banks" },
            { "reporting:\n", "population: { census: true }\nreporting:\n", "weights-in-census", "nonresponse" },
            { "sector: frame", "sector: register", "unknown-choice", "register" },
        };

    [Theory]
    [MemberData(nameof(Defects))]
    public void One_mistake_is_one_problem_where_it_stands(string good, string mistake, string code, string at)
    {
        var yaml = Defect.In(SmallStudy.Yaml, good, mistake);

        var reading = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications);

        Assert.Null(reading.Value);
        Assert.Contains((code, Defect.PlaceOf(at, yaml, "study.yaml")), reading.Problems.Select(problem => (problem.Code, problem.Place)));
        Assert.Single(reading.Problems.Select(problem => problem.Code).Distinct());
    }

    private static string Bands(string codes) => $"sector: frame\n  age: {{ from: persons, codes: [ {codes} ] }}\n";

    [Fact]
    public void The_file_is_read()
    {
        var study = SmallStudy.Design;

        Assert.Equal(("small-study", 2027, "small@1.2.0"), (study.Id, study.Wave, study.Questionnaire.ToString()));
        Assert.Equal([new("small-index", "1.0.0")], study.Indices);
        Assert.Equal((new DateOnly(2027, 3, 1), new DateOnly(2027, 5, 31)), (study.FieldFrom, study.FieldTo));
        Assert.Equal(
            new ConfidentialityRule(3)
            {
                UnreliableHalfWidth = 15,
                Show = ShowRhythm.Weekly,
                Reason = "made up",
            },
            study.Confidentiality
        );
        Assert.Equal(LonelyUnit.Adjust, study.Lonely);
        Assert.Equal(6, study.Lattice.Count);
        Assert.Equal(["land", "sector"], study.Lattice[3].Select(variable => variable.Id));
        Assert.Equal(["p", "q", "r", "s"], study.Variable("sector")!.Classification.Entries.Select(entry => entry.Code));
    }

    /// <summary>The same for a census of public bodies.</summary>
    public static TheoryData<string, string, string, string> CensusDefects =>
        new()
        {
            { "strata: [land] }", "strata: [] }", "unsupported-strata", "[] }" },
            { "strata: [land] }", "strata: [sector, land] }", "unsupported-strata", "[sector, land] }" },
            { "census: true, respondents", "census: sometimes, respondents", "wrong-kind", "sometimes" },
            { "respondents: publicBodies, ", "", "out-of-range", "1, unreliable" },
            { "by: [land]", "by: [land, sector]", "unknown-choice", "sector]" },
            { "reporting:\n", "reporting:\n  sector: frame\n", "variable-without-source", "frame" },
            { "report:\n", "weights: none\nreport:\n", "weights-in-census", "none" },
        };

    [Theory]
    [MemberData(nameof(CensusDefects))]
    public void One_mistake_in_a_census_is_one_problem_where_it_stands(string good, string mistake, string code, string at)
    {
        var yaml = Defect.In(StudyFiles.Laender.OrThrow().Source, good, mistake);

        var reading = StudyDesign.Parse(yaml, "study.yaml", Repository.Classifications);

        Assert.Null(reading.Value);
        Defect.IsReported(reading.Problems, code, Defect.PlaceOf(at, yaml, "study.yaml"));
    }

    [Fact]
    public void A_study_that_says_nothing_else_draws_a_sample_of_companies() =>
        Assert.Equal(
            (false, false, 3),
            (SmallStudy.Design.Population.IsCensus, SmallStudy.Design.Population.OfPublicBodies, SmallStudy.Design.Population.Strata.Count)
        );

    [Fact]
    public void The_collapse_rule_follows_the_order_of_the_classifications()
    {
        var rule = SmallStudy.Design.Weights.Collapse;

        Assert.Equal((2, double.PositiveInfinity), (rule.MinimumRespondents, rule.MaximumFactor));
        Assert.Equal([(2, CollapseKind.Adjoining), (1, CollapseKind.Cyclic)], rule.Steps.Select(step => (step.Dimension, step.Kind)));
        Assert.Equal(["S1", "S2", "S3"], rule.Steps[0].Order);
    }

    [Fact]
    public void Without_a_word_figures_tell_of_five_companies_and_are_shown_nightly()
    {
        var yaml = Defect.In(SmallStudy.Yaml, "{ minimumRespondents: 3, unreliableHalfWidth: 15, show: weekly, reason: made up }", "{}");

        var study = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications).OrThrow();

        Assert.Equal(new ConfidentialityRule(5), study.Confidentiality);
    }

    [Fact]
    public void A_study_that_was_published_with_a_coefficient_of_variation_is_still_read()
    {
        var yaml = Defect.In(SmallStudy.Yaml, "unreliableHalfWidth: 15", "unreliableAbove: 0.15");
        var reading = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications);

        Assert.Equal(10, reading.Value!.Confidentiality.UnreliableHalfWidth);
        Assert.Equal(("unreliable-by-variation", Severity.Warning), (reading.Problems.Single().Code, reading.Problems.Single().Severity));
    }

    [Fact]
    public void A_coefficient_of_variation_in_percent_is_refused_in_its_line()
    {
        var yaml = Defect.In(SmallStudy.Yaml, "unreliableHalfWidth: 15", "unreliableAbove: 15");

        var problem = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications).Problems.Single();

        Assert.Equal(("unreliable-in-percent", Severity.Error), (problem.Code, problem.Severity));
        Assert.Equal(
            1 + yaml[..yaml.IndexOf("unreliableAbove", StringComparison.Ordinal)].Count(letter => letter == '\n'),
            problem.Place.Line
        );
    }

    [Fact]
    public void Sizes_are_not_read_from_a_year()
    {
        var yaml = SmallSurvey.QuestionnaireYaml.Replace(
            "id: persons, type: integer, min: 0",
            "id: persons, type: integer, min: 1800, max: 2030",
            StringComparison.Ordinal
        );

        var problem = Assert.Single(
            SmallStudy.Design.Check(Questionnaire.Parse(yaml, "small.yaml", SmallSurvey.Classifications).OrThrow())
        );

        Assert.Equal("single-band", problem.Code);
        Assert.Contains("'persons' lies between 1800 and 2030", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Collapsing_from_the_smallest_turns_the_order_round()
    {
        var yaml = Defect.In(SmallStudy.Yaml, "start: largest, next: smaller", "start: smallest, next: larger");

        var study = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications).OrThrow();

        Assert.Equal(["S3", "S2", "S1"], study.Weights.Collapse.Steps[0].Order);
    }

    [Theory]
    [InlineData("", "A", "S1")]
    [InlineData("persons=9", "A", "S1")]
    [InlineData("persons=10", "A", "S2")]
    [InlineData("persons=49", "A", "S2")]
    [InlineData("persons=1000000", "A", "S3")]
    [InlineData("persons=dontKnow!", "A", "S1")]
    [InlineData("land_now=B", "B", "S1")]
    [InlineData("land_now=B persons=50", "B", "S3")]
    [InlineData("land_now=abroad", "A", "S1")]
    public void A_company_stands_where_it_says_else_where_the_frame_says(string answers, string land, string size) =>
        Assert.Equal(
            ReportingCell.Of(land, "p", size),
            SmallStudy.Design.CellOf(ReportingCell.Of("A", "p", "S1"), SmallSurvey.Interview(answers))
        );

    [Fact]
    public void A_study_fits_its_questionnaire() => Assert.Empty(SmallStudy.Design.Check(SmallSurvey.Questionnaire));

    [Theory]
    [InlineData("from: persons", "from: employees", "unknown-question", "employees")]
    [InlineData("from: persons", "from: ai_use", "question-does-not-classify", "ai_use")]
    [InlineData("from: land_now", "from: persons", "question-does-not-classify", "persons }")]
    public void A_question_that_does_not_say_where_a_company_stands_is_reported(string good, string mistake, string code, string at)
    {
        var yaml = Defect.In(SmallStudy.Yaml, good, mistake);

        var problems = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications).OrThrow().Check(SmallSurvey.Questionnaire);

        Defect.IsReported(problems, code, Defect.PlaceOf(at, yaml, "study.yaml"));
    }

    [Fact]
    public void Another_version_of_the_questionnaire_is_reported()
    {
        var other = StudyDesign
            .Parse(Defect.In(SmallStudy.Yaml, "small@1.2.0", "small@1.3.0"), "study.yaml", SmallSurvey.Classifications)
            .OrThrow();

        Defect.IsReported(other.Check(SmallSurvey.Questionnaire), "questionnaire-mismatch", new("study.yaml", 0, 0));
    }
}
