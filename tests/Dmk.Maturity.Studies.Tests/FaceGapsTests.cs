using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>What the library understands and no company can be asked yet is refused at publication, by name. The list may only
/// shrink.</summary>
public class FaceGapsTests
{
    private const string Options = "options: [ { code: a, de: A, en: A }, { code: b, de: B, en: B } ]";
    private const string Rows = "rows: [ { id: r, de: R, en: R }, { id: s, de: S, en: S } ]";
    private const string Words = "text: { de: Was?, en: What? }";

    /// <summary>One question, and what it needs that no face has; empty where every face has it.</summary>
    public static TheoryData<string, string> Questions =>
        new()
        {
            { $"type: single, {Options}, {Words}", "" },
            { $"type: multiple, {Options}, {Words}", "" },
            { $"type: grid, {Options}, {Rows}, {Words}", "" },
            { $"type: integer, {Words}", "" },
            { $"type: decimal, decimals: 1, {Words}", "" },
            { $"type: percentage, {Words}", "" },
            { $"type: amount, unit: {{ de: Euro, en: euros }}, {Words}", "" },
            { $"type: sumGroup, total: 100, items: [ {{ id: p, de: P, en: P }}, {{ id: q, de: Q, en: Q }} ], {Words}", "" },
            { $"type: date, {Words}", "" },
            { $"type: text, maximumLength: 100, {Words}", "" },
            { $"type: note, {Words}", "" },
            { $"type: grid, each: multiple, {Options}, {Rows}, {Words}", "" },
            { $"type: period, {Words}", "" },
            { $"type: codeSearch, classification: sector, {Words}", "" },
            {
                $"type: roster, maximum: 3, item: {{ de: Ort, en: Site }}, questions: [ {{ id: inner, type: integer, {Words} }} ], {Words}",
                ""
            },
            { $"type: single, order: random, {Options}, {Words}", "" },
            { $"type: integer, prefill: persons, {Words}", "a number of persons that the frame gives" },
            { "type: integer, text: { de: \"Bei {before|Ihnen}?\", en: \"At {before|yours}?\" }", "" },
        };

    [Theory]
    [MemberData(nameof(Questions))]
    public void A_question_is_asked_or_refused_by_name(string question, string missing)
    {
        var yaml = $$"""
            id: one
            version: 1.0.0
            languages: [de, en]
            title: { de: Eins, en: One }
            sections:
              - id: all
                title: { de: Alles, en: All }
                questions:
                  - { id: before, type: integer, text: { de: Vorher?, en: Before? } }
                  - { id: it, {{question}} }
            """;
        var plain = Questionnaire.Parse(yaml, "questionnaire.yaml", Repository.Classifications);
        Assert.DoesNotContain(plain.Problems, problem => problem.Severity == Severity.Error);

        var reading = PublicationDoor.Questionnaire(yaml, "questionnaire.yaml", Repository.Classifications);

        var refused = reading.Problems.Where(problem => problem.Code == "not-askable-yet").ToArray();
        Assert.Equal(missing.Length == 0, reading.Value is not null);
        if (missing.Length > 0)
        {
            Assert.Contains($"'it' needs {missing},", Assert.Single(refused).Message, StringComparison.Ordinal);
            Assert.Equal(Defect.PlaceOf("{ id: it", yaml, "questionnaire.yaml"), refused[0].Place);
        }
    }

    /// <summary>What was refused before companies could be shown it.</summary>
    [Theory]
    [InlineData("""title: { de: "Für {before|Sie}", en: "For {before|you}" }""")]
    [InlineData("order: random, title: { de: Alles, en: All }")]
    public void A_section_is_shown(string said) =>
        IsTaken(
            $$"""
            id: one
            version: 1.0.0
            languages: [de, en]
            title: { de: Eins, en: One }
            sections:
              - { id: first, title: { de: Vorher, en: Before }, questions: [ { id: before, type: integer, {{Words}} } ] }
              - { id: all, {{said}}, questions: [ { id: it, type: integer, {{Words}} }, { id: that, type: integer, {{Words}} } ] }
            """
        );

    [Fact]
    public void The_message_of_a_check_is_shown() =>
        IsTaken(
            $$"""
            id: one
            version: 1.0.0
            languages: [de, en]
            title: { de: Eins, en: One }
            sections:
              - { id: first, title: { de: Vorher, en: Before }, questions: [ { id: before, type: integer, {{Words}} } ] }
            checks:
              - { id: low, level: soft, must: "before < 5", message: { de: "{before} ist viel.", en: "{before} is much." } }
            """
        );

    private static void IsTaken(string yaml) =>
        Assert.NotNull(PublicationDoor.Questionnaire(yaml, "questionnaire.yaml", Repository.Classifications).Value);

    [Fact]
    public void Every_kind_of_question_is_in_the_table()
    {
        var kinds = typeof(Question).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Question))).Select(type => type.Name);
        string[] tried =
        [
            "Single",
            "Multiple",
            "Grid",
            "Numeric",
            "SumGroup",
            "Date",
            "FreeText",
            "Note",
            "Period",
            "CodeSearch",
            "Roster",
        ];

        Assert.Equal(tried.Order(StringComparer.Ordinal), kinds.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pilotstudie-wirtschaft")]
    [InlineData("laenderabfrage-fachkraefte")]
    public void What_is_shipped_can_be_published(string folder) =>
        Assert.NotNull(
            PublicationDoor.Read(Path.Combine(Repository.Questionnaires, folder, "questionnaire.yaml"), Repository.Classifications).Value
        );
}
