using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>Four firms under the pilot study's index as it was published first and as it is now, and what the new one is for.</summary>
public class ExampleFirmsTests
{
    private const string Roofers = "three roofers, all that makes sense";

    private static readonly string _published = Path.Combine(
        Repository.Questionnaires,
        "..",
        "tests",
        "published",
        "pilotstudie-wirtschaft"
    );

    private static readonly Questionnaire _former = Questionnaire
        .Read(Path.Combine(_published, "questionnaire.yaml"), Repository.Classifications)
        .OrThrow();

    private static readonly IndexModel _formerModel = IndexModel.Read(Path.Combine(_published, "index.yaml"), _former).OrThrow();

    private static readonly IndexModel _model = Repository.Model.OrThrow();

    /// <summary>The table of the README.</summary>
    [Theory]
    [InlineData("roofer alone, at the start", 27.6, 32.1)]
    [InlineData(Roofers, 82.1, 96.3)]
    [InlineData("roofer alone, all that makes sense", 83.2, 96.7)]
    [InlineData("300 people", 81.5, 81.7)]
    public void Totals_before_and_now(string firm, double before, double now) =>
        Assert.Equal(
            (before, now),
            (
                Math.Round(ExampleFirms.Score(_formerModel, _former, ExampleFirms.Before(firm), "total"), 1),
                Math.Round(Now(ExampleFirms.Now(firm), "total"), 1)
            )
        );

    /// <summary>Worked out by hand from the scores in index.yaml.</summary>
    [Theory]
    // (2 * 100 + 1 * 100 + 1 * 100 + 2 * 100) / 6
    [InlineData(Roofers, "strategy", 100)]
    // (100 + 2 * 100 + (100 + 75 + 75) / 3 + 100) / 5
    [InlineData(Roofers, "connectivity", 96.66666666666667)]
    // (3 * 100 + 2 * 100 + 100 + 100 + 100 + 0 + 2 / 3 * 100) / 10
    [InlineData(Roofers, "processes", 86.66666666666667)]
    // (2 * 100 + 2 * 100 + 100 + (100 + 100 + 50) / 3 + 100) / 7
    [InlineData(Roofers, "data", 97.61904761904762)]
    [InlineData(Roofers, "ai", double.NaN)]
    // (2 * 100 + 2 * 100 + 85) / 5
    [InlineData(Roofers, "green", 97)]
    // (100 + 100 + 2 * 5 / 6 * 100 + (2 * 67 + 100) / 3) / 5
    [InlineData(Roofers, "participation", 88.93333333333334)]
    // (2 * 75 + (100 + 100 + 0 + 50 + 50 + 0) / 6 + 40 + 80) / 5: use, tasks, 20 of 50 % of the people, four of five rules
    [InlineData("300 people", "ai", 64)]
    public void A_dimension_by_hand(string firm, string dimension, double score) =>
        Assert.Equal(score, Now(ExampleFirms.Now(firm), dimension), 1e-9);

    [Fact]
    public void What_the_work_does_not_need_is_left_out_and_not_0()
    {
        var roofers = ExampleFirms.Now(Roofers);

        Assert.Equal(Now(roofers, "data"), Now($"{roofers} technologies.robots=not_needed", "data"), 1e-12);
        Assert.True(Now($"{roofers} technologies.robots=lacking", "data") < Now(roofers, "data") - 2);
        Assert.True(double.IsNaN(Now(roofers, "ai")));
        Assert.Equal(0, Now($"{roofers} ai_need=yes", "ai"));
        Assert.True(Now($"{roofers} ai_need=yes", "total") < Now(roofers, "total") - 8);
    }

    [Theory]
    [InlineData("ai_need=dontKnow!")]
    [InlineData("ai_use=dontKnow!")]
    public void Who_does_not_know_about_AI_has_no_score_there_and_a_total_from_the_rest(string open)
    {
        var roofers = $"{ExampleFirms.Now(Roofers)} {open}";

        Assert.True(double.IsNaN(Now(roofers, "ai")));
        Assert.Equal(Now(ExampleFirms.Now(Roofers), "total"), Now(roofers, "total"), 1e-12);
    }

    [Theory]
    // Nobody earns points by bandwidth, by old computers out of support, or by who does the IT work.
    [InlineData("fixed_speed=below_30", "fixed_speed=from_1000")]
    [InlineData(
        "it_work.specialists=0 it_work.alongside=100 it_work.provider=0 it_work.group=0",
        "it_work.specialists=100 it_work.alongside=0 it_work.provider=0 it_work.group=0"
    )]
    // Once a month is as good as daily, half of those who can as good as all.
    [InlineData("remote_meetings=monthly", "remote_meetings=daily")]
    [InlineData("remote_staff=from_half", "remote_staff=all")]
    [InlineData("ai_plan=no", "ai_plan=yes")]
    public void Two_answers_that_score_alike(string one, string other) =>
        Assert.Equal(Now($"{ExampleFirms.Now(Roofers)} {one}", "total"), Now($"{ExampleFirms.Now(Roofers)} {other}", "total"), 1e-12);

    [Fact]
    public void Heads_of_a_small_firm_and_shares_of_a_large_one_are_one_scale()
    {
        var small = "persons_employed=19 internet_people=19 training_people=3";
        var large = "persons_employed=20 internet_staff=100 training_share=15";

        Assert.Equal(
            Now($"{ExampleFirms.Now(Roofers)} {small}", "skills") - (2 / 5.0 * 100 * ((3 / 19.0) - 0.15) / 0.6),
            Now($"{ExampleFirms.Now(Roofers)} {large}", "skills"),
            1e-9
        );
        Assert.Equal(
            Now($"{ExampleFirms.Now(Roofers)} {small}", "connectivity"),
            Now($"{ExampleFirms.Now(Roofers)} {large}", "connectivity")
        );
    }

    private static double Now(string answers, string node) => ExampleFirms.Score(_model, Repository.Pilot, answers, node);
}
