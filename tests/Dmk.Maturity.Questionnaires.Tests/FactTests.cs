namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What is known beside the answers: the day, and what the company said in the last wave.</summary>
public class FactTests
{
    private const string Yaml = """
        id: facts
        version: 1.0.0
        languages: [de, en]
        title: { de: a, en: a }
        sections:
          - id: only
            title: { de: a, en: a }
            questions:
              - { id: turnover, type: amount, text: { de: "Bisher {previous.turnover|nichts}.", en: "Before {previous.turnover|none}." } }
              - { id: kind, type: single, options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B } ], text: { de: a, en: a } }
              - { id: why, type: text, when: "kind != previous.kind", text: { de: a, en: a } }
              - { id: started, type: date, to: today, text: { de: a, en: a } }
              - { id: ended, type: date, from: started, to: "today + 10", text: { de: a, en: a } }
        checks:
          - { id: ratio, level: soft, must: "turnover <= previous.turnover * 2", message: { de: a, en: a } }
        """;

    private static readonly Questionnaire _form = Questionnaire.Parse(Yaml, "facts.yaml", new([])).OrThrow();

    [Fact]
    public void A_questionnaire_says_what_it_reads_beside_the_answers()
    {
        Assert.Equal(["today", "previous.turnover", "previous.kind"], _form.Facts.Select(fact => fact.Id));
        Assert.Equal([null, "turnover", "kind"], _form.Facts.Select(fact => fact.Variable));
        Assert.True(_form.ReadsToday);
        Assert.False(ExpressionCases.Form.ReadsToday);
    }

    [Fact]
    public void A_check_compares_with_the_last_wave()
    {
        Assert.Empty(Of(("turnover", new Answer.Number(100))).Fired);
        Assert.Empty(Of(("turnover", new Answer.Number(100)), ("previous.turnover", new Answer.Number(50))).Fired);
        var fired = Assert.Single(Of(("turnover", new Answer.Number(101)), ("previous.turnover", new Answer.Number(50))).Fired);
        Assert.Equal(["turnover"], fired.Variables);
    }

    [Fact]
    public void A_question_is_asked_where_the_answer_is_another_than_last_time()
    {
        Assert.False(Asks("why", ("kind", new Answer.Coded("a"))));
        Assert.False(Asks("why", ("kind", new Answer.Coded("a")), ("previous.kind", new Answer.Coded("a"))));
        Assert.True(Asks("why", ("kind", new Answer.Coded("a")), ("previous.kind", new Answer.Coded("b"))));
    }

    [Fact]
    public void A_text_says_what_was_answered_last_time()
    {
        var text = _form.Question("turnover")!.Text;

        Assert.Equal("Bisher nichts.", Of().Say(text, Language.German));
        Assert.Equal("Bisher 1.500.", Of(("previous.turnover", new Answer.Number(1500))).Say(text, Language.German));
    }

    [Fact]
    public void Days_are_bounded_by_the_day_of_the_answers_and_by_each_other()
    {
        var today = ("today", (Answer)new Answer.Day(new(2027, 3, 1)));

        Assert.Empty(Of(today, ("started", new Answer.Day(new(2027, 3, 1)))).Problems);
        Assert.Equal("aboveMaximum", Assert.Single(Of(today, ("started", new Answer.Day(new(2027, 3, 2)))).Problems).Code);
        Assert.Empty(Of(("started", new Answer.Day(new(2099, 3, 2)))).Problems);
        Assert.Equal(
            "belowMinimum",
            Assert.Single(Of(today, ("started", new Answer.Day(new(2027, 2, 2))), ("ended", new Answer.Day(new(2027, 2, 1)))).Problems).Code
        );
        Assert.Equal("aboveMaximum", Assert.Single(Of(today, ("ended", new Answer.Day(new(2027, 3, 12)))).Problems).Code);
    }

    [Fact]
    public void A_company_cannot_answer_a_fact() =>
        Assert.All(_form.Facts, fact => Assert.Equal("unknownVariable", _form.Validate(fact.Id, new Answer.Number(1))?.Code));

    [Fact]
    public void A_fact_that_changes_changes_what_reads_it()
    {
        var answers = Answers.Of([new("kind", new Answer.Coded("a")), new("turnover", new Answer.Number(10))]);
        var before = Interview.Of(_form, answers);
        _ = before.Fired;
        var changed = before.With("previous.turnover", new Answer.Number(4)).With("previous.kind", new Answer.Coded("b"));
        var afresh = Interview.Of(_form, changed.Answers);

        Assert.Equal(afresh.Fired.Select(one => one.Id), changed.Fired.Select(one => one.Id));
        Assert.Equal(["ratio"], changed.Fired.Select(one => one.Id));
        Assert.True(changed.IsAsked(_form.Question("why")!));
        Assert.Equal("Bisher 4.", changed.Say(_form.Question("turnover")!.Text, Language.German));
    }

    [Fact]
    public void A_submission_keeps_what_was_known_but_nothing_that_is_not_read()
    {
        var interview = Of(("previous.turnover", new Answer.Number(4)), ("previous.started", new Answer.Number(4)));

        Assert.Equal(["previous.turnover"], interview.OnPath.All.Select(one => one.Key));
    }

    private static bool Asks(string question, params (string Id, Answer Answer)[] answers) =>
        Of(answers).IsAsked(_form.Question(question)!);

    private static Interview Of(params (string Id, Answer Answer)[] answers) =>
        Interview.Of(_form, Answers.Of(answers.Select(one => KeyValuePair.Create(one.Id, one.Answer))));
}
