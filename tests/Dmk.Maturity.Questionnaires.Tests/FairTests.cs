using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

public class FairTests
{
    public static TheoryData<string, Answer, string?> Cases { get; } =
        new()
        {
            { "year", Year("2026-01-01", "2026-12-31"), null },
            { "year", Year("2026-02-01", "2026-02-28"), null },
            { "year", Year("2026-02-02", "2026-02-28"), "tooShort" },
            { "year", Year("2024-01-01", "2024-12-31"), null },
            { "year", Year("2024-01-01", "2025-01-01"), "tooManyDays" },
            { "year", Year("2019-12-31", "2020-12-30"), "belowMinimum" },
            { "year", Year("2029-06-01", "2030-01-01"), "aboveMaximum" },
            { "year", Year("2026-12-31", "2026-01-01"), "endsBeforeItBegins" },
            { "year", new Answer.Day(new(2026, 1, 1)), "wrongType" },
            { "year", Missing(MissingReason.DontKnow), null },
            { "branch", Code("manufacturing"), null },
            { "branch", Code("production"), "unknownOption" },
            { "branch", Code(""), "unknownOption" },
            { "branch", Words("manufacturing"), "wrongType" },
            { "tools.a", Codes("yes", "both"), null },
            { "tools.a", Code("yes"), "wrongType" },
            { "tools.a", Codes("yes", "yes"), "wrongType" },
            { "tools.b", Codes("yes", "never"), "unknownOption" },
            { "tools.b", Codes("yes", "none"), "exclusiveOption" },
            { "tools", Codes("yes"), "unknownVariable" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_answer_is_possible_or_has_one_problem(string variable, Answer answer, string? code) =>
        Assert.Equal(code, Fair.Form.Validate(variable, answer)?.Code);

    [Fact]
    public void A_question_is_asked_when_section_and_group_and_its_own_condition_hold()
    {
        Assert.Equal([], Stand(("persons", Number(1)), ("land", Code("BY"))));
        Assert.Equal([], Stand(("persons", Number(2)), ("land", Code("BY"))));
        Assert.Equal(["stand_note", "stand_staff"], Stand(("persons", Number(11))));
        Assert.Equal(["stand_note", "stand_size", "stand_staff"], Stand(("persons", Number(11)), ("land", Code("BY"))));
    }

    [Fact]
    public void A_check_whose_scope_is_not_asked_never_fires()
    {
        Assert.Equal(["some_answer"], Fired());
        Assert.Equal([], Fired(("land", Code("BY")), ("before", Number(200))));
        Assert.Equal(["before_small"], Fired(("land", Code("BY")), ("before", Number(200)), ("persons", Number(2))));
        Assert.Equal(
            ["stand_used"],
            Fired(("land", Code("BY")), ("persons", Number(20)), ("stand_size", Number(0)), ("stand_staff", Number(0)))
        );
        Assert.Equal([], Fired(("land", Code("BY")), ("persons", Number(3)), ("stand_size", Number(0)), ("stand_staff", Number(0))));
    }

    [Fact]
    public void A_draft_begins_with_what_the_frame_knows_and_is_possible()
    {
        var frame = new Dictionary<string, string>
        {
            ["land"] = "BY",
            ["persons"] = "12",
            ["sector"] = "none of ours",
            ["size"] = "S2",
            ["number"] = "7",
        };

        Assert.Equal(AnswersOf(("land", Code("BY")), ("persons", Number(12))).All, Prefill.Of(Fair.Form, frame).All);
        Assert.Empty(Prefill.Of(Fair.Form, new Dictionary<string, string> { ["persons"] = "twelve", ["land"] = "" }).All);
        Assert.Empty(Prefill.Of(Form, frame).All);
    }

    private static IEnumerable<string> Stand(params (string Variable, Answer Answer)[] answers) =>
        Fair
            .Form.Sections[1]
            .Questions.Where(Fair.InterviewOf(answers).IsAsked)
            .Where(question => question.Group is not null)
            .Select(question => question.Id);

    private static IEnumerable<string> Fired(params (string Variable, Answer Answer)[] answers) =>
        Fair.InterviewOf(answers).Fired.Select(fired => fired.Id);

    private static Answer.Period Year(string from, string to) =>
        new(
            DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture),
            DateOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)
        );
}
