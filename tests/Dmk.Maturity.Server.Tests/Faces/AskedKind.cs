using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A kind of question with one example: how its author writes it, what a company says, how that reads.</summary>
/// <param name="Yaml">What follows the id, which is <c>it</c>.</param>
/// <param name="Said">By variable; empty where there is nothing to answer.</param>
/// <param name="Reads">What a page shows of it in German, besides the question.</param>
internal sealed record AskedKind(string Name, string Yaml, IReadOnlyDictionary<string, Answer> Said, params string[] Reads)
{
    public const string Asked = "Was wächst hier?";

    private const string Text = "text: { de: \"Was wächst hier?\", en: \"What grows here?\" }";
    private const string Options = "options: [ { code: oak, de: Eiche, en: Oak }, { code: lime, de: Linde, en: Lime } ]";
    private const string WithOther =
        "options: [ { code: oak, de: Eiche, en: Oak }, { code: other, de: Anderes, en: Other, specify: true } ]";
    private const string Rows = "rows: [ { id: north, de: Nordseite, en: North }, { id: south, de: Südseite, en: South } ]";
    private const string Items = "items: [ { id: north, de: Nordseite, en: North }, { id: south, de: Südseite, en: South } ]";

    public static Classifications Classifications { get; } =
        Classifications.Read(Path.Combine(Repository.Questionnaires, "classifications")).OrThrow();

    /// <summary>Every kind, with the variants that faces treat apart.</summary>
    public static IReadOnlyList<AskedKind> All { get; } =
    [
        new("note", $"type: note, {Text}", Say()),
        new("single", $"type: single, {Options}, {Text}", Say(("it", new Answer.Coded("lime"))), "Linde"),
        new(
            "single, please specify",
            $"type: single, {WithOther}, {Text}",
            Say(("it", new Answer.Coded("other")), ("it.other", new Answer.Words("Weide"))),
            "Anderes",
            "Weide"
        ),
        new(
            "single, don't know",
            $"type: single, missing: [dontKnow], {Options}, {Text}",
            Say(("it", new Answer.Missing(MissingReason.DontKnow))),
            "Weiß nicht"
        ),
        new("multiple", $"type: multiple, {Options}, {Text}", Say(("it", new Answer.CodedSet(["oak", "lime"]))), "Eiche; Linde"),
        new(
            "multiple, please specify",
            $"type: multiple, {WithOther}, {Text}",
            Say(("it", new Answer.CodedSet(["oak", "other"])), ("it.other", new Answer.Words("Weide"))),
            "Eiche; Anderes",
            "Weide"
        ),
        new(
            "grid",
            $"type: grid, {Options}, {Rows}, {Text}",
            Say(("it.north", new Answer.Coded("oak")), ("it.south", new Answer.Coded("lime"))),
            "Nordseite",
            "Eiche",
            "Südseite",
            "Linde"
        ),
        new(
            "grid, not applicable",
            $"type: grid, missing: [notApplicable], {Options}, {Rows}, {Text}",
            Say(("it.north", new Answer.Coded("oak")), ("it.south", new Answer.Missing(MissingReason.NotApplicable))),
            "Eiche",
            "Trifft nicht zu"
        ),
        new(
            "grid, several ticks",
            $"type: grid, each: multiple, {Options}, {Rows}, {Text}",
            Say(("it.north", new Answer.CodedSet(["oak", "lime"])), ("it.south", new Answer.CodedSet(["lime"]))),
            "Nordseite",
            "Eiche; Linde",
            "Südseite"
        ),
        new(
            "grid, please specify",
            $"type: grid, {WithOther}, {Rows}, {Text}",
            Say(("it.north", new Answer.Coded("oak")), ("it.south", new Answer.Coded("other")), ("it.other", new Answer.Words("Weide"))),
            "Eiche",
            "Anderes",
            "Weide"
        ),
        new("integer", $"type: integer, {Text}", Say(("it", new Answer.Number(0))), "0"),
        new(
            "integer, refused",
            $"type: integer, missing: [refused], {Text}",
            Say(("it", new Answer.Missing(MissingReason.Refused))),
            "Keine Angabe"
        ),
        new("decimal", $"type: decimal, decimals: 1, {Text}", Say(("it", new Answer.Number(12.5m))), "12,5"),
        new("percentage", $"type: percentage, {Text}", Say(("it", new Answer.Number(40))), "40 %"),
        new("amount", $"type: amount, unit: {{ de: Euro, en: euros }}, {Text}", Say(("it", new Answer.Number(1234))), "1.234 Euro"),
        new(
            "sum group",
            $"type: sumGroup, total: 100, {Items}, {Text}",
            Say(("it.north", new Answer.Number(60)), ("it.south", new Answer.Number(40))),
            "Nordseite",
            "60",
            "Südseite",
            "40"
        ),
        new("date", $"type: date, {Text}", Say(("it", new Answer.Day(new(2027, 3, 1)))), "01.03.2027"),
        new("text", $"type: text, maximumLength: 100, {Text}", Say(("it", new Answer.Words("Grüße\naus Übersee"))), "Grüße\naus Übersee"),
        new(
            "period",
            $"type: period, {Text}",
            Say(("it", new Answer.Period(new(2026, 1, 1), new(2026, 12, 31)))),
            "01.01.2026 – 31.12.2026"
        ),
        new(
            "code search",
            $"type: codeSearch, classification: sector, {Text}",
            Say(("it", new Answer.Coded("construction"))),
            "Baugewerbe"
        ),
        new(
            "roster",
            "type: roster, maximum: 3, item: { de: Ort, en: Site }, "
                + "questions: [ { id: inner, type: integer, text: { de: \"Wie viele?\", en: \"How many?\" } } ], "
                + Text,
            Say(("it", new Answer.Items(["k3f9x2"])), ("it[k3f9x2].inner", new Answer.Number(4711))),
            "Wie viele?",
            "4.711"
        ),
    ];

    public string File { get; } =
        $$"""
            id: one
            version: 1.0.0
            languages: [de, en]
            title: { de: Eins, en: One }
            sections:
              - id: all
                title: { de: Alles, en: All }
                questions:
                  - { id: it, {{Yaml}} }
            """;

    public Questionnaire Questionnaire => field ??= Questionnaire.Parse(File, "one.yaml", Classifications).OrThrow();

    public Question Question => Questionnaire.Question("it")!;

    public Answers Answers => Answers.Of(Said);

    public override string ToString() => Name;

    private static Dictionary<string, Answer> Say(params (string Variable, Answer Answer)[] said) =>
        said.ToDictionary(one => one.Variable, one => one.Answer, StringComparer.Ordinal);
}
