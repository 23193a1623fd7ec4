using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

public class InterviewTests
{
    [Fact]
    public void An_unknown_condition_hides()
    {
        Assert.False(InterviewOf().IsAsked(Form.Sections[1]));
        Assert.True(InterviewOf(("persons", Number(3))).IsAsked(Form.Sections[1]));
        Assert.False(InterviewOf(("persons", Number(2))).IsAsked(Form.Sections[1]));
        Assert.False(InterviewOf(("persons", Number(3))).IsAsked(Form.Question("ai_fields")!));
        Assert.False(InterviewOf(("persons", Number(3)), ("ai_use", Missing(MissingReason.DontKnow))).IsAsked(Form.Question("ai_fields")!));
        Assert.True(InterviewOf(("persons", Number(3)), ("ai_use", Code("some"))).IsAsked(Form.Question("ai_fields")!));
    }

    [Fact]
    public void An_answer_off_the_path_stays_in_the_draft_and_counts_for_nothing()
    {
        var interview = InterviewOf(("persons", Number(2)), ("ai_use", Code("wide")), ("ai_fields", Codes("text")));

        Assert.Equal(Answer.NotAsked, interview.Effective("ai_use"));
        Assert.Null(interview.ComputedNumber("ai_intensity"));
        Assert.Null(interview.ComputedNumber("is_user"));
        Assert.Equal(["persons"], interview.OnPath.All.Select(one => one.Key));
        Assert.Equal(3, interview.Answers.Count);
    }

    [Fact]
    public void Computed_values_follow_the_answers()
    {
        var interview = InterviewOf(
            ("persons", Number(8)),
            ("ai_use", Code("some")),
            ("ai_fields", Codes("text", "image")),
            ("budget", Number(100))
        );

        Assert.Equal(50, interview.ComputedNumber("ai_intensity"));
        Assert.Equal(12.5m, interview.ComputedNumber("budget_per_person"));
        Assert.Equal(1, interview.ComputedNumber("is_user"));
        Assert.True(interview.IsAsked(Form.Question("ai_staff")!));
    }

    [Fact]
    public void None_of_these_is_an_answer_and_counts_zero()
    {
        Assert.Equal(
            0,
            InterviewOf(("persons", Number(8)), ("ai_use", Code("some")), ("ai_fields", Codes("nothing"))).ComputedNumber("ai_intensity")
        );
    }

    [Fact]
    public void Please_specify_is_asked_when_its_option_is_ticked()
    {
        var variable = Form.Variable("ai_fields.other")!;
        Assert.False(InterviewOf(("persons", Number(3)), ("ai_use", Code("some")), ("ai_fields", Codes("text"))).IsAsked(variable));
        Assert.True(InterviewOf(("persons", Number(3)), ("ai_use", Code("some")), ("ai_fields", Codes("text", "other"))).IsAsked(variable));
    }

    [Fact]
    public void A_required_question_needs_an_answer_or_a_reason_when_it_is_asked()
    {
        Assert.Equal([("persons", "required")], Problems());
        Assert.Equal([("ai_use", "required")], Problems(("persons", Number(3))));
        Assert.Empty(Problems(("persons", Number(3)), ("ai_use", Missing(MissingReason.Refused))));
        Assert.Empty(Problems(("persons", Number(2))));
    }

    [Fact]
    public void A_bound_may_be_another_answer()
    {
        Assert.Equal([("ai_staff", "aboveMaximum")], Problems(("persons", Number(3)), ("ai_use", Code("wide")), ("ai_staff", Number(4))));
        Assert.Empty(Problems(("persons", Number(3)), ("ai_use", Code("wide")), ("ai_staff", Number(3))));
    }

    [Fact]
    public void A_message_names_the_answer_that_a_bound_comes_from()
    {
        var problem = Assert.Single(
            InterviewOf(("persons", Number(3)), ("ai_use", Code("wide")), ("ai_staff", Number(4))).Problems,
            problem => problem.Variable == "ai_staff"
        );

        Assert.Equal(
            new Text(
                "Sie haben 4 eingetragen; möglich sind Zahlen von 0 bis 3, nach Ihrer Antwort auf „"
                    + $"{Form.Question("persons")!.Text.De}“. Bitte berichtigen Sie diese Zahl oder jene Antwort.",
                "You have entered 4; numbers from 0 to 3 are possible, by your answer to '"
                    + $"{Form.Question("persons")!.Text.En}'. Please correct this number or that answer."
            ),
            problem.Message
        );
    }

    [Theory]
    [InlineData("79228162514264337593543950335", "1")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    public void Numbers_that_decimal_cannot_add_are_a_problem_and_no_failure(string own, string cloud) =>
        Assert.NotEmpty(Problems(("persons", Number(1)), ("it_split.own", Part(own)), ("it_split.cloud", Part(cloud))));

    [Fact]
    public void A_total_beyond_all_numbers_is_a_problem_and_no_failure()
    {
        var form = Questionnaire
            .Parse(
                Yaml.Replace("total: 100, tolerance: 1", "total: budget * 1, tolerance: 1", StringComparison.Ordinal),
                "form.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();

        var problems = Interview.Of(form, AnswersOf(("budget", Number(decimal.MaxValue)), ("it_split.own", Number(1)))).Problems;

        Assert.Contains(problems, problem => problem.Variable == "budget" && problem.Code == "tooLarge");
    }

    [Fact]
    public void An_answer_that_was_never_possible_is_a_problem_of_the_interview()
    {
        Assert.Equal([("persons", "wrongType")], Problems(("persons", Words("three"))));
    }

    [Theory]
    [InlineData("50", "30", "20", null)]
    [InlineData("50", "30", "19", null)]
    [InlineData("50", "30", "18", "it_split.own")]
    [InlineData("50", "30", "22", "it_split.own")]
    [InlineData("50", "50", "", "it_split.other")]
    [InlineData("50", "", "", "it_split.cloud")]
    [InlineData("", "", "", null)]
    [InlineData("50", "?", "20", null)]
    [InlineData("80", "?", "40", "it_split.own")]
    [InlineData("?", "?", "?", null)]
    public void Parts_add_up_to_their_total(string own, string cloud, string other, string? variable)
    {
        var problems = Problems(
            ("persons", Number(1)),
            ("it_split.own", Part(own)),
            ("it_split.cloud", Part(cloud)),
            ("it_split.other", Part(other))
        );

        Assert.Equal(variable is null ? [] : [(variable, "sumMismatch")], problems);
    }

    [Fact]
    public void A_check_fires_when_it_does_not_hold_and_an_unknown_one_passes_unless_it_says_otherwise()
    {
        Assert.Equal(["budget_known"], Fired(("persons", Number(1))));
        Assert.Empty(Fired(("persons", Number(1)), ("budget", Number(1))));
        Assert.Equal(["cloud_vs_split"], Fired(("budget", Number(1)), ("cloud_share", Number(50)), ("it_split.cloud", Number(39))));
        Assert.Empty(Fired(("budget", Number(1)), ("cloud_share", Number(50)), ("it_split.cloud", Number(40))));
        Assert.Equal(
            ["staff_need_use"],
            Fired(("persons", Number(30)), ("ai_use", Code("some")), ("ai_staff", Number(12)), ("budget", Number(1)))
        );
        Assert.Empty(Fired(("persons", Number(2)), ("ai_use", Code("some")), ("ai_staff", Number(12)), ("budget", Number(1))));
    }

    [Fact]
    public void A_fired_check_names_the_variables_that_it_is_about()
    {
        var fired = InterviewOf(("budget", Number(1)), ("cloud_share", Number(50)), ("it_split.cloud", Number(39))).Fired;

        Assert.Equal(["cloud_share", "it_split.cloud"], Assert.Single(fired).Variables);
    }

    [Fact]
    public void Progress_counts_what_is_asked_and_reasons_as_answers()
    {
        var interview = InterviewOf(("persons", Number(3)), ("ai_use", Missing(MissingReason.Refused)), ("ai_fields", Codes("text")));

        Assert.Equal((2, 12), interview.Progress());
        Assert.Equal((1, 3), interview.Progress(Form.Sections[1]));
    }

    private static Answer Part(string part) =>
        part switch
        {
            "" => Answer.Unanswered,
            "?" => Missing(MissingReason.DontKnow),
            _ => Number(decimal.Parse(part, System.Globalization.CultureInfo.InvariantCulture)),
        };

    private static IEnumerable<(string Variable, string Code)> Problems(params (string Variable, Answer Answer)[] answers) =>
        InterviewOf(answers).Problems.Select(problem => (problem.Variable, problem.Code));

    private static IEnumerable<string> Fired(params (string Variable, Answer Answer)[] answers) =>
        InterviewOf(answers).Fired.Select(fired => fired.Check.Id);
}
