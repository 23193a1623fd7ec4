namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Conditions that look as if nobody met them, and that somebody does.</summary>
public class ReachableTests
{
    [Theory]
    [InlineData("type: text", "a != 'x'")]
    [InlineData("type: text", "a not in ['x', 'y']")]
    [InlineData("type: text, maximumLength: 1", "a not in ['x', 'y', 'z']")]
    [InlineData("type: single, options: [ { code: o, de: O, en: O, specify: true }, { code: p, de: P, en: P } ]", "a.o != 'x'")]
    [InlineData("type: integer", "a > 900000000000000")]
    [InlineData("type: decimal, decimals: 6", "a > 12345678901234 and a < 12345678901236")]
    [InlineData("type: integer", "a < 2000000000000000")]
    public void A_condition_that_answers_can_meet_is_not_called_unreachable(string type, string condition) =>
        Assert.DoesNotContain(Codes(type, condition), code => code == "unreachable-question");

    [Theory]
    [InlineData("type: integer", "a > 2000000000000000")]
    [InlineData("type: text, maximumLength: 1", "a == 'xy'")]
    public void What_no_answer_can_be_is_called_unreachable(string type, string condition) =>
        Assert.Contains("unreachable-question", Codes(type, condition));

    private static IEnumerable<string> Codes(string type, string condition) =>
        Linter
            .Parse(
                $$"""
                id: reach
                version: 1.0.0
                languages: [de, en]
                title: { de: Titel, en: Title }
                sections:
                  - id: s
                    title: { de: Teil, en: Part }
                    questions:
                      - { id: a, {{type}}, text: { de: Eins, en: One } }
                      - { id: b, type: text, when: "{{condition}}", text: { de: Zwei, en: Two } }
                """,
                "reach.yaml",
                new([])
            )
            .Problems.Select(problem => problem.Code);
}
