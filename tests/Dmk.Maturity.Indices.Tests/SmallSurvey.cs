using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>A questionnaire of seven questions, and an index model on it: every kind of indicator and of missing once.</summary>
internal static class SmallSurvey
{
    public const string QuestionnaireYaml = """
        id: small
        version: 1.2.0
        languages: [de, en]
        title: { de: "Klein", en: "Small" }
        codelists:
          usage:
            - { code: none, de: "Nein", en: "No" }
            - { code: pilot, de: "Versuch", en: "Pilot" }
            - { code: wide, de: "Breit", en: "Widely" }
        sections:
          - id: firm
            title: { de: "Unternehmen", en: "Company" }
            questions:
              - { id: persons, type: integer, min: 0, missing: [dontKnow], text: { de: "Personen?", en: "Persons?" } }
              - { id: land_now, type: single, options: [ { code: A, de: "A", en: "A" }, { code: B, de: "B", en: "B" }, { code: abroad, de: "Ausland", en: "Abroad" } ], text: { de: "Land?", en: "Land?" } }
          - id: use
            title: { de: "Nutzung", en: "Use" }
            questions:
              - { id: ai_use, type: single, codelist: usage, missing: [dontKnow, refused, notApplicable], text: { de: "KI?", en: "AI?" } }
              - { id: ai_fields, type: multiple, options: [ { code: a, de: "a", en: "a" }, { code: b, de: "b", en: "b" }, { code: c, de: "c", en: "c" }, { code: nothing, exclusive: true, de: "Nichts", en: "None" } ], when: "ai_use != 'none'", text: { de: "Wo?", en: "Where?" } }
              - { id: skills, type: grid, rows: [ { id: training, de: "Schulung", en: "Training" }, { id: hiring, de: "Einstellung", en: "Hiring" } ], codelist: usage, missing: [notApplicable], text: { de: "Fachkräfte?", en: "Skilled people?" } }
              - { id: specialists, type: integer, min: 0, missing: [dontKnow], text: { de: "Fachleute?", en: "Specialists?" } }
              - { id: outage, type: integer, min: 0, text: { de: "Ausfalltage?", en: "Days of outage?" } }
        """;

    public const string IndexYaml = """
        id: small-index
        version: 1.0.0
        title: { de: "Reifegrad", en: "Maturity" }
        questionnaire: small@1
        scale: { from: 0, to: 100 }
        levels:
          - { id: low, from: 0, de: "Niedrig", en: "Low" }
          - { id: middle, from: 40, de: "Mittel", en: "Middle" }
          - { id: high, from: 80, de: "Hoch", en: "High" }
        index:
          id: total
          title: { de: "Insgesamt", en: "Total" }
          aggregate: arithmetic
          missing: { atLeast: 0.5 }
          children:
            - id: ai
              title: { de: "KI", en: "AI" }
              weight: 2
              aggregate: arithmetic
              missing: { atLeast: { share: 0.6, count: 1, of: applicable } }
              children:
                - { id: ai-use, weight: 2, question: ai_use, score: { none: 0, pilot: 40, wide: 100 }, missing: { unanswered: exclude, dontKnow: exclude, refused: exclude, notApplicable: exclude } }
                - { id: ai-fields, weight: 1, question: ai_fields, score: { countShare: 2 }, missing: { unanswered: exclude, notAsked: 0 } }
            - id: people
              title: { de: "Menschen", en: "People" }
              weight: 1
              aggregate: geometric
              weights: equal
              children:
                - { id: training, question: skills.training, score: { none: 10, pilot: 40, wide: 100 }, missing: { unanswered: exclude, notApplicable: exclude } }
                - { id: hiring, question: skills.hiring, score: { none: 10, pilot: 40, wide: 100 }, missing: { unanswered: 10, notApplicable: exclude } }
            - id: running
              title: { de: "Betrieb", en: "Operation" }
              weight: 1
              aggregate: minimum
              children:
                - { id: share, title: { de: "Anteil", en: "Share" }, weight: 1, value: "specialists / persons * 100", goalposts: { low: 0, high: 20, outside: clip }, missing: { unanswered: exclude, dontKnow: 0 } }
                - { id: steady, title: { de: "Ausfälle", en: "Outages" }, weight: 1, value: "outage", goalposts: { low: 10, high: 0, outside: missing }, missing: { unanswered: exclude } }
        """;

    public static Classifications Classifications { get; } =
        new([
            List("land", ["A", "B", "C", "D", "E"]),
            List("sector", ["p", "q", "r", "s"]),
            new("size-class", new("Größe", "Size"), "", "", [Class("S1", "0", "9"), Class("S2", "10", "49"), Class("S3", "50", null)]),
        ]);

    public static Questionnaire Questionnaire { get; } =
        Questionnaire.Parse(QuestionnaireYaml, "questionnaire.yaml", Classifications).OrThrow();

    public static IndexModel Model { get; } = IndexModel.Parse(IndexYaml, "index.yaml", Questionnaire).OrThrow();

    /// <summary>Answers in one line: <c>ai_use=pilot ai_fields=a|b persons=12 skills.training=dontKnow!</c>; <c>!</c> marks a reason of
    /// missing.</summary>
    public static Interview Interview(string answers) =>
        Questionnaires.Interview.Of(
            Questionnaire,
            Answers.Of(
                answers
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(one => one.Split('='))
                    .Select(one => KeyValuePair.Create(one[0], AnswerOf(one[0], one[1])))
            )
        );

    private static Answer AnswerOf(string variable, string written) =>
        (written, Questionnaire.Variable(variable)!.Question) switch
        {
            ([.. var reason, '!'], _) => new Answer.Missing(Enum.Parse<MissingReason>(reason, ignoreCase: true)),
            (_, Question.Multiple) => new Answer.CodedSet(written.Split('|')),
            (_, Question.Numeric) => new Answer.Number(decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture)),
            _ => new Answer.Coded(written),
        };

    private static Classification List(string id, string[] codes) =>
        new(
            id,
            new(id, id),
            "",
            "",
            [.. codes.Select(code => new ClassificationEntry(code, new(code, code), null, new Dictionary<string, string>()))]
        );

    private static ClassificationEntry Class(string code, string from, string? to)
    {
        var properties = new Dictionary<string, string> { ["personsFrom"] = from };
        if (to is not null)
        {
            properties["personsTo"] = to;
        }

        return new(code, new(code, code), null, properties);
    }
}
