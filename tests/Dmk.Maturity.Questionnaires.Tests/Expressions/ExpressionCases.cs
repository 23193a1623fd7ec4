using System.Globalization;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The questionnaire behind <c>expressions.cases</c>, and its one interview.</summary>
internal static class ExpressionCases
{
    private const string Yaml = """
        id: cases
        version: 1.0.0
        languages: [de, en]
        title: { de: a, en: a }
        codelists:
          abc: [ { code: a, de: a, en: a }, { code: b, de: b, en: b }, { code: c, de: c, en: c } ]
          xyz: [ { code: x, de: x, en: x }, { code: y, de: y, en: y }, { code: z, de: z, en: z }, { code: none, de: n, en: n, exclusive: true } ]
        sections:
          - id: only
            title: { de: a, en: a }
            questions:
              - { id: two, type: integer, text: { de: a, en: a } }
              - { id: half, type: decimal, text: { de: a, en: a } }
              - { id: zero, type: integer, text: { de: a, en: a } }
              - { id: minus, type: integer, text: { de: a, en: a } }
              - { id: blank, type: integer, text: { de: a, en: a } }
              - { id: dontKnow, type: integer, missing: [dontKnow], text: { de: a, en: a } }
              - { id: refused, type: integer, missing: [refused], text: { de: a, en: a } }
              - { id: notApplicable, type: integer, missing: [notApplicable], text: { de: a, en: a } }
              - { id: notAsked, type: integer, when: "two > 2", text: { de: a, en: a } }
              - { id: size, type: single, codelist: abc, text: { de: a, en: a } }
              - { id: other, type: single, codelist: abc, text: { de: a, en: a } }
              - { id: nocode, type: single, codelist: abc, text: { de: a, en: a } }
              - { id: fields, type: multiple, codelist: xyz, text: { de: a, en: a } }
              - { id: nofields, type: multiple, codelist: xyz, text: { de: a, en: a } }
              - { id: nonefields, type: multiple, codelist: xyz, text: { de: a, en: a } }
              - { id: word, type: text, text: { de: a, en: a } }
              - { id: noword, type: text, text: { de: a, en: a } }
              - { id: day, type: date, text: { de: a, en: a } }
              - { id: noday, type: date, text: { de: a, en: a } }
              - { id: span, type: period, text: { de: a, en: a } }
              - { id: nospan, type: period, text: { de: a, en: a } }
              - { id: split, type: sumGroup, total: 100, items: [ { id: p, de: a, en: a }, { id: q, de: a, en: a }, { id: r, de: a, en: a } ], text: { de: a, en: a } }
              - { id: grid, type: grid, codelist: abc, rows: [ { id: row1, de: a, en: a }, { id: row2, de: a, en: a } ], text: { de: a, en: a } }
        computed:
          - { id: yes, value: "two > 1" }
          - { id: no, value: "two > 2" }
          - { id: perhaps, value: "blank > 1" }
        """;

    public static Questionnaire Form { get; } = Questionnaire.Parse(Yaml, "cases.yaml", new([])).OrThrow();

    public static Interview Interview { get; } =
        Interview.Of(
            Form,
            Answers.Of([
                new("two", new Answer.Number(2)),
                new("half", new Answer.Number(0.5m)),
                new("zero", new Answer.Number(0)),
                new("minus", new Answer.Number(-3)),
                new("dontKnow", new Answer.Missing(MissingReason.DontKnow)),
                new("refused", new Answer.Missing(MissingReason.Refused)),
                new("notApplicable", new Answer.Missing(MissingReason.NotApplicable)),
                new("notAsked", new Answer.Number(7)),
                new("size", new Answer.Coded("b")),
                new("other", new Answer.Coded("c")),
                new("fields", new Answer.CodedSet(["x", "y"])),
                new("nonefields", new Answer.CodedSet(["none"])),
                new("word", new Answer.Words("hello")),
                new("day", new Answer.Day(new(2027, 3, 1))),
                new("span", new Answer.Period(new(2026, 7, 1), new(2027, 6, 30))),
                new("split.p", new Answer.Number(60)),
                new("split.q", new Answer.Number(30)),
                new("grid.row1", new Answer.Coded("a")),
            ])
        );

    public static Parsed<Expression> Parse(string source) => Expression.Parse(source, new("case", 1, 1), Form);

    /// <summary>As the case file writes results.</summary>
    public static string Evaluate(Expression expression) => Written(expression, Interview);

    public static string Written(Expression expression, Interview interview) =>
        expression.Kind switch
        {
            ExpressionKind.Number => expression.Number(interview)?.ToString("0.############################", CultureInfo.InvariantCulture)
                ?? "unknown",
            ExpressionKind.Truth => expression.Truth(interview) switch
            {
                true => "true",
                false => "false",
                null => "unknown",
            },
            _ => expression.Words(interview) is { } words ? $"'{words}'" : "unknown",
        };
}
