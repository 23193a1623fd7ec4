using System.Globalization;
using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

public class RosterTests
{
    [Theory]
    [InlineData(
        "",
        "all_staff=0 some_staff=missing mean_staff=missing most=missing least=missing any_plant=0 all_plants=1 small=0 site_count=0"
    )]
    [InlineData("aaaaaa:Ulm:3:plant", "all_staff=3 some_staff=3 mean_staff=3 most=3 least=3 any_plant=1 all_plants=1 small=0 site_count=1")]
    [InlineData(
        "aaaaaa:Ulm:3:plant bbbbbb:Jena:2:other",
        "all_staff=5 some_staff=5 mean_staff=2.5 most=3 least=2 any_plant=1 all_plants=0 small=1 site_count=2"
    )]
    [InlineData(
        "aaaaaa:Ulm:3:plant bbbbbb:Jena:?:other",
        "all_staff=missing some_staff=3 mean_staff=missing most=missing least=missing "
            + "any_plant=1 all_plants=missing small=missing site_count=2"
    )]
    [InlineData(
        "aaaaaa:Ulm:3: bbbbbb:Jena:1:plant",
        "all_staff=4 some_staff=4 mean_staff=2 most=3 least=1 any_plant=missing all_plants=missing small=1 site_count=2"
    )]
    [InlineData(
        "aaaaaa:Ulm:3:other bbbbbb:Jena:2:other",
        "all_staff=5 some_staff=5 mean_staff=2.5 most=3 least=2 any_plant=0 all_plants=0 small=1 site_count=2"
    )]
    public void Functions_look_at_every_item(string sites, string computed)
    {
        var interview = Interview.Of(Sites.Form, Sites.AnswersOf(sites.Split(' ', StringSplitOptions.RemoveEmptyEntries)));

        Assert.Equal(
            computed,
            string.Join(
                ' ',
                Sites
                    .Form.Computed.SkipLast(1)
                    .Select(one =>
                        $"{one.Id}={interview.ComputedNumber(one.Id)?.ToString("0.##", CultureInfo.InvariantCulture) ?? "missing"}"
                    )
            )
        );
    }

    [Fact]
    public void Functions_over_items_are_missing_while_the_roster_is()
    {
        Assert.All(
            [
                InterviewOf(),
                InterviewOf(("persons", Number(10))),
                InterviewOf(("persons", Number(10)), ("sites", Missing(MissingReason.NotApplicable))),
            ],
            interview => Assert.All(Sites.Form.Computed.SkipLast(1), one => Assert.Null(interview.ComputedNumber(one.Id)))
        );
    }

    [Fact]
    public void A_question_of_an_item_is_asked_by_the_answers_of_that_item_and_of_the_company()
    {
        var interview = Interview.Of(Sites.Form, Sites.AnswersOf("aaaaaa:Ulm:3:plant", "bbbbbb:Jena:1:plant"));

        Assert.Equal(Code("plant"), interview.Effective("sites[aaaaaa].kind"));
        Assert.Equal(Answer.Unanswered, interview.Effective("sites[aaaaaa].split.own"));
        Assert.Equal(Answer.NotAsked, interview.Effective("sites[bbbbbb].kind"));
        Assert.Equal(Answer.NotAsked, interview.Effective("sites[bbbbbb].split.own"));
        Assert.Equal(Answer.NotAsked, interview.Effective("sites[cccccc].town"));
        Assert.True(interview.IsAsked(Sites.Form.Question("kind")!, "aaaaaa"));
        Assert.False(interview.IsAsked(Sites.Form.Question("kind")!, "bbbbbb"));
        Assert.True(interview.IsAsked(Sites.Form.Question("kind")!));
        Assert.Equal(Answer.NotAsked, interview.With("persons", Number(5)).Effective("sites[aaaaaa].kind"));
    }

    [Fact]
    public void An_item_that_goes_takes_its_answers_off_the_path_and_leaves_those_of_others()
    {
        var all = Interview.Of(Sites.Form, Sites.AnswersOf("aaaaaa:Ulm:3:plant", "bbbbbb:Jena:2:other"));
        var one = all.With("sites", new Answer.Items(["bbbbbb"]));

        Assert.Equal(
            ["persons", "sites", "sites[bbbbbb].kind", "sites[bbbbbb].staff", "sites[bbbbbb].town"],
            one.OnPath.All.Select(answer => answer.Key)
        );
        Assert.Equal(8, one.Answers.Count);
        Assert.Equal(Words("Jena"), one.Effective("sites[bbbbbb].town"));
        Assert.Equal(3, one.With("sites", new Answer.Items(["bbbbbb", "aaaaaa"])).ComputedNumber("most"));
        Assert.Equal(["bbbbbb"], one.ItemsOf((Question.Roster)Sites.Form.Question("sites")!));
    }

    [Fact]
    public void Problems_name_the_variable_of_the_item()
    {
        var interview = Interview.Of(
            Sites.Form,
            Sites
                .AnswersOf("aaaaaa::11:", "bbbbbb:Jena:2:plant")
                .With("sites[bbbbbb].split.own", Number(30))
                .With("sites[bbbbbb].split.rented", Number(30))
        );

        Assert.Equal(
            ["sites[aaaaaa].town required", "sites[aaaaaa].staff aboveMaximum", "sites[bbbbbb].split.own sumMismatch"],
            interview.Problems.Select(problem => $"{problem.Variable} {problem.Code}")
        );
    }

    [Fact]
    public void A_roster_has_as_many_items_as_it_says()
    {
        Assert.Equal(["sites required"], Problems(InterviewOf(("persons", Number(10)))));
        Assert.Empty(Problems(InterviewOf(("persons", Number(10)), ("sites", Missing(MissingReason.NotApplicable)))));
        Assert.Equal(["sites tooFewItems"], Problems(Interview.Of(Sites.Form, Sites.AnswersOf("aaaaaa:Ulm:3:plant"))));
        Assert.Equal(["sites tooFewItems"], Problems(Interview.Of(Sites.Form, Sites.AnswersOf())));
        Assert.Null(Sites.Form.Validate("sites", new Answer.Items(["aaaaaa"])));
        Assert.Equal(
            "tooManyItems",
            Sites.Form.Validate("sites", new Answer.Items(["aaaaaa", "bbbbbb", "cccccc", "dddddd", "eeeeee"]))?.Code
        );
        Assert.Equal("wrongType", Sites.Form.Validate("sites", new Answer.Items(["aaaaaa", "aaaaaa"]))?.Code);
        Assert.Equal("wrongType", Sites.Form.Validate("sites", new Answer.Items(["1"]))?.Code);
        Assert.Equal("wrongType", Sites.Form.Validate("sites", new Answer.Items(["aaaaaa]"]))?.Code);
    }

    [Theory]
    [InlineData("sites[k3f9x2].staff", true)]
    [InlineData("sites[k3f9x2].split.own", true)]
    [InlineData("sites[k3f9x2].kind.other", true)]
    [InlineData("sites[k3f9x2].split", false)]
    [InlineData("sites[k3f9x2].persons", false)]
    [InlineData("sites[k3].staff", false)]
    [InlineData("sites[k3f9x2.staff", false)]
    [InlineData("sites[].staff", false)]
    [InlineData("place[k3f9x2].staff", false)]
    [InlineData("staff", false)]
    [InlineData("sites[k3f9x2]", false)]
    [InlineData("sites[ä3f9x2].staff", false)]
    [InlineData("sites", true)]
    public void A_variable_of_an_item_is_known_by_its_form(string id, bool exists)
    {
        var variable = Sites.Form.Variable(id);

        Assert.Equal(exists ? id : null, variable?.Id);
        Assert.Equal(exists && id.Contains('[', StringComparison.Ordinal), variable?.Item == "k3f9x2");
    }

    [Fact]
    public void Checks_of_a_roster_are_looked_at_for_each_item()
    {
        var interview = Interview.Of(
            Sites.Form,
            Sites
                .AnswersOf("aaaaaa:Ulm:8:other", "bbbbbb:Jena:7:plant")
                .With("sites[bbbbbb].split.own", Number(30))
                .With("sites[bbbbbb].split.rented", Number(70))
        );

        Assert.Equal(
            [
                "mostly_own[bbbbbb] sites[bbbbbb].split.own",
                "staff_share[aaaaaa] persons sites[aaaaaa].staff sites[aaaaaa].kind",
                "staff_adds_up persons sites",
                "said persons",
            ],
            interview.Fired.Select(fired => $"{fired.Id} {string.Join(' ', fired.Variables)}")
        );
        Assert.Equal("In Jena viel Miete.", interview.Say(interview.Fired[0].Check.Message, Language.German, interview.Fired[0].Item));
        Assert.Equal("8 of 10 in Ulm.", interview.Say(interview.Fired[1].Check.Message, Language.English, interview.Fired[1].Item));
    }

    [Fact]
    public void Items_beyond_the_maximum_are_a_problem_and_are_not_looked_at()
    {
        var interview = InterviewOf(
            ("persons", Number(10)),
            ("sites", new Answer.Items([.. Enumerable.Range(0, 200_000).Select(i => $"item{i:D6}")]))
        );

        Assert.Equal(4, interview.ComputedNumber("site_count"));
        Assert.Equal("sites tooManyItems", Problems(interview).First());
    }

    [Fact]
    public void Progress_counts_the_answers_of_items()
    {
        Assert.Equal(
            (6, 9),
            Interview
                .Of(Sites.Form, Sites.AnswersOf("aaaaaa:Ulm:2:other", "bbbbbb::1:"))
                .With("lines", new Answer.Items(["cccccc"]))
                .Progress(Sites.Form.Sections[1])
        );
    }

    private static Interview InterviewOf(params (string Variable, Answer Answer)[] answers) => Interview.Of(Sites.Form, AnswersOf(answers));

    private static IEnumerable<string> Problems(Interview interview) =>
        interview.Problems.Select(problem => $"{problem.Variable} {problem.Code}");
}
