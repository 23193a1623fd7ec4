namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Which answers make a check fire, and which other answers a bound reads.</summary>
public class CausesTests
{
    private static readonly Questionnaire _form = Questionnaire
        .Parse(
            """
            id: causes
            version: 1.0.0
            languages: [de, en]
            title: { de: Ursachen, en: Causes }
            codelists:
              level: [ { code: none, de: nicht, en: none }, { code: daily, de: täglich, en: daily } ]
            sections:
              - id: all
                title: { de: Alles, en: All }
                questions:
                  - { id: persons, type: integer, min: 0, max: 1000, text: { de: Personen?, en: "Persons?" } }
                  - { id: experts, type: integer, min: 0, max: "half", text: { de: Fachleute?, en: "Experts?" } }
                  - { id: use, type: single, codelist: level, text: { de: Nutzen?, en: "Use?" } }
                  - { id: uses, type: grid, codelist: level, rows: [ { id: a, de: A, en: A }, { id: b, de: B, en: B }, { id: c, de: C, en: C } ], text: { de: Wofür?, en: "What for?" } }
            computed:
              - { id: half, value: "persons / 2" }
            checks:
              - { id: used, level: hard, must: "use != 'none' or (uses.a != 'daily' and uses.b != 'daily' and uses.c != 'daily')", message: { de: Passt nicht., en: Does not fit. } }
              - { id: said, level: info, must: "persons > 0", unknown: fail, message: { de: Bitte., en: Please. } }
            """,
            "questionnaire.yaml",
            new Classifications([])
        )
        .OrThrow();

    [Theory]
    [InlineData("none daily - -", "use uses.a")]
    [InlineData("none daily none none", "use uses.a")]
    [InlineData("none - daily none", "use uses.b")]
    [InlineData("none none none daily", "use uses.c")]
    [InlineData("none daily none daily", "use uses.c")]
    public void Only_answers_that_matter_are_causes(string answers, string causes)
    {
        var given = new[] { "use", "uses.a", "uses.b", "uses.c" }
            .Zip(answers.Split(' '))
            .Where(pair => pair.Second != "-")
            .ToDictionary(pair => pair.First, Answer (pair) => new Answer.Coded(pair.Second));
        var interview = Interview.Of(_form, Answers.Of(given));

        var fired = interview.Fired.Single(one => one.Check.Id == "used");

        Assert.Equal(causes, string.Join(' ', interview.CausesOf(fired)));
    }

    [Fact]
    public void A_check_that_fires_without_any_answer_has_all_its_variables_for_causes()
    {
        var interview = Interview.Of(_form, Answers.None);

        Assert.Equal(["persons"], interview.CausesOf(interview.Fired.Single()));
    }

    [Fact]
    public void A_bound_names_what_it_reads_through_computed_values()
    {
        var given = new Dictionary<string, Answer> { ["persons"] = new Answer.Number(10), ["experts"] = new Answer.Number(6) };
        var interview = Interview.Of(_form, Answers.Of(given));

        Assert.Equal(["persons"], interview.ReadBy(interview.Problems.Single()));
        Assert.Empty(interview.ReadBy(interview.Problems.Single() with { Code = "belowMinimum" }));
        Assert.Empty(interview.ReadBy(interview.Problems.Single() with { Variable = "persons" }));
    }
}
