namespace Dmk.Maturity.Web.Tests;

/// <summary>A study of its own that asks what the pilot does not.</summary>
internal static class EveryKind
{
    public const string Questionnaire = """
        id: own
        version: 1.0.0
        languages: [de, en]
        title: { de: "Eigene Befragung", en: "Survey of our own" }
        sections:
          - id: work
            title: { de: "Arbeit", en: "Work" }
            questions:
              - { id: share, type: percentage, decimals: 0, min: 0, max: 100, text: { de: "Anteil online?", en: "Share online?" } }
              - id: tools
                type: grid
                each: multiple
                missing: [dontKnow]
                text: { de: "Womit arbeiten Sie?", en: "What do you work with?" }
                rows: [ { id: office, de: Büro, en: Office }, { id: workshop, de: Werkstatt, en: Workshop } ]
                options: [ { code: hand, de: Hand, en: Hand }, { code: machine, de: Maschine, en: Machine }, { code: other, de: Anderes, en: Other, specify: true } ]
              - { id: open, type: period, from: 2000-01-01, missing: [dontKnow], text: { de: "Wann war geöffnet?", en: "When was it open?" } }
          - id: trade
            title: { de: "Tätigkeit", en: "Activity" }
            questions:
              - { id: branch, type: codeSearch, classification: wz2025-classes, levels: [4], describe: true, text: { de: "Was ist Ihre Haupttätigkeit?", en: "What is your main activity?" } }
              - { id: persons, type: integer, min: 1, text: { de: "Wie viele Personen?", en: "How many persons?" } }
          - id: places
            title: { de: "Orte", en: "Sites" }
            questions:
              - id: sites
                type: roster
                maximum: 3
                item: { de: "{city|Neuer Ort}", en: "{city|New site}" }
                text: { de: "Welche Orte haben Sie?", en: "Which sites do you have?" }
                questions:
                  - { id: city, type: text, maximumLength: 50, text: { de: "Wo?", en: "Where?" } }
                  - { id: staff, type: integer, min: 1, text: { de: "Wie viele arbeiten dort?", en: "How many work there?" } }
        """;

    public const string Index = """
        id: own-index
        version: 1.0.0
        questionnaire: own@1
        title: { de: "Eigener Index", en: "Index of our own" }
        scale: { from: 0, to: 100 }
        levels:
          - { id: low, from: 0, de: "Niedrig", en: "Low" }
          - { id: high, from: 50, de: "Hoch", en: "High" }
        index:
          id: total
          title: { de: "Insgesamt", en: "Total" }
          aggregate: arithmetic
          weights: equal
          missing: { atLeast: { share: 0.5, of: applicable } }
          children:
            - { id: online, title: { de: "Online", en: "Online" }, value: "share", goalposts: { low: 0, high: 100, outside: clip }, missing: { unanswered: exclude } }
        """;

    public const string Study = """
        id: own-study
        title: { de: "Eigene Studie", en: "Study of our own" }
        wave: 2027
        questionnaire: own@1.0.0
        indices: [own-index@1.0.0]
        field: { from: 2027-03-01, to: 2027-05-31 }
        population: { unit: enterprise, rule: "the Land of the registered seat", strata: [land, sector, size] }
        reporting:
          size: { classification: size-class }
        weights:
          nonresponse:
            groups: stratum
            minimumRespondents: 2
            collapse:
              - { over: size, start: largest, next: smaller }
              - { over: sector, order: cyclic }
        report:
          by: [land, sector, size]
          lattice: [[land], [sector], [size], [land, sector]]
        confidentiality: { minimumRespondents: 5, unreliableHalfWidth: 10 }
        lonely: adjust
        """;
}
