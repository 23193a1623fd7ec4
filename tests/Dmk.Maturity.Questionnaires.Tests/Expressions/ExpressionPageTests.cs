using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The page on expressions: every line and every cell of its truth tables is what evaluation gives.</summary>
public sealed partial class ExpressionPageTests
{
    private const string Yaml = """
        id: page
        version: 1.0.0
        languages: [de, en]
        title: { de: a, en: a }
        codelists:
          much: [ { code: none, de: a, en: a }, { code: some, de: b, en: b }, { code: much, de: c, en: c } ]
        sections:
          - id: only
            title: { de: a, en: a }
            questions:
              - { id: persons, type: integer, text: { de: a, en: a } }
              - { id: staff_it, type: integer, text: { de: a, en: a } }
              - { id: robots, type: integer, text: { de: a, en: a } }
              - { id: guests, type: integer, text: { de: a, en: a } }
              - { id: turnover, type: amount, missing: [dontKnow, refused], text: { de: a, en: a } }
              - { id: fleet, type: integer, when: "persons > 100", text: { de: a, en: a } }
              - { id: use, type: single, codelist: much, text: { de: a, en: a } }
              - { id: plan, type: single, codelist: much, text: { de: a, en: a } }
              - id: tools
                type: multiple
                options: [ { code: chat, de: a, en: a }, { code: mail, de: a, en: a }, { code: video, de: a, en: a }, { code: none, de: a, en: a, exclusive: true } ]
                text: { de: a, en: a }
              - { id: name, type: text, text: { de: a, en: a } }
              - { id: founded, type: date, text: { de: a, en: a } }
              - { id: year, type: period, text: { de: a, en: a } }
              - { id: split, type: sumGroup, total: 100, items: [ { id: own, de: a, en: a }, { id: cloud, de: a, en: a }, { id: other, de: a, en: a } ], text: { de: a, en: a } }
              - { id: activity, type: codeSearch, classification: wz2008-classes, levels: [4], text: { de: a, en: a } }
              - id: sites
                type: roster
                item: { de: a, en: a }
                text: { de: a, en: a }
                questions:
                  - { id: site_persons, type: integer, text: { de: a, en: a } }
                  - { id: fibre, type: single, options: [ { code: "no", de: a, en: a }, { code: "yes", de: b, en: b } ], text: { de: a, en: a } }
        computed:
          - { id: is_large, value: "persons >= 250" }
          - { id: grown, value: "persons > previous.persons or founded > today" }
        """;

    private static readonly string _page = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "docs", "authors", "expressions.md"))
        .ReplaceLineEndings("\n");

    private static Questionnaire Form { get; } = Questionnaire.Parse(Yaml, "page.yaml", RepositoryFiles.Classifications).OrThrow();

    private static Interview Interview { get; } =
        Interview.Of(
            Form,
            Answers.Of([
                new("persons", new Answer.Number(12)),
                new("staff_it", new Answer.Number(3)),
                new("robots", new Answer.Number(0)),
                new("turnover", new Answer.Missing(MissingReason.DontKnow)),
                new("fleet", new Answer.Number(7)),
                new("use", new Answer.Coded("some")),
                new("tools", new Answer.CodedSet(["chat", "mail"])),
                new("name", new Answer.Words("Ohm GmbH")),
                new("founded", new Answer.Day(new(2010, 5, 1))),
                new("year", new Answer.Period(new(2026, 7, 1), new(2027, 6, 30))),
                new("split.own", new Answer.Number(60)),
                new("split.cloud", new Answer.Number(30)),
                new("activity", new Answer.Coded("10.71")),
                new("sites", new Answer.Items(["site01", "site02"])),
                new("sites[site01].site_persons", new Answer.Number(5)),
                new("sites[site01].fibre", new Answer.Coded("yes")),
                new("sites[site02].site_persons", new Answer.Number(7)),
                new("sites[site02].fibre", new Answer.Coded("no")),
                new("previous.persons", new Answer.Number(10)),
                new("today", new Answer.Day(new(2027, 3, 1))),
            ])
        );

    public static TheoryData<string, string> Lines { get; } =
    [
        .. Block()
            .Matches(_page)
            .SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Select(line => line.Split(" => "))
            .Select(parts => new TheoryDataRow<string, string>(parts[0], parts[1])),
    ];

    public static TheoryData<string, string> Tables { get; } =
    [.. Cells().Select(cell => new TheoryDataRow<string, string>(cell.Key, cell.Value))];

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_of_the_page_gives_what_it_says(string expression, string result) => Assert.Equal(result, Evaluate(expression));

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_cell_of_a_truth_table_is_what_evaluation_gives(string expression, string result) =>
        Assert.Equal(result, Evaluate(expression));

    [Fact]
    public void The_truth_tables_are_whole() => Assert.Equal(21, Tables.Count);

    [Fact]
    public void Every_function_stands_in_a_line() =>
        Assert.DoesNotContain(
            Functions.Names,
            name => !Block().Matches(_page).Any(block => block.Value.Contains($"{name}(", StringComparison.Ordinal))
        );

    /// <summary>Each cell as an expression: the sign of the table's head between the row's truth and the column's.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Cells()
    {
        var head = Array.Empty<string>();
        foreach (var line in _page.Split('\n').Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)))
        {
            if (line[0] is "`and`" or "`or`" or "`not`")
            {
                head = line;
            }
            else if (line[0].StartsWith("**", StringComparison.Ordinal) && head.Length > 0)
            {
                var (sign, left) = (head[0].Trim('`'), Truth(line[0].Trim('*')));
                for (var i = 1; i < line.Length; i++)
                {
                    yield return new(sign == "not" ? $"not {left}" : $"{left} {sign} {Truth(head[i])}", line[i]);
                }
            }
            else if (line[0].Length > 0 && !line[0].StartsWith("---", StringComparison.Ordinal))
            {
                head = [];
            }
        }
    }

    private static string Truth(string word) => word == "unknown" ? "(turnover > 5)" : word;

    private static string Evaluate(string source)
    {
        var expression = Expression.Parse(source, new("page", 1, 1), Form).OrThrow();
        return ExpressionCases.Written(expression, Interview);
    }

    [GeneratedRegex("```cases\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
