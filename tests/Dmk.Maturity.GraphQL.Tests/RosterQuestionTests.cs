using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>What a client must know of a roster to fill it in.</summary>
public sealed class RosterQuestionTests
{
    [Fact]
    public void A_roster_names_what_is_asked_for_each_item_and_how_many_there_may_be()
    {
        var form = Questionnaire
            .Parse(
                """
                id: one
                version: 1.0.0
                languages: [de, en]
                title: { de: Eins, en: One }
                sections:
                  - id: all
                    title: { de: Alles, en: All }
                    questions:
                      - { id: sites, type: roster, minimum: 1, maximum: 3, item: { de: Ort, en: Site }, questions: [ { id: staff, type: integer, text: { de: Wie viele?, en: "How many?" } } ], text: { de: Orte?, en: "Sites?" } }
                """,
                "one.yaml",
                new Classifications([])
            )
            .OrThrow();

        var roster = new QuestionView(form.Question("sites")!, form, Language.English);

        Assert.Equal((1, 3), (roster.MinimumItems, roster.MaximumItems));
        var inner = Assert.Single(roster.Questions);
        Assert.Equal(("staff", QuestionType.Integer, "How many?"), (inner.Id, inner.Type, inner.Text));
        Assert.Equal("staff", Assert.Single(inner.Variables).Id);
        Assert.Equal("sites", Assert.Single(roster.Variables).Id);
    }
}
