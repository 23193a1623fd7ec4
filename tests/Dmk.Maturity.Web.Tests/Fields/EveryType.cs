using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web.Tests;

/// <summary>A questionnaire with one question of every type.</summary>
internal static class EveryType
{
    public static Questionnaire Form { get; } =
        Questionnaire
            .Parse(
                """
                id: every-type
                version: 1.0.0
                languages: [de, en]
                title: { de: "Jede Art von Frage", en: "Every type of question" }
                sections:
                  - id: all
                    title: { de: Alle, en: All }
                    questions:
                      - { id: intro, type: note, text: { de: "Es geht los.", en: "Here we go." } }
                      - { id: usage, type: single, required: true, missing: [dontKnow, refused], text: { de: "Nutzen Sie KI?", en: "Do you use AI?" }, help: { de: "Auch Probebetrieb zählt.", en: "Trials count." }, options: [ { code: none, de: Nein, en: "No" }, { code: some, de: Ja, en: "Yes" }, { code: other, de: Anders, en: Otherwise, specify: true } ] }
                      - { id: fields, type: multiple, maximum: 2, missing: [dontKnow], text: { de: "Wofür?", en: "What for?" }, options: [ { code: text, de: Texte, en: Texts }, { code: image, de: "Bilder & Töne", en: "Images & sounds" }, { code: other, de: Anderes, en: Other, specify: required }, { code: nothing, de: "Nichts davon", en: "None of these", exclusive: true } ] }
                      - { id: skills, type: grid, missing: [notApplicable], text: { de: "Wie gut können Sie das?", en: "How well can you do this?" }, rows: [ { id: office, de: Büro, en: Office }, { id: workshop, de: Werkstatt, en: Workshop } ], options: [ { code: poor, de: Schlecht, en: Poorly }, { code: well, de: Gut, en: Well } ] }
                      - { id: persons, type: integer, min: 1, max: 1000000, unit: { de: Personen, en: persons }, missing: [refused], text: { de: "Wie viele Personen?", en: "How many persons?" } }
                      - { id: share, type: percentage, decimals: 1, missing: [dontKnow, notApplicable], text: { de: "Welcher Anteil?", en: "Which share?" } }
                      - { id: split, type: sumGroup, total: 100, tolerance: 0, allowAllBlank: true, unit: { de: Prozent, en: percent }, items: [ { id: own, de: Eigene, en: Own }, { id: cloud, de: Cloud, en: Cloud } ], missing: [dontKnow], text: { de: "Wie verteilt es sich?", en: "How is it divided?" } }
                      - { id: founded, type: date, from: 1800-01-01, to: 2027-12-31, missing: [dontKnow], text: { de: "Wann gegründet?", en: "Founded when?" } }
                      - { id: tools, type: grid, each: multiple, missing: [dontKnow], text: { de: "Womit?", en: "With what?" }, rows: [ { id: office, de: Büro, en: Office }, { id: workshop, de: Werkstatt, en: Workshop } ], options: [ { code: hand, de: Hand, en: Hand }, { code: machine, de: Maschine, en: Machine }, { code: other, de: Anderes, en: Other, specify: true } ] }
                      - { id: open, type: period, from: 2000-01-01, missing: [dontKnow], text: { de: "Wann geöffnet?", en: "Open when?" } }
                      - { id: branch, type: codeSearch, classification: wz2025-classes, levels: [4], describe: true, missing: [dontKnow], text: { de: "Welcher Wirtschaftszweig?", en: "Which economic activity?" } }
                      - { id: sites, type: roster, minimum: 1, maximum: 3, item: { de: "{city|Neuer Ort}", en: "{city|New site}" }, questions: [ { id: city, type: text, maximumLength: 50, text: { de: Ort?, en: "City?" } }, { id: staff, type: sumGroup, total: 100, missing: [dontKnow], items: [ { id: office, de: Büro, en: Office }, { id: field_work, de: Außendienst, en: Field } ], when: "answered(city)", text: { de: Wer?, en: "Who?" } } ], missing: [refused], text: { de: "Welche Orte?", en: "Which sites?" } }
                      - { id: remark, type: text, maximumLength: 40, missing: [refused], text: { de: "Anmerkung?", en: "Remark?" } }
                """,
                "every-type.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();

    public static Answers Filled { get; } =
        Answers.Of(
            new Dictionary<string, Answer>
            {
                ["usage"] = new Answer.Coded("other"),
                ["usage.other"] = new Answer.Words("<Roboter> & Co"),
                ["fields"] = new Answer.CodedSet(["text", "image"]),
                ["skills.office"] = new Answer.Coded("well"),
                ["skills.workshop"] = new Answer.Missing(MissingReason.NotApplicable),
                ["persons"] = new Answer.Number(1234),
                ["share"] = new Answer.Number(12.5m),
                ["split.own"] = new Answer.Number(60),
                ["split.cloud"] = new Answer.Number(40),
                ["founded"] = new Answer.Day(new(1998, 3, 9)),
                ["tools.office"] = new Answer.CodedSet(["hand", "other"]),
                ["tools.workshop"] = new Answer.Missing(MissingReason.DontKnow),
                ["tools.other"] = new Answer.Words("Zange"),
                ["open"] = new Answer.Period(new(2026, 4, 1), new(2026, 10, 31)),
                ["branch"] = new Answer.Coded("43.91"),
                ["sites"] = new Answer.Items(["k3f9x2", "p7q8r9"]),
                ["sites[k3f9x2].city"] = new Answer.Words("Berlin"),
                ["remark"] = new Answer.Words("Zeile 1\nZeile 2"),
            }
        );
}
