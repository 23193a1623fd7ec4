namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>A second small questionnaire: groups, scoped checks, periods, code search, shuffled orders and what the frame knows.</summary>
internal static class Fair
{
    public const string Yaml = """
        id: fair
        version: 1.0.0
        languages: [de, en]
        title: { de: Messe, en: Fair }
        codelists:
          agree: [ { code: "no", de: nein, en: "no" }, { code: "yes", de: ja, en: "yes" }, { code: both, de: beides, en: both }, { code: none, de: nichts davon, en: none of these, exclusive: true } ]
        sections:
          - id: company
            title: { de: Unternehmen, en: Company }
            questions:
              - { id: land, type: single, codelist: land, prefill: land, text: { de: Sitz?, en: "Seat?" } }
              - { id: persons, type: integer, min: 1, prefill: persons, text: { de: Personen?, en: "Persons?" } }
              - { id: branch, type: codeSearch, classification: sector, levels: [1], prefill: sector, text: { de: Branche?, en: "Sector?" } }
              - { id: year, type: period, from: 2020-01-01, to: 2029-12-31, minimumDays: 28, maximumDays: 366, missing: [dontKnow], text: { de: Geschäftsjahr?, en: "Business year?" } }
            checks:
              - { id: some_answer, level: info, must: "answered(land)", unknown: fail, message: { de: Sitz fehlt., en: No seat. } }
          - id: visit
            title: { de: Besuch, en: Visit }
            when: "persons > 1"
            order: random
            questions:
              - { id: before, type: integer, text: { de: Vorher?, en: "Before?" }, checks: [ { id: before_small, level: soft, must: "before < 100", explain: required, message: { de: Viele., en: Many. } } ] }
              - group: stand
                title: { de: Der Stand, en: The stand }
                when: "persons > 10"
                order: random
                checks: [ { id: stand_used, level: hard, must: "stand_size + stand_staff > 0", message: { de: Leer., en: Empty. } } ]
                questions:
                  - { id: stand_note, type: note, text: { de: Nun der Stand., en: Now the stand. } }
                  - { id: stand_size, type: integer, when: "land == 'BY'", text: { de: Größe?, en: "Size?" } }
                  - { id: stand_staff, type: integer, text: { de: Wer?, en: "Who?" } }
              - { id: tools, type: grid, each: multiple, order: random, rowOrder: random, codelist: agree, rows: [ { id: a, de: A, en: A }, { id: b, de: B, en: B }, { id: c, de: C, en: C }, { id: d, de: D, en: D } ], text: { de: Werkzeug?, en: "Tools?" } }
        """;

    public static Questionnaire Form { get; } = Questionnaire.Parse(Yaml, "fair.yaml", RepositoryFiles.Classifications).OrThrow();

    public static Interview InterviewOf(params (string Variable, Answer Answer)[] answers) =>
        Interview.Of(Form, Workshop.AnswersOf(answers));
}
