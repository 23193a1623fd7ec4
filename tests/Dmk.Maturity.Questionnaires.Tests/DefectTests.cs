namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Each case puts one defect into the workshop questionnaire. The mark § stands where the problem must be reported.</summary>
public class DefectTests
{
    [Theory]

    // Keys and kinds.
    [InlineData("version: 1.0.0", "version: 1.0.0\n§titel: x", "unknown-key")]
    [InlineData("id: workshop\n", "§", "missing-key")]
    [InlineData("version: 1.0.0", "version: §1.0", "wrong-kind")]
    [InlineData("version: 1.0.0", "version: §[1]", "wrong-kind")]
    [InlineData("version: 1.0.0", "version: 1.0.0\n§id: twice", "duplicate-key")]
    [InlineData("languages: [de, en]", "languages: §[de, fr]", "unknown-language")]
    [InlineData("title: { de: \"Werkstatt\", en: \"Workshop\" }", "title: §{ de: \"Werkstatt\" }", "missing-translation")]
    [InlineData("title: { de: \"Werkstatt\", en: \"Workshop\" }", "title: §Werkstatt", "wrong-kind")]
    [InlineData("title: { de: \"Werkstatt\", en: \"Workshop\" }", "title: { de: \"Werkstatt\", en: §\"  \" }", "wrong-kind")]
    [InlineData("title: { de: KI, en: AI }", "title: { de: KI, en: AI }\n    §wen: \"true\"", "unknown-key")]
    [InlineData("{ id: persons, type: integer, unit: persons,", "{ id: persons, type: integer, unit: persons, §decimals: 2,", "unknown-key")]
    [InlineData("maximumLength: 20", "§maximumlength: 20", "unknown-key")]
    [InlineData("maximumLength: 20", "maximumLength: §twenty", "wrong-kind")]
    [InlineData("maximumLength: 20", "maximumLength: §0", "out-of-range")]
    [InlineData("required: true, text: { de: Personen?", "required: §yes, text: { de: Personen?", "wrong-kind")]
    [InlineData("text: { de: Sitz?, en: \"Seat?\" }", "text: §{ en: \"Seat?\" }", "missing-translation")]
    [InlineData("{ id: seat, type: single, codelist: land, missing: [refused],", "§{ id: seat, codelist: land, missing: [refused],", "missing-key")]
    [InlineData("{ id: seat, type: single", "{ id: seat, type: §singel", "unknown-choice")]
    [InlineData("codelist: land, missing: [refused]", "codelist: land, missing: [§unanswered]", "unknown-choice")]
    [InlineData("codelist: land, missing: [refused]", "codelist: land, missing: §refused", "wrong-kind")]
    [InlineData("unit: persons,", "unit: §heads,", "unknown-choice")]
    [InlineData("from: 1800-01-01", "from: §01.01.1800", "wrong-kind")]
    [InlineData("to: 2027-12-31", "to: §1700-12-31", "out-of-range")]

    // Ids and codes.
    [InlineData("{ id: seat, type: single", "{ id: §persons, type: single", "duplicate-id")]
    [InlineData("{ id: seat, type: single", "{ id: §2seat, type: single", "wrong-kind")]
    [InlineData("{ id: seat, type: single", "{ id: §the-seat, type: single", "reserved-id")]
    [InlineData("{ id: seat, type: single", "{ id: §not, type: single", "reserved-id")]
    [InlineData("- id: it\n", "- id: §ai\n", "duplicate-id")]
    [InlineData("{ id: budget_per_person, value", "{ id: §persons, value", "duplicate-id")]
    [InlineData("{ id: budget_known, level", "{ id: §cloud_vs_split, level", "duplicate-id")]
    [InlineData("{ code: image, de", "{ code: §text, de", "duplicate-id")]
    [InlineData("{ code: image, de", "{ code: §\"an image\", de", "wrong-kind")]
    [InlineData("{ code: other, de", "{ code: §4th, de", "reserved-id")]
    [InlineData("{ id: expert, de", "{ id: §basic, de", "duplicate-id")]
    [InlineData("{ id: own, de", "{ id: §my-own, de", "reserved-id")]
    [InlineData("usage: [", "§land: [ { code: a, de: a, en: a } ]\n  usage: [", "duplicate-id")]

    // Code lists, rows and items.
    [InlineData("codelist: land", "codelist: §lnad", "unknown-codelist")]
    [InlineData("{ id: seat, type: single, codelist: land,", "§{ id: seat, type: single,", "missing-key")]
    [InlineData("{ id: seat, type: single, codelist: land,", "§{ id: seat, type: single, codelist: land, options: [ { code: a, de: a, en: a } ],", "missing-key")]
    [InlineData("{ id: seat, type: single, codelist: land,", "{ id: seat, type: single, options: §[],", "empty-list")]
    [InlineData("rows: [ { id: basic, de: Grund, en: Basic }, { id: expert, de: Fach, en: Expert } ]", "rows: §[]", "empty-list")]
    [InlineData("exclusive: true }", "§exklusive: true }", "unknown-key")]
    [InlineData("maximum: 3", "maximum: §9", "out-of-range")]
    [InlineData("maximum: 3", "minimum: 3\n        maximum: §2", "out-of-range")]

    // Bounds and sums.
    [InlineData("min: 1, max: 1000000", "min: 10, max: §1", "out-of-range")]
    [InlineData("max: \"persons\", when", "max: \"§person\", when", "unknown-name")]
    [InlineData("max: \"persons\", when", "max: \"§\", when", "expression-syntax")]
    [InlineData("max: \"persons\", when", "max: \"§seat\", when", "type-clash")]
    [InlineData("total: 100", "total: \"§100 > 50\"", "type-clash")]
    [InlineData("total: 100, tolerance: 1", "total: 100, tolerance: §-1", "out-of-range")]
    [InlineData("{ id: it_split, type: sumGroup, unit: percent, total: 100,", "§{ id: it_split, type: sumGroup, unit: percent,", "missing-key")]

    // Conditions.
    [InlineData("when: \"persons >= 3\"", "when: \"§person >= 3\"", "unknown-name")]
    [InlineData("when: \"persons >= 3\"", "when: \"persons >= §three\"", "unknown-name")]
    [InlineData("when: \"persons >= 3\"", "when: \"persons >= §'3'\"", "type-clash")]
    [InlineData("when: \"persons >= 3\"", "when: \"§persons\"", "type-clash")]
    [InlineData("when: \"persons >= 3\"", "when: \"persons >= 3 §)\"", "expression-syntax")]
    [InlineData("when: \"persons >= 3\"", "when: >-\n      persons >= 3\n      and §seet == 'BY'", "unknown-name")]
    [InlineData("when: \"persons >= 3\"", "when: §\"budget > 3\"", "read-before-asked")]
    [InlineData("when: \"persons >= 3\"", "when: §\"ai_use == 'none'\"", "read-before-asked")]
    [InlineData("when: \"persons >= 3\"", "when: §is_user", "read-before-asked")]
    [InlineData("when: \"persons >= 3\"", "when: §\"budget_per_person > 1\"", "read-before-asked")]
    [InlineData("when: \"ai_use != 'none'\"", "when: \"ai_use != §'nones'\"", "unknown-code")]
    [InlineData("when: \"ai_use != 'none'\"", "when: \"ai_use != §none\"", "unknown-name")]
    [InlineData("when: \"ai_use != 'none'\"", "when: \"ai_use §> 'none'\"", "type-clash")]
    [InlineData("when: \"ai_use != 'none'\"", "when: §\"contains(ai_fields, 'text')\"", "read-before-asked")]
    [InlineData("when: \"ai_use != 'none'\"", "when: §[ai_use]", "wrong-kind")]
    [InlineData("when: \"ai_use != 'none'\"", "when: §false", "constant-condition")]
    [InlineData("when: \"ai_use != 'none'\"", "when: §\"1 > 2 or true\"", "constant-condition")]
    [InlineData("when: \"is_user\"", "when: \"§intro == 1\"", "unknown-name")]

    // Computed values.
    [InlineData("value: \"budget / persons\"", "value: \"budget / §ai_intensiti\"", "unknown-name")]
    [InlineData("value: \"budget / persons\"", "value: \"§budget_per_person + 1\"", "cycle")]
    [InlineData("value: \"budget / persons\"", "value: \"§remark\"", "type-clash")]
    [InlineData("value: \"budget / persons\"", "value: \"§budgets(persons)\"", "unknown-function")]
    [InlineData("{ id: budget_per_person, value: \"budget / persons\" }", "§{ id: budget_per_person }", "missing-key")]

    // Checks.
    [InlineData("level: soft", "level: §medium", "unknown-choice")]
    [InlineData("explain: optional", "explain: §always", "unknown-choice")]
    [InlineData("unknown: fail", "unknown: fail, explain: §optional", "wrong-kind")]
    [InlineData("unknown: fail", "unknown: §maybe", "unknown-choice")]
    [InlineData("must: \"budget > 0\"", "must: \"§budget\"", "type-clash")]
    [InlineData("must: \"budget > 0\"", "must: §\"1 > 0\"", "constant-condition")]
    [InlineData("it_split.cloud) <= 10", "§it_split) <= 10", "type-clash")]
    [InlineData("it_split.cloud) <= 10", "§it_split.cluod) <= 10", "unknown-name")]
    [InlineData("{ id: budget_known, level: info,", "§{ id: budget_known,", "missing-key")]
    public void One_defect_is_reported_once_and_where_it_stands(string sound, string broken, string code)
    {
        Assert.Contains(sound, Workshop.Yaml, StringComparison.Ordinal);
        var at = Workshop.Yaml.IndexOf(sound, StringComparison.Ordinal);
        var marked = string.Concat(Workshop.Yaml.AsSpan(0, at), broken, Workshop.Yaml.AsSpan(at + sound.Length));
        var (line, column) = PlaceOf(marked);

        var reading = Questionnaire.Parse(marked.Replace("§", "", StringComparison.Ordinal), "broken.yaml", RepositoryFiles.Classifications);

        Assert.Null(reading.Value);
        Assert.Equal($"{line}:{column} {code}", string.Join(", ", reading.Problems.Select(problem => $"{problem.Place.Line}:{problem.Place.Column} {problem.Code}")));
    }

    private static (int Line, int Column) PlaceOf(string marked)
    {
        var before = marked[..marked.IndexOf('§', StringComparison.Ordinal)];
        return (before.Count(character => character == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }
}
