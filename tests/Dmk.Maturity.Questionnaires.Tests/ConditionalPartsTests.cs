namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Options, rows and parts that are there under a condition.</summary>
public class ConditionalPartsTests
{
    private static readonly Questionnaire _from = DefinitionFiles.Read("features/options-from.yaml").OrThrow();
    private static readonly Questionnaire _rows = DefinitionFiles.Read("features/rows-from.yaml").OrThrow();
    private static readonly Questionnaire _when = DefinitionFiles.Read("features/option-when.yaml").OrThrow();

    [Fact]
    public void Of_what_was_ticked_one_is_chosen()
    {
        var interview = Of(_from, ("tools", Ticked("chat", "video")), ("main_tool", new Answer.Coded("video")));

        Assert.Equal(["chat", "video"], interview.OptionsOf(_from.Question("main_tool")!).Select(option => option.Code));
        Assert.Equal(new Answer.Coded("video"), interview.Effective("main_tool"));
    }

    [Fact]
    public void A_choice_that_is_not_offered_any_more_does_not_count_and_comes_back()
    {
        var interview = Of(_from, ("tools", Ticked("chat", "video")), ("main_tool", new Answer.Coded("video")));
        var without = interview.With("tools", Ticked("chat"));

        Assert.Equal(Answer.Unanswered, without.Effective("main_tool"));
        Assert.Equal(["tools"], without.OnPath.All.Select(one => one.Key));
        Assert.Equal(new Answer.Coded("video"), without.With("tools", Ticked("mail", "video")).Effective("main_tool"));
    }

    [Theory]
    [InlineData("none")]
    [InlineData(null)]
    public void Nothing_is_asked_where_there_is_nothing_to_choose(string? ticked)
    {
        var interview = ticked is null ? Of(_from) : Of(_from, ("tools", Ticked(ticked)));

        Assert.False(interview.IsAsked(_from.Question("main_tool")!));
        Assert.Equal(Answer.NotAsked, interview.Effective("main_tool"));
    }

    [Fact]
    public void A_row_is_asked_for_each_tick()
    {
        var interview = Of(_rows, ("tools", Ticked("mail")), ("use.chat", new Answer.Coded("often")));

        Assert.Equal(["mail"], interview.RowsOf(_rows.Question("use")!).Select(row => row.Id));
        Assert.Equal(Answer.NotAsked, interview.Effective("use.chat"));
        Assert.Equal(Answer.Unanswered, interview.Effective("use.mail"));
        Assert.Equal((1, 2), interview.Progress());
    }

    [Fact]
    public void Parts_that_are_not_asked_are_no_part_of_the_sum()
    {
        var one = Of(_when, ("persons", new Answer.Number(1)), ("split.own", new Answer.Number(60)), ("split.rest", new Answer.Number(40)));
        var two = one.With("persons", new Answer.Number(2));

        Assert.Empty(one.Problems);
        Assert.Equal(["sumMismatch"], two.Problems.Select(problem => problem.Code));
        Assert.Equal(["sumMismatch"], one.With("split.own", new Answer.Number(59)).Problems.Select(problem => problem.Code));
    }

    [Fact]
    public void A_choice_that_is_not_offered_is_named_with_the_option_and_forbids_nothing()
    {
        var few = Of(_when, ("persons", new Answer.Number(2)), ("help", new Answer.Coded("council")));

        var told = Assert.Single(NotOffered.In(new(few, 1)));
        Assert.Equal(("help", "notOffered"), (told.Variable, told.Code));
        Assert.Contains("„Betriebsrat“", told.Message.De, StringComparison.Ordinal);
        Assert.Contains("'works council'", told.Message.En, StringComparison.Ordinal);
        Assert.Empty(few.Problems);
        Assert.Empty(NotOffered.In(new(few.With("persons", new Answer.Number(5)), 1)));
    }

    [Fact]
    public void An_answer_to_a_row_that_is_not_asked_is_named()
    {
        var few = Of(_when, ("persons", new Answer.Number(1)), ("areas.hr", new Answer.Coded("a")), ("split.staff", new Answer.Number(3)));

        Assert.Equal(["areas.hr", "split.staff"], NotOffered.In(new(few, 1)).Select(told => told.Variable));
        Assert.Equal(["areas.hr"], NotOffered.In(new(few.With("persons", new Answer.Number(2)), 1)).Select(told => told.Variable));
        Assert.Empty(NotOffered.In(new(few.With("persons", new Answer.Number(10)), 1)));
        Assert.Empty(NotOffered.In(new(few.With([new("areas.hr", Answer.Unanswered), new("split.staff", Answer.Unanswered)]), 1)));
    }

    [Fact]
    public void A_page_tells_of_rows_without_a_field_at_their_question()
    {
        var few = Of(_when, ("persons", new Answer.Number(1)), ("areas.hr", new Answer.Coded("a")), ("split.staff", new Answer.Number(3)));

        var told = _when.Sections.SelectMany(section => NotOffered.OnPage(section, new(few, 1))).ToList();
        Assert.Equal([("areas", "notOffered"), ("split", "notOffered")], told.Select(one => (one.Variable, one.Code)));
        Assert.StartsWith("Sie hatten „", told[0].Message.De, StringComparison.Ordinal);
        Assert.Empty(_when.Sections.SelectMany(section => NotOffered.OnPage(section, new(few.With("persons", new Answer.Number(10)), 1))));
    }

    [Fact]
    public void A_code_that_the_question_never_lists_is_refused() =>
        Assert.Equal("unknownOption", _when.Validate("help", new Answer.Coded("nobody"))?.Code);

    [Fact]
    public void Ticks_that_are_not_offered_are_left_out_of_a_set()
    {
        const string Yaml = """
            id: sets
            version: 1.0.0
            languages: [de, en]
            title: { de: a, en: a }
            sections:
              - id: only
                title: { de: a, en: a }
                questions:
                  - { id: n, type: integer, text: { de: a, en: a } }
                  - { id: set, type: multiple, options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B, when: "n > 1" } ], text: { de: a, en: a } }
            """;
        var form = Questionnaire.Parse(Yaml, "sets.yaml", new([])).OrThrow();
        var interview = Of(form, ("n", new Answer.Number(2)), ("set", Ticked("a", "b")));
        var less = interview.With("n", new Answer.Number(1));

        Assert.Equal(Ticked("a", "b"), interview.Effective("set"));
        Assert.Equal(Ticked("a"), less.Effective("set"));
        Assert.Equal(Ticked("a"), less.OnPath["set"]);
        Assert.Equal(Ticked("a", "b"), less.Answers["set"]);
        Assert.Equal(Answer.Unanswered, Of(form, ("set", Ticked("b"))).Effective("set"));
    }

    [Fact]
    public void A_text_says_what_is_worked_out()
    {
        var form = DefinitionFiles.Read("features/piping-expression.yaml").OrThrow();
        var text = form.Question("others")!.Text;

        Assert.Equal("The other people: all in?", Of(form).Say(text, Language.English));
        Assert.Equal(
            "Die übrigen 1.200: alle dabei?",
            Of(form, ("persons", new Answer.Number(1500)), ("men", new Answer.Number(300))).Say(text, Language.German)
        );
    }

    [Fact]
    public void Computed_values_hold_what_they_give()
    {
        var form = DefinitionFiles.Read("features/computed-kinds.yaml").OrThrow();
        var interview = Of(form, ("activity", new Answer.Coded("47.24")), ("founded", new Answer.Day(new(2015, 1, 1))));

        Assert.Equal(new Answer.Coded("trade"), interview.Computed("branch"));
        Assert.Equal(new Answer.Words("shop"), interview.Computed("called"));
        Assert.Equal(new Answer.Day(new(2024, 12, 31)), interview.Computed("tenth"));
        Assert.Equal(Answer.Unanswered, Of(form).Computed("branch"));
        Assert.Equal(
            $"And shop, {RepositoryFiles.Classifications.Find("sector")!.Find("trade")!.Label.En}, 31 December 2024?",
            interview.Say(form.Question("again")!.Text, Language.English)
        );
    }

    [Fact]
    public void A_value_is_computed_within_each_item()
    {
        var form = DefinitionFiles.Read("features/roster-computed.yaml").OrThrow();
        var interview = Of(
            form,
            ("share", new Answer.Number(2)),
            ("sites", new Answer.Items(["aaaaaa", "bbbbbb"])),
            ("sites[aaaaaa].cost", new Answer.Number(1000)),
            ("sites[aaaaaa].staff", new Answer.Number(4)),
            ("sites[bbbbbb].cost", new Answer.Number(100)),
            ("sites[bbbbbb].staff", new Answer.Number(4))
        );
        var why = ((Question.Roster)form.Question("sites")!).Questions[2];

        Assert.True(interview.IsAsked(why, "aaaaaa"));
        Assert.False(interview.IsAsked(why, "bbbbbb"));
        Assert.Equal("125 each: why?", interview.Say(why.Text, Language.English, "aaaaaa"));
        Assert.True(interview.IsAsked(form.Question("remark")!));
        var shared = interview.With("share", new Answer.Number(4));
        Assert.False(shared.IsAsked(why, "aaaaaa"));
        Assert.False(shared.IsAsked(form.Question("remark")!));
    }

    private static Answer.CodedSet Ticked(params string[] codes) => new(codes);

    private static Interview Of(Questionnaire form, params (string Id, Answer Answer)[] answers) =>
        Interview.Of(form, Answers.Of(answers.Select(one => KeyValuePair.Create(one.Id, one.Answer))));
}
