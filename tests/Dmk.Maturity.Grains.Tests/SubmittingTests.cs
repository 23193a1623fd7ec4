using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>What stands in the way of a submission, decided without a server.</summary>
public class SubmittingTests
{
    private const string Yaml = """
        id: reasons
        version: 1.0.0
        languages: [de, en]
        title: { de: Gründe, en: Reasons }
        sections:
          - id: only
            title: { de: Nur, en: Only }
            questions:
              - { id: persons, type: integer, text: { de: Personen?, en: "Persons?" } }
              - id: sites
                type: roster
                text: { de: Standorte?, en: "Sites?" }
                item: { de: Standort, en: Site }
                questions: [ { id: staff, type: integer, text: { de: Personen?, en: "Persons?" } } ]
                checks: [ { id: crowded, level: soft, must: "staff < 10", explain: required, message: { de: Viele., en: Many. } } ]
        checks:
          - { id: alone, level: soft, must: "persons > 1", explain: optional, message: { de: Allein., en: Alone. } }
          - { id: huge, level: soft, must: "persons < 1000", explain: required, message: { de: Viele., en: Many. } }
        """;

    private static readonly Questionnaire _form = Questionnaire.Parse(Yaml, "reasons.yaml", new([])).OrThrow();

    [Theory]
    [InlineData(1, "", "alone")]
    [InlineData(1, "alone=", null)]
    [InlineData(1000, "", "huge")]
    [InlineData(1000, "huge=", "huge")]
    [InlineData(1000, "huge= \t", "huge")]
    [InlineData(1000, "huge=so it is", null)]
    [InlineData(2, "", null)]
    public void A_check_that_demands_a_reason_is_not_confirmed_without_one(int persons, string confirmed, string? open) =>
        Assert.Equal(open is null ? null : [open], Open(Answers.None.With("persons", new Answer.Number(persons)), confirmed));

    [Fact]
    public void Each_item_of_a_roster_has_its_own_reason()
    {
        var answers = Answers
            .None.With("sites", new Answer.Items(["aaaaaa", "bbbbbb"]))
            .With("sites[aaaaaa].staff", new Answer.Number(10))
            .With("sites[bbbbbb].staff", new Answer.Number(11));

        Assert.Equal(["crowded[aaaaaa]", "crowded[bbbbbb]"], Open(answers, "crowded=one for all"));
        Assert.Equal(["crowded[bbbbbb]"], Open(answers, "crowded[aaaaaa]=a hall"));
        Assert.Null(Open(answers, "crowded[aaaaaa]=a hall;crowded[bbbbbb]=another"));
    }

    private static IReadOnlyList<string>? Open(Answers answers, string confirmed) =>
        SubmissionRules
            .Obstacles(
                [],
                Interview.Of(_form, answers).Fired,
                confirmed
                    .Split(';', StringSplitOptions.RemoveEmptyEntries)
                    .ToDictionary(one => one.Split('=')[0], one => one.Split('=')[1], StringComparer.Ordinal)
            )
            ?.UnconfirmedChecks;
}
