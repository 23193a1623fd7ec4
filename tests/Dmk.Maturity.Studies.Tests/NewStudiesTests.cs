using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>What is asked of a study that is checked or published now, and not of one that was published before it was asked.</summary>
public class NewStudiesTests
{
    private const string Usual = "{ minimumRespondents: 5 }";

    /// <summary>What the good file says, the mistake instead, the code, and the text at which the problem stands in the broken
    /// file.</summary>
    public static TheoryData<string, string, string, string> Defects =>
        new()
        {
            { Usual, "{ minimumRespondents: 4 }", "few-without-reason", "4 }" },
            { Usual, "{ minimumRespondents: 3 }", "few-without-reason", "3 }" },
            { Usual, "{ minimumRespondents: 2 }", "few-without-reason", "2 }" },
            { Usual, "{ minimumRespondents: 3, reason: \"-\" }", "few-without-reason", "3, reason" },
            { Usual, "{ minimumRespondents: 3, reason: ~ }", "few-without-reason", "3, reason" },
            { Usual, "{ minimumRespondents: 3, reason: null }", "few-without-reason", "3, reason" },
            { Usual, "{ minimumCount: 2 }", "few-without-reason", "2 }" },
            { Usual, "{ protection: 0 }", "weaker-without-reason", "0 }" },
            { Usual, "{ protection: 9.9 }", "weaker-without-reason", "9.9 }" },
            { Usual, "{ dominance: { companies: 1, share: 100 } }", "weaker-without-reason", "100 } }" },
            { Usual, "{ dominance: { companies: 2, share: 86 } }", "weaker-without-reason", "86 } }" },
            { Usual, "{ pPercent: 0 }", "weaker-without-reason", "0 }" },
            { Usual, "{ leaveOutAtMost: 0.2 }", "weaker-without-reason", "0.2 }" },
            { "- { over: sector", "- { over: size, order: cyclic }\n      - { over: sector", "duplicate-variable", "size, order" },
            { "minimumRespondents: 2", "minimumRespondents: 101", "out-of-range", "101" },
            { "minimumRespondents: 2", "minimumRespondents: 1000", "out-of-range", "1000" },
            { "minimumRespondents: 2", "minimumRespondents: 2\n    maximumFactor: 1", "out-of-range", "1\n    collapse" },
            { "weights:\n", "population: { takeAll: banana }\nweights:\n", "take-all-elsewhere", "banana" },
            { "weights:\n", "population: { unit: [a, b] }\nweights:\n", "wrong-kind", "[a, b]" },
            { "weights:\n", "population: { frame: \" \" }\nweights:\n", "wrong-kind", "\" \"" },
            { "by: [land, sector, size]", "by: [land, sector, size, land]", "duplicate-variable", "[land, sector, size, land]" },
            { "weights:\n", "weights:\n  calibrate: { margins: [[land, land]] }\n", "duplicate-variable", "[land, land]" },
        };

    private static string Good { get; } =
        Defect.In(SmallStudy.Yaml, "{ minimumRespondents: 3, unreliableHalfWidth: 15, show: weekly, reason: made up }", Usual);

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_new_study_is_refused_where_the_mistake_stands(string good, string mistake, string code, string at)
    {
        var yaml = Defect.In(Good, good, mistake);

        var reading = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications);

        Assert.Null(reading.Value);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal((code, Defect.PlaceOf(at, yaml, "study.yaml")), (problem.Code, problem.Place));
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_study_that_was_published_with_it_is_still_read(string good, string mistake, string code, string at)
    {
        var yaml = Defect.In(Good, good, mistake);

        var reading = StudyDesign.ParsePublished(yaml, "study.yaml", SmallSurvey.Classifications);

        Assert.NotNull(reading.Value);
        var place = Defect.PlaceOf(at, yaml, "study.yaml");
        Assert.DoesNotContain((code, place), reading.Problems.Select(problem => (problem.Code, problem.Place)));
    }

    [Theory]
    [InlineData("minimumRespondents: 2")]
    [InlineData("minimumCount: 1")]
    [InlineData("protection: 0, dominance: { companies: 1, share: 100 }, pPercent: 0, leaveOutAtMost: 0.2")]
    public void Less_protection_is_enough_where_the_study_says_why(string weaker)
    {
        var yaml = Defect.In(Good, Usual, $"{{ {weaker}, reason: \"scores of tests\" }}");

        Assert.Empty(StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications).Problems);
    }

    [Theory]
    [InlineData("minimumRespondents: 6, minimumCount: 4")]
    [InlineData("protection: 20, dominance: { companies: 2, share: 85 }, pPercent: 20, leaveOutAtMost: 0")]
    public void More_protection_needs_no_reason(string stronger)
    {
        var yaml = Defect.In(Good, Usual, $"{{ {stronger} }}");

        Assert.Empty(StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications).Problems);
    }

    [Fact]
    public void Each_key_that_protects_less_is_named()
    {
        var yaml = Defect.In(Good, Usual, "{ protection: 0, dominance: { companies: 1, share: 100 }, pPercent: 0 }");

        var problems = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications).Problems;

        Assert.Equal(3, problems.Count(problem => problem.Code == "weaker-without-reason"));
        Assert.Equal(
            "Whoever can calculate may learn a mean of too few companies exactly. Write 10 or more, or reason: and why that will do.",
            problems[0].Message
        );
    }

    [Fact]
    public void Public_bodies_may_be_shown_one_by_one_without_a_reason() =>
        Assert.DoesNotContain(StudyFiles.Laender.Problems, problem => problem.Severity == Severity.Error);

    [Fact]
    public void A_study_that_lets_no_figure_rest_on_a_lonely_company_is_told_what_that_does()
    {
        var yaml = Defect.In(Good, "lonely: adjust", "lonely: fail");

        var reading = StudyDesign.Parse(yaml, "study.yaml", SmallSurvey.Classifications);

        Assert.NotNull(reading.Value);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(("lonely-fails", Severity.Warning), (problem.Code, problem.Severity));
        Assert.Equal(Defect.PlaceOf("fail", yaml, "study.yaml"), problem.Place);
        Assert.Contains("every table of the study is refused", problem.Message, StringComparison.Ordinal);
    }
}
