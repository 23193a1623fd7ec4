using System.Globalization;

namespace Dmk.Maturity.Questionnaires.Tests;

public class HostileDefinitionTests
{
    private const string Head = """
        id: hostile
        version: 1.0.0
        languages: [de, en]
        title: { de: a, en: a }
        sections:
          - id: s
            title: { de: a, en: a }
            questions:
              - { id: q, type: integer, text: { de: a, en: a } }

        """;

    [Fact]
    public void A_long_chain_of_computed_values_is_refused()
    {
        var problems = Problems(
            Head + "computed:\n" + Repeat(5_000, i => $"  - {{ id: c{i}, value: \"c{i + 1}\" }}\n") + "  - { id: c5000, value: q }\n"
        );

        Assert.All(problems, problem => Assert.Equal("too-deep", problem.Code));
        Assert.NotEmpty(problems);
    }

    [Fact]
    public void A_chain_of_computed_values_within_the_limit_is_computed()
    {
        var form = Questionnaire
            .Parse(
                Head
                    + "computed:\n"
                    + Repeat(ReadBehind, i => $"  - {{ id: c{i}, value: \"c{i + 1} + 1\" }}\n")
                    + $"  - {{ id: c{ReadBehind}, value: q }}\n",
                "form.yaml",
                new([])
            )
            .OrThrow();

        Assert.Equal(1 + ReadBehind, Interview.Of(form, Answers.None.With("q", new Answer.Number(1))).ComputedNumber("c0"));
    }

    [Theory]
    [InlineData(ComputedChain.Most, "")]
    [InlineData(ComputedChain.Most + 1, "too-deep")]
    public void A_chain_has_its_bound_in_either_order_of_the_file(int length, string code)
    {
        var lines = Enumerable
            .Range(1, length)
            .Select(i => FormattableString.Invariant($"  - {{ id: c{i}, value: \"{(i == 1 ? "q" : $"c{i - 1}")} + 1\" }}\n"))
            .ToList();

        Assert.Equal(code, Codes(Head + "computed:\n" + string.Concat(lines)));
        Assert.Equal(code, Codes(Head + "computed:\n" + string.Concat(lines.AsEnumerable().Reverse())));
    }

    [Theory]
    [InlineData(30, 20, "")]
    [InlineData(30, 21, "too-deep")]
    public void Values_within_a_roster_lengthen_the_chain_of_those_that_they_read(int outside, int within, string code)
    {
        var roster =
            "      - id: sites\n        type: roster\n        maximum: 3\n        item: { de: a, en: a }\n        text: { de: a, en: a }\n"
            + "        questions:\n          - { id: n, type: integer, text: { de: a, en: a } }\n        computed:\n"
            + string.Concat(
                Enumerable
                    .Range(1, within - 1)
                    .Select(i =>
                        FormattableString.Invariant(
                            $"          - {{ id: i{i}, value: \"{(i == 1 ? $"c{outside}" : $"i{i - 1}")} + n\" }}\n"
                        )
                    )
            );
        var computed = string.Concat(
            Enumerable
                .Range(1, outside)
                .Select(i => FormattableString.Invariant($"  - {{ id: c{i}, value: \"{(i == 1 ? "q" : $"c{i - 1}")} + 1\" }}\n"))
        );

        Assert.Equal(
            code,
            Codes(
                Head
                    + roster
                    + "computed:\n"
                    + computed
                    + FormattableString.Invariant($"  - {{ id: last, value: \"sum(sites, i{within - 1})\" }}\n")
            )
        );
    }

    [Fact]
    public void A_circle_of_computed_values_is_found()
    {
        var problems = Problems(
            Head + "computed:\n  - { id: a, value: \"b + 1\" }\n  - { id: b, value: \"c + 1\" }\n  - { id: c, value: \"a + 1\" }\n"
        );

        Assert.Equal("cycle", Assert.Single(problems).Code);
    }

    [Fact]
    public void More_rules_than_anybody_can_read_are_refused() =>
        Assert.Equal(
            "too-many",
            Assert.Single(Problems(Head + "computed:\n" + Repeat(20_001, i => $"  - {{ id: c{i}, value: q }}\n"))).Code
        );

    [Fact]
    public void Lists_that_nobody_could_read_are_refused()
    {
        Assert.Equal(
            "too-many",
            Assert
                .Single(
                    Problems(
                        Head
                            + "      - { id: many, type: single, text: { de: a, en: a }, options: ["
                            + Repeat(5_001, i => $"{{ code: c{i}, de: a, en: a }},")
                            + "] }\n"
                    )
                )
                .Code
        );
        Assert.Equal(
            "too-many",
            Assert
                .Single(
                    Problems(
                        Head
                            + "      - { id: many, type: grid, text: { de: a, en: a }, options: [ { code: a, de: a, en: a } ], rows: ["
                            + Repeat(501, i => $"{{ id: r{i}, de: a, en: a }},")
                            + "] }\n"
                    )
                )
                .Code
        );
        Assert.Equal(
            "file-too-large",
            Assert
                .Single(
                    Problems(
                        Head
                            + "      - { id: many, type: single, text: { de: a, en: a }, options: ["
                            + Repeat(1_000_000, i => $"{{ code: c{i}, de: a, en: a }},")
                            + "] }\n"
                    )
                )
                .Code
        );
    }

    [Fact]
    public void Texts_cannot_pipe_each_other_in_a_circle() =>
        Assert.Equal(
            ["read-before-asked", "read-before-asked"],
            Problems(
                    Head
                        + "      - { id: one, type: integer, text: { de: \"{two}\", en: \"{two}\" } }\n      - { id: "
                        + "two, type: integer, text: { de: \"{one}\", en: \"{one}\" } }\n"
                )
                .Select(problem => problem.Code)
        );

    [Fact]
    public void A_flood_of_mistakes_is_cut_short()
    {
        Assert.True(Problems(Head + Repeat(20_000, i => $"k{i}: 1\n")).Count <= 20);
        Assert.True(
            Problems(
                Head + "checks:\n" + Repeat(5_000, i => $"  - {{ id: c{i}, level: info, must: x{i}, message: {{ de: a, en: a }} }}\n")
            ).Count <= 500
        );
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE answers; --")]
    [InlineData("{{7*7}} ${{7*7}} %s %n")]
    [InlineData("\u202e rückwärts \u200b\ufeff")]
    [InlineData("😀 \U0001F1E9\U0001F1EA Ω ẞ")]
    public void A_naughty_text_is_only_a_text(string text)
    {
        var form = Questionnaire
            .Parse(
                Head.Replace(
                    "title: { de: a, en: a }\nsections",
                    $"title: {{ de: \"{text}\", en: a }}\nsections",
                    StringComparison.Ordinal
                ),
                "form.yaml",
                new([])
            )
            .OrThrow();

        Assert.Equal(text, form.Title.De);
    }

    private const int ReadBehind = ComputedChain.Most - 1;

    private static string Codes(string yaml) => string.Join(' ', Problems(yaml).Select(problem => problem.Code).Distinct());

    private static IReadOnlyList<Problem> Problems(string yaml) => Questionnaire.Parse(yaml, "hostile.yaml", new([])).Problems;

    private static string Repeat(int count, Func<int, string> line) =>
        string.Concat(Enumerable.Range(0, count).Select(i => line(i).ToString(CultureInfo.InvariantCulture)));
}
