using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What the census of the Länder asks back, computes and leaves unasked.</summary>
public class LaenderCensusTests
{
    private static readonly Questionnaire _census = Questionnaire
        .Read(
            Path.Combine(RepositoryFiles.Root, "questionnaires", "laenderabfrage-fachkraefte", "questionnaire.yaml"),
            RepositoryFiles.Classifications
        )
        .OrThrow();

    /// <summary>A Land that answers what the checks read, and gives no reason to ask back.</summary>
    private static readonly (string Variable, Answer Answer)[] _plausible =
    [
        ("land", Code("SL")),
        ("reporting_date", new Answer.Day(new(2026, 12, 31))),
        ("staff_total", Number(20_000)),
        ("it_headcount", Number(400)),
        ("it_fte", Number(375)),
        ("it_places.ministries", Number(100)),
        ("it_places.provider", Number(200)),
        ("it_places.police_justice", Number(60)),
        ("it_places.other", Number(40)),
        ("not_covered", Codes("none")),
        ("it_vacant", Number(25)),
        ("it_retiring", Number(80)),
        ("it_advertised", Number(50)),
        ("it_filled", Number(40)),
        ("weeks_to_fill", Number(14)),
        ("pay_tools.allowance", Code("regular")),
        ("allowance_spending", Number(600)),
        ("trainees", Number(30)),
        ("trainees_finished", Number(10)),
        ("trainees_kept", Number(9)),
        ("training_digital", Number(40)),
        ("training_ai", Number(15)),
        ("relief_tools.assistant", Code("all")),
    ];

    public static TheoryData<string, string, object> Mistakes { get; } =
        new()
        {
            { "ai_part_of_digital", "training_ai", 41 },
            { "provider_not_covered", "not_covered", "provider" },
            { "other_reporting_date", "reporting_date", new DateOnly(2027, 1, 31) },
            { "it_share_plausible", "staff_total", 1_999 },
            { "fte_plausible", "it_fte", 239 },
            { "vacancy_plausible", "it_vacant", 251 },
            { "weeks_plausible", "weeks_to_fill", 53 },
            { "weeks_plausible", "weeks_to_fill", 1 },
            { "allowance_plausible", "allowance_spending", 600_000 },
            { "assistant_without_training", "training_ai", 0 },
            { "few_posts_filled", "it_filled", 24 },
        };

    [Fact]
    public void A_plausible_response_of_a_Land_can_be_submitted_and_is_not_asked_back()
    {
        var census = With([]);

        Assert.Empty(census.Problems);
        Assert.Empty(census.Fired);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public void Each_check_asks_about_the_slip_that_it_is_for(string check, string variable, object slip)
    {
        var answer = slip switch
        {
            int number => Number(number),
            DateOnly day => new Answer.Day(day),
            _ => Codes((string)slip),
        };

        Assert.Equal([check], With([(variable, answer)]).Fired.Select(fired => fired.Check.Id));
    }

    [Fact]
    public void Every_check_has_a_slip_that_it_catches() =>
        Assert.Equal(_census.Checks.Select(check => check.Id).Order(), Mistakes.Select(row => row.Data.Item1).Distinct().Order());

    [Fact]
    public void Rates_follow_from_the_numbers()
    {
        var census = With([]);

        Assert.Equal(2, census.ComputedNumber("it_share"));
        Assert.Equal(6.25m, census.ComputedNumber("vacancy_rate"));
        Assert.Equal(20, census.ComputedNumber("retiring_share"));
        Assert.Equal(80, census.ComputedNumber("fill_rate"));
        Assert.Equal(1_500, census.ComputedNumber("allowance_per_person"));
        Assert.Equal(7.5m, census.ComputedNumber("trainee_share"));
        Assert.Equal(90, census.ComputedNumber("kept_rate"));
    }

    [Fact]
    public void A_Land_that_advertised_nothing_has_no_fill_rate_and_not_a_bad_one()
    {
        var census = With([("it_advertised", Number(0))]);

        Assert.False(census.IsAsked(_census.Question("it_filled")!));
        Assert.False(census.IsAsked(_census.Question("weeks_to_fill")!));
        Assert.Null(census.ComputedNumber("fill_rate"));
        Assert.Empty(census.Fired);
    }

    [Fact]
    public void The_places_of_work_add_up_to_the_number_of_specialists() =>
        Assert.Equal(["sumMismatch"], With([("it_places.other", Number(41))]).Problems.Select(problem => problem.Code));

    private static Interview With((string Variable, Answer Answer)[] changes) =>
        Interview.Of(_census, AnswersOf([.. _plausible.Where(one => changes.All(change => change.Variable != one.Variable)), .. changes]));
}
