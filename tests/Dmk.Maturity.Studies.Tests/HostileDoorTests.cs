using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Files that somebody made to hurt, at the door of publication.</summary>
public class HostileDoorTests
{
    private const string Head = "id: h\nversion: 1.0.0\nlanguages: [de, en]\ntitle: { de: T, en: T }\n";

    [Theory]
    [InlineData("a: &a [x]\nb: [*a, *a]\n")]
    [InlineData("\0\0\0")]
    [InlineData("")]
    [InlineData(Head + "sections: []\n")]
    [InlineData(Head + "sections: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\n")]
    public void A_hostile_file_is_refused_with_what_is_wrong(string yaml) =>
        Assert.Contains(Refused(yaml), problem => problem.Severity == Severity.Error);

    [Fact]
    public void A_file_of_chained_truths_passes_the_door()
    {
        var truths = string.Concat(
            Enumerable.Range(0, 49).Select(i => $"- {{ id: c{i}, value: \"{(i == 0 ? "a > 1" : $"c{i - 1} and c{i - 1}")}\" }}\n")
        );
        var yaml =
            Head
            + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n"
            + "  - { id: a, type: integer, text: { de: A, en: B } }\n"
            + "  - { id: b, type: integer, when: \"c48\", text: { de: C, en: D } }\ncomputed:\n"
            + truths;

        Assert.NotNull(PublicationDoor.Questionnaire(yaml, "questionnaire.yaml", new([])).Value);
    }

    [Fact]
    public void An_expression_that_costs_too_much_does_not_pass_the_door() =>
        Assert.Contains(
            Refused(
                Head
                    + "sections:\n- id: s\n  title: { de: S, en: S }\n  questions:\n"
                    + "  - { id: r, type: roster, item: { de: O, en: P }, text: { de: A, en: B }, questions: [ "
                    + "{ id: p, type: integer, text: { de: C, en: D } } ] }\n"
                    + "  - { id: b, type: integer, when: \"sum(r, sum(r, sum(r, p))) > 1\", text: { de: E, en: F } }\n"
            ),
            problem => problem.Code == "expression-too-costly"
        );

    private static IReadOnlyList<Problem> Refused(string yaml)
    {
        var reading = PublicationDoor.Questionnaire(yaml, "questionnaire.yaml", new([]));
        Assert.Null(reading.Value);
        return reading.Problems;
    }
}
