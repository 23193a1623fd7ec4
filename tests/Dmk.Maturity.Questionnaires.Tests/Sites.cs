namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>A questionnaire with rosters and with texts that pipe in answers.</summary>
internal static class Sites
{
    public const string Yaml = """
        id: sites
        version: 1.0.0
        languages: [de, en]
        title: { de: Standorte, en: Sites }
        sections:
          - id: company
            title: { de: Unternehmen, en: Company }
            questions:
              - { id: name, type: text, text: { de: Name?, en: "Name?" } }
              - { id: persons, type: integer, min: 1, missing: [dontKnow], text: { de: "Wie viele Personen hat {name|Ihr Unternehmen}?", en: "How many persons has {name|your company}?" } }
              - { id: since, type: date, text: { de: Seit wann?, en: "Since when?" } }
              - { id: year, type: period, text: { de: Geschäftsjahr?, en: "Business year?" } }
              - { id: goods, type: multiple, options: [ { code: a, de: Äpfel, en: apples }, { code: b, de: Birnen, en: pears }, { code: c, de: Kirschen, en: cherries } ], text: { de: Waren?, en: "Goods?" } }
          - id: places
            title: { de: "Standorte von {name}", en: "Sites of {name}" }
            when: "persons > 1"
            questions:
              - id: sites
                type: roster
                minimum: 2
                maximum: 4
                required: true
                missing: [notApplicable]
                text: { de: "Standorte?", en: "Sites?" }
                item: { de: "Standort {town}", en: "Site {town}" }
                questions:
                  - { id: town, type: text, required: true, text: { de: Ort?, en: "Town?" } }
                  - { id: staff, type: integer, max: persons, missing: [dontKnow], text: { de: "Personen in {town}?", en: "Persons in {town}?" } }
                  - { id: kind, type: single, when: "staff > 1 and persons > 5", options: [ { code: plant, de: Werk, en: plant }, { code: other, de: anderes, en: other, specify: true } ], text: { de: Art?, en: "Kind?" } }
                  - { id: split, type: sumGroup, total: 100, items: [ { id: own, de: Eigen, en: Own }, { id: rented, de: Miete, en: Rented } ], when: "kind == 'plant'", text: { de: Fläche?, en: "Space?" }, checks: [ { id: mostly_own, level: info, must: "split.own >= 50", message: { de: "In {town} viel Miete.", en: "Much rented in {town}." } } ] }
                checks:
                  - { id: staff_share, level: soft, must: "staff * 2 <= persons or kind == 'plant'", explain: required, message: { de: "{staff} von {persons} in {town}.", en: "{staff} of {persons} in {town}." } }
              - { id: largest, type: integer, when: "all_staff >= 10 and count(sites, staff > 1) > 0", text: { de: "{all_staff} in {sites} Standorten?", en: "{all_staff} at {sites} sites?" } }
              - { id: lines, type: roster, maximum: 2, text: { de: Linien?, en: "Lines?" }, item: { de: Linie, en: Line }, questions: [ { id: speed, type: integer, when: "persons > 3", text: { de: Tempo?, en: "Speed?" } } ] }
        computed:
          - { id: all_staff, value: "sum(sites, staff)" }
          - { id: some_staff, value: "sum(sites, staff, missing: skip)" }
          - { id: mean_staff, value: "mean(sites, staff)" }
          - { id: most, value: "max(sites, staff)" }
          - { id: least, value: "min(sites, staff)" }
          - { id: any_plant, value: "any(sites, kind == 'plant')" }
          - { id: all_plants, value: "all(sites, kind == 'plant')" }
          - { id: small, value: "count(sites, staff * 4 < persons)" }
          - { id: site_count, value: "count(sites)" }
          - { id: third, value: "persons / 3" }
        checks:
          - { id: staff_adds_up, level: hard, must: "all_staff <= persons", message: { de: "Zu viele: {all_staff} statt {persons} ({any_plant|kein Werk}, {third}).", en: "Too many: {all_staff} instead of {persons} ({any_plant|no plant}, {third})." } }
          - { id: said, level: info, must: "persons < 0", message: { de: "{{{goods}}} {year} {since}", en: "{{{goods}}} {year} {since}" } }
        """;

    public static Questionnaire Form { get; } = Questionnaire.Parse(Yaml, "sites.yaml", RepositoryFiles.Classifications).OrThrow();

    /// <summary>A company with 10 persons and sites as written: <c>id:town:staff:kind</c>, empty where blank, <c>?</c> for don't
    /// know.</summary>
    public static Answers AnswersOf(params string[] sites) =>
        Workshop
            .AnswersOf(("persons", Workshop.Number(10)), ("sites", new Answer.Items([.. sites.Select(site => site.Split(':')[0])])))
            .With(sites.SelectMany(Of));

    private static IEnumerable<KeyValuePair<string, Answer>> Of(string site)
    {
        var parts = site.Split(':');
        yield return new($"sites[{parts[0]}].town", parts[1].Length == 0 ? Answer.Unanswered : new Answer.Words(parts[1]));
        yield return new(
            $"sites[{parts[0]}].staff",
            parts[2] switch
            {
                "" => Answer.Unanswered,
                "?" => new Answer.Missing(MissingReason.DontKnow),
                var staff => new Answer.Number(decimal.Parse(staff, System.Globalization.CultureInfo.InvariantCulture)),
            }
        );
        yield return new($"sites[{parts[0]}].kind", parts[3].Length == 0 ? Answer.Unanswered : new Answer.Coded(parts[3]));
    }
}
