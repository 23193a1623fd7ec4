using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

public class PipingTests
{
    /// <summary>The question that is quoted, its answer, and what is said of it.</summary>
    [Theory]
    [InlineData("{ id: a, type: integer, min: 1800, max: 2100, text: { de: a, en: a } }", "{a}", 2026, "2026")]
    [InlineData("{ id: a, type: integer, min: 1800, text: { de: a, en: a } }", "{a - 1}", 2026, "2025")]
    [InlineData("{ id: a, type: integer, max: \"year(today)\", text: { de: a, en: a } }", "{a}", 1999, "1999")]
    [InlineData("{ id: a, type: integer, min: 0, text: { de: a, en: a } }", "{a}", 2026, "2.026")]
    [InlineData("{ id: a, type: integer, min: 1000, max: 9000, text: { de: a, en: a } }", "{a}", 2026, "2.026")]
    [InlineData("{ id: a, type: integer, min: 1800, unit: persons, text: { de: a, en: a } }", "{a}", 2026, "2.026")]
    [InlineData("{ id: a, type: integer, min: 1800, text: { de: a, en: a } }", "{a * 10}", 2026, "20.260")]
    [InlineData("{ id: a, type: decimal, min: 1800, max: 2100, text: { de: a, en: a } }", "{a}", 2026, "2.026")]
    public void A_year_is_said_without_thousands(string question, string piped, int answer, string said)
    {
        var form = Questionnaire
            .Parse(
                $$"""
                id: years
                version: 1.0.0
                languages: [de, en]
                title: { de: a, en: a }
                sections:
                  - id: only
                    title: { de: a, en: a }
                    questions:
                      - {{question}}
                      - { id: b, type: text, text: { de: "{{piped}}", en: "{{piped}}" } }
                """,
                "years.yaml",
                new([])
            )
            .OrThrow();
        var interview = Interview.Of(form, Answers.None.With("a", new Answer.Number(answer)));

        Assert.Equal(said, interview.Say(form.Question("b")!.Text, Language.German));
    }

    [Theory]
    [InlineData("{previous.a}", 1998, "1998")]
    [InlineData("{previous.a - 1}", 1998, "1997")]
    [InlineData("{previous.c}", 1998, "1.998")]
    public void A_year_of_the_wave_before_is_one_too(string piped, int answer, string said)
    {
        var form = Questionnaire
            .Parse(
                $$"""
                id: years
                version: 1.0.0
                languages: [de, en]
                title: { de: a, en: a }
                sections:
                  - id: only
                    title: { de: a, en: a }
                    questions:
                      - { id: a, type: integer, min: 1800, max: 2100, text: { de: a, en: a } }
                      - { id: c, type: integer, min: 0, text: { de: a, en: a } }
                      - { id: b, type: text, text: { de: "{{piped}}", en: "{{piped}}" } }
                """,
                "years.yaml",
                new([])
            )
            .OrThrow();
        var interview = Interview.Of(form, Answers.None.With(piped[1..11], new Answer.Number(answer)));

        Assert.Equal(said, interview.Say(form.Question("b")!.Text, Language.German));
    }

    [Fact]
    public void On_paper_the_words_for_a_missing_answer_stand_in_its_place()
    {
        var form = DefinitionFiles.Read("features/piping.yaml").OrThrow();

        Assert.Equal(
            "Wie viele Personen hat Ihr Unternehmen? {ohne Leiharbeit}",
            PrintedText.Of(form, form.Question("persons")!.Text, Language.German)
        );
    }

    private static readonly Answer[] _goods = [Answer.Unanswered, Codes("a"), Codes("a", "b"), Codes("a", "b", "c")];

    [Fact]
    public void A_text_has_words_for_a_missing_answer()
    {
        var text = Sites.Form.Question("persons")!.Text;

        Assert.Equal("Wie viele Personen hat Ihr Unternehmen?", InterviewOf().Say(text, Language.German));
        Assert.Equal("How many persons has Müller & Söhne?", InterviewOf(("name", Words("Müller & Söhne"))).Say(text, Language.English));
        Assert.Equal("Standorte von …", InterviewOf().Say(Sites.Form.Sections[1].Title, Language.German));
        Assert.Equal("Wie viele Personen hat {persons}?", InterviewOf(("name", Words("{persons}"))).Say(text, Language.German));
    }

    [Fact]
    public void Answers_are_written_as_the_language_does()
    {
        var interview = InterviewOf(
            ("persons", Number(12345)),
            ("since", new Answer.Day(new(2001, 3, 9))),
            ("goods", Codes("a", "b", "c")),
            ("year", new Answer.Period(new(2026, 7, 1), new(2027, 6, 30)))
        );
        var (adds, said) = (
            Sites.Form.Checks.First(check => check.Id == "staff_adds_up").Message,
            Sites.Form.Checks.First(check => check.Id == "said").Message
        );

        Assert.Equal("Zu viele: … statt 12.345 (kein Werk, 4.115).", interview.Say(adds, Language.German));
        Assert.Equal("Too many: … instead of 12,345 (no plant, 4,115).", interview.Say(adds, Language.English));
        Assert.Equal("{Äpfel, Birnen und Kirschen} 01.07.2026 bis 30.06.2027 09.03.2001", interview.Say(said, Language.German));
        Assert.Equal("{apples, pears and cherries} 1 July 2026 to 30 June 2027 9 March 2001", interview.Say(said, Language.English));
        Assert.Equal(
            ["{…} … …", "{Äpfel} … …", "{Äpfel und Birnen} … …", "{Äpfel, Birnen und Kirschen} … …"],
            _goods.Select(goods => InterviewOf(("goods", goods)).Say(said, Language.German))
        );
    }

    [Fact]
    public void Computed_values_have_two_digits_and_truths_a_word()
    {
        var interview = Interview.Of(Sites.Form, Sites.AnswersOf("aaaaaa:Ulm:3:plant"));

        Assert.Equal(
            "Zu viele: 3 statt 10 (Ja, 3,33).",
            interview.Say(Sites.Form.Checks.First(check => check.Id == "staff_adds_up").Message, Language.German)
        );
    }

    [Fact]
    public void A_text_about_an_item_pipes_in_its_answers()
    {
        var interview = Interview.Of(Sites.Form, Sites.AnswersOf("aaaaaa:Ulm:3:plant", "bbbbbb::2:other"));
        var roster = (Question.Roster)Sites.Form.Question("sites")!;

        Assert.Equal("Standort Ulm", interview.Say(roster.ItemLabel, Language.German, "aaaaaa"));
        Assert.Equal("Site …", interview.Say(roster.ItemLabel, Language.English, "bbbbbb"));
        Assert.Equal("Site …", interview.Say(roster.ItemLabel, Language.English));
        Assert.Equal("Persons in Ulm?", interview.Say(roster.Questions[1].Text, Language.English, "aaaaaa"));
        Assert.Equal("5 in 2 Standorten?", interview.Say(Sites.Form.Question("largest")!.Text, Language.German));
        Assert.Throws<ArgumentException>(() => interview.Say(roster.ItemLabel, Language.German, "cccccc"));
    }

    [Fact]
    public void A_text_without_braces_is_the_text_itself()
    {
        var text = Form.Question("persons")!.Text;

        Assert.Same(text.De, Workshop.InterviewOf().Say(text, Language.German));
        Assert.Same("a", Workshop.InterviewOf().Say(new("a", "b"), Language.German));
    }

    private static Interview InterviewOf(params (string Variable, Answer Answer)[] answers) => Interview.Of(Sites.Form, AnswersOf(answers));
}
