namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What one company is shown of a questionnaire.</summary>
public sealed class ShowingTests
{
    private const string Form = """
        id: one
        version: 1.0.0
        languages: [de, en]
        title: { de: Eins, en: One }
        sections:
          - { id: first, title: { de: Zuerst, en: First }, questions: [ { id: name, type: text, maximumLength: 50, text: { de: Name?, en: "Name?" } } ] }
          - id: all
            order: random
            title: { de: "Für {name|Sie}", en: "For {name|you}" }
            questions:
              - id: tools
                type: multiple
                order: random
                text: { de: "Was nutzt {name|Ihr Haus}?", en: "What does {name|your house} use?" }
                options:
                  - { code: a, de: "A für {name|Sie}", en: "A for {name|you}" }
                  - { code: b, de: B, en: B }
                  - { code: c, de: C, en: C, when: "answered(name)" }
                  - { code: d, de: D, en: D }
                  - { code: none, de: Nichts, en: None, exclusive: true }
              - { id: more, type: integer, text: { de: Mehr?, en: "More?" } }
              - { id: last, type: integer, text: { de: Letzte?, en: "Last?" } }
        """;

    private static readonly Questionnaire _form = Questionnaire.Parse(Form, "one.yaml", new Classifications([])).OrThrow();

    private static readonly Interview _named = Interview.Of(
        _form,
        Answers.Of(new Dictionary<string, Answer> { ["name"] = new Answer.Words("Tischlerei") })
    );

    [Fact]
    public void A_question_is_shown_with_the_answers_that_it_quotes_and_the_options_that_are_offered()
    {
        var question = _form.Question("tools")!;

        var (blank, named) = (new Showing(Interview.Of(_form, Answers.None), 1).Of(question), new Showing(_named, 1).Of(question));

        Assert.Equal(new Text("Was nutzt Ihr Haus?", "What does your house use?"), blank.Text);
        Assert.Equal(new Text("Was nutzt Tischlerei?", "What does Tischlerei use?"), named.Text);
        Assert.Equal("A for Tischlerei", named.Choices.Single(option => option.Code == "a").Label.En);
        Assert.Equal(["a", "b", "d", "none"], blank.Choices.Select(option => option.Code).Order(StringComparer.Ordinal));
        Assert.Equal(["a", "b", "c", "d", "none"], named.Choices.Select(option => option.Code).Order(StringComparer.Ordinal));
        Assert.Equal("none", named.Choices[^1].Code);
    }

    [Fact]
    public void The_order_follows_from_the_seed_alone_and_an_answer_changes_it_for_nobody()
    {
        var (blank, question) = (Interview.Of(_form, Answers.None), _form.Question("tools")!);
        var orders = Enumerable
            .Range(0, 60)
            .Select(number =>
            {
                var seed = Shuffle.SeedOf($"SN/{number}");
                var (before, after) = (new Showing(blank, seed), new Showing(_named, seed));
                Assert.Equal(before.QuestionsOf(_form.Sections[1]), after.QuestionsOf(_form.Sections[1]));
                var codes = before.OptionsOf(question).Select(option => option.Code).ToArray();
                Assert.Equal(codes, after.OptionsOf(question).Select(option => option.Code).Where(code => code != "c"));
                return string.Concat(codes);
            })
            .ToHashSet();

        // Six orders of three options, and the last keeps its place.
        Assert.Equal(6, orders.Count);
    }

    /// <summary>An order once shown must be found again for as long as the response is kept.</summary>
    [Fact]
    public void The_seed_of_a_response_never_changes() => Assert.Equal(0xB8AAF680E6BCAB53UL, Shuffle.SeedOf("SN/0190f"));
}
