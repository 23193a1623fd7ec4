namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What authors write who come from other tools and languages, and what they are told.</summary>
public class HelpfulMessageTests
{
    private const string Head = """
        id: hints
        version: 1.0.0
        languages: [de, en]
        title: { de: Titel, en: Title }
        sections:
          - id: s
            title: { de: Teil, en: Part }
            questions:
              - { id: a, type: single, text: { de: Eins, en: One }, options: [ { code: ja, de: ja, en: yes }, { code: nein, de: nein, en: no } ] }
              - { id: b, type: integer, text: { de: Zwei, en: Two } }

        """;

    [Theory]
    [InlineData("a == ja", "'ja' is a code of 'a': write it in quotes, as in 'ja'.")]
    [InlineData("ja == a", "'ja' is a code of 'a': write it in quotes, as in 'ja'.")]
    [InlineData("a in [ja, 'nein']", "'ja' is a code of 'a': write it in quotes, as in 'ja'.")]
    [InlineData("b > 1 && b < 3", "Write 'and' instead of '&'.")]
    [InlineData("b > 1 || b < 3", "Write 'or' instead of '|'.")]
    [InlineData("b > 1 AND b < 3", "Write and instead of 'AND'.")]
    [InlineData("b > 1 und b < 3", "Write and instead of 'und'.")]
    [InlineData("b > 1 OR b < 3", "Write or instead of 'OR'.")]
    [InlineData("NOT b > 1", "Write not instead of 'NOT'.")]
    [InlineData("! b > 1", "Write 'not' instead of '!'; 'is not equal' is !=.")]
    [InlineData("b <> 1", "Write != for 'is not equal' instead of <>.")]
    [InlineData("b => 1", "In <= and >= the sign of equality stands last.")]
    [InlineData("b ≥ 1", "Write >= instead of ≥.")]
    [InlineData("b > 1,5", "Write a decimal point, as in 1.5.")]
    [InlineData("a == „ja“", "Write straight quotes, as in 'code', instead of „.")]
    [InlineData("a == ’ja’", "Write straight quotes, as in 'code', instead of ’.")]
    [InlineData("b === 1", "Write == for 'is equal'.")]
    [InlineData("b^2 > 1", "There are no powers: write a * a.")]
    [InlineData("b ** 2 > 1", "There are no powers: write a * a.")]
    [InlineData("b is refusd", "'refusd' is no reason for not answering. Did you mean 'refused'?")]
    [InlineData("b is not dont_know", "'dont_know' is no reason for not answering. Did you mean 'dontKnow'?")]
    [InlineData(
        "b is empty",
        "Behind 'is' stands one of unanswered, dontKnow, refused, notApplicable, notAsked; a code is compared as in a == 'code'."
    )]
    [InlineData("1 < b < 20", "Comparisons are not chained. Write 1 < b and b < 20.")]
    [InlineData("a == 'ja' and (1 <= b + 1 < 20 or b > 30)", "Comparisons are not chained. Write 1 <= b + 1 and b + 1 < 20.")]
    [InlineData("1 < b < 20 < 30", "Comparisons are not chained. Write 1 < b and b < 20.")]
    [InlineData("b between 1 and 20", "Write a >= 1 and a <= 20 instead of 'between'.")]
    [InlineData("between(b, 1, 20)", "There is no function 'between'. Write a >= 1 and a <= 20 instead.")]
    public void A_condition_in_other_words_is_answered_with_ours(string condition, string message) =>
        Assert.Equal(
            message,
            Assert.Single(Problems($"      - {{ id: c, type: text, text: {{ de: Drei, en: Three }}, when: \"{condition}\" }}\n")).Message
        );

    [Theory]
    [InlineData("checkbox", "multiple")]
    [InlineData("radio", "single")]
    [InlineData("Select", "single")]
    [InlineData("number", "integer")]
    [InlineData("textarea", "text")]
    [InlineData("matrix", "grid")]
    [InlineData("dropdown", "single")]
    [InlineData("slider", "percentage")]
    [InlineData("boolean", "single")]
    [InlineData("singel", "single")]
    public void A_type_of_another_tool_is_answered_with_ours(string type, string ours) =>
        Assert.Contains(
            $"Did you mean '{ours}'?",
            Problems($"      - {{ id: c, type: {type}, text: {{ de: Drei, en: Three }} }}\n")[0].Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("      - { id: c, type: text, text: { de: Frage #1, en: Question } }\n", 48)]
    [InlineData("      - { id: c, type: text,\n          text: { de: Frage #1, en: Question } }\n", 29)]
    public void A_comment_that_cuts_a_text_is_pointed_at(string question, int column)
    {
        var problem = Assert.Single(Problems(question));

        Assert.Equal(("yaml-syntax", column), (problem.Code, problem.Place.Column));
        Assert.Contains("quotes", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_too_early_is_named_also_where_it_is_computed_within_an_item() =>
        Assert.StartsWith(
            "This condition reads both, which is settled only later.",
            Assert
                .Single(
                    Problems(
                        "      - id: sites\n        type: roster\n        text: { de: Orte, en: Sites }\n"
                            + "        item: { de: Ort, en: Site }\n"
                            + "        questions:\n          - { id: x, type: text, when: \"both > 1\", text: { de: X, en: Y } }\n"
                            + "          - { id: y, type: integer, text: { de: Y, en: Z } }\n"
                            + "        computed:\n          - { id: both, value: \"y + y\" }\n"
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    private static IReadOnlyList<Problem> Problems(string question) => Linter.Parse(Head + question, "hints.yaml", new([])).Problems;
}
