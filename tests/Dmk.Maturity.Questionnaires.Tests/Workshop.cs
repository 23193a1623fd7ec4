namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>A small questionnaire that has one of everything; most tests ask it something.</summary>
internal static class Workshop
{
    public const string Yaml = """
        id: workshop
        version: 1.0.0
        languages: [de, en]
        title: { de: "Werkstatt", en: "Workshop" }
        codelists:
          usage: [ { code: none, de: nicht, en: none }, { code: some, de: etwas, en: some }, { code: wide, de: viel, en: wide } ]
        sections:
          - id: company
            title: { de: Unternehmen, en: Company }
            questions:
              - { id: persons, type: integer, unit: persons, min: 1, max: 1000000, required: true, text: { de: Personen?, en: "Persons?" } }
              - { id: seat, type: single, codelist: land, missing: [refused], text: { de: Sitz?, en: "Seat?" } }
              - { id: founded, type: date, from: 1800-01-01, to: 2027-12-31, text: { de: Gegründet?, en: "Founded?" } }
          - id: ai
            title: { de: KI, en: AI }
            when: "persons >= 3"
            questions:
              - { id: intro, type: note, text: { de: Es geht los., en: Here we go. } }
              - { id: ai_use, type: single, codelist: usage, missing: [dontKnow, refused], required: true, text: { de: KI?, en: "AI?" } }
              - id: ai_fields
                type: multiple
                when: "ai_use != 'none'"
                maximum: 3
                missing: [dontKnow]
                text: { de: Wofür?, en: "What for?" }
                options:
                  - { code: text, de: Texte, en: Texts }
                  - { code: image, de: Bilder, en: Images }
                  - { code: code, de: Programme, en: Programs }
                  - { code: other, de: Anderes, en: Other, specify: true }
                  - { code: nothing, de: Nichts davon, en: None of these, exclusive: true }
              - { id: ai_staff, type: integer, min: 0, max: "persons", when: "is_user", text: { de: Wie viele?, en: "How many?" } }
              - { id: skills, type: grid, codelist: usage, rows: [ { id: basic, de: Grund, en: Basic }, { id: expert, de: Fach, en: Expert } ], text: { de: Kenntnisse?, en: "Skills?" } }
          - id: it
            title: { de: IT, en: IT }
            questions:
              - { id: cloud_share, type: percentage, decimals: 1, missing: [dontKnow, notApplicable], text: { de: Cloud?, en: "Cloud?" } }
              - { id: it_split, type: sumGroup, unit: percent, total: 100, tolerance: 1, items: [ { id: own, de: Eigen, en: Own }, { id: cloud, de: Cloud, en: Cloud }, { id: other, de: Sonst, en: Other } ], missing: [dontKnow], text: { de: Verteilung?, en: "Split?" } }
              - { id: budget, type: amount, min: 0, text: { de: Budget?, en: "Budget?" } }
              - { id: remark, type: text, maximumLength: 20, text: { de: Anmerkung?, en: "Remark?" } }
        computed:
          - { id: ai_intensity, value: "count_answered(ai_fields) / 4 * 100" }
          - { id: budget_per_person, value: "budget / persons" }
          - { id: is_user, value: "ai_use in ['some', 'wide']" }
        checks:
          - { id: cloud_vs_split, level: soft, must: "abs(cloud_share - it_split.cloud) <= 10", message: { de: Passt nicht., en: Does not fit. }, explain: optional }
          - { id: budget_known, level: info, must: "budget > 0", unknown: fail, message: { de: Budget fehlt., en: No budget. } }
          - { id: staff_need_use, level: hard, must: "ai_staff < 10 or ai_use == 'wide'", message: { de: Zu viele., en: Too many. } }
        """;

    public static Questionnaire Form { get; } = Questionnaire.Parse(Yaml, "workshop.yaml", RepositoryFiles.Classifications).OrThrow();

    public static Answers AnswersOf(params (string Variable, Answer Answer)[] answers) =>
        Answers.Of(answers.Select(one => KeyValuePair.Create(one.Variable, one.Answer)));

    public static Interview InterviewOf(params (string Variable, Answer Answer)[] answers) => Interview.Of(Form, AnswersOf(answers));

    public static Answer Number(decimal value) => new Answer.Number(value);

    public static Answer Code(string code) => new Answer.Coded(code);

    public static Answer Codes(params string[] codes) => new Answer.CodedSet(codes);

    public static Answer Words(string words) => new Answer.Words(words);

    public static Answer Missing(MissingReason reason) => new Answer.Missing(reason);
}
