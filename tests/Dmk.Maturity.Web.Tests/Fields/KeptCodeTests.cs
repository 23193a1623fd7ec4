using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What was chosen and is not offered any more: nothing of it is lost, and nothing of it counts.</summary>
public sealed class KeptCodeTests
{
    private static readonly Questionnaire _form = Questionnaire
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
                  - { id: shop, type: single, options: [ { code: yes, de: Ja, en: Yes }, { code: no, de: Nein, en: No } ], text: { de: Laden?, en: "Shop?" } }
                  - id: ways
                    type: multiple
                    maximum: 2
                    options: [ { code: till, de: Kasse, en: Till, when: "shop = 'yes'" }, { code: web, de: Netz, en: Web }, { code: post, de: Post, en: Mail } ]
                    text: { de: Wie?, en: "How?" }
                  - id: best
                    type: single
                    options: [ { code: till, de: Kasse, en: Till, when: "shop = 'yes'" }, { code: web, de: Netz, en: Web } ]
                    text: { de: Am besten?, en: "Best?" }
            """,
            "one.yaml",
            new Classifications([])
        )
        .OrThrow();

    private static readonly Answers _before = Answers.Of(
        new Dictionary<string, Answer>
        {
            ["shop"] = new Answer.Coded("no"),
            ["ways"] = new Answer.CodedSet(["till", "web"]),
            ["best"] = new Answer.Coded("till"),
        }
    );

    [Theory]
    [InlineData("ways", "till")]
    [InlineData("best", "till")]
    public void A_code_that_is_not_offered_is_not_shown_and_goes_on_with_the_form(string question, string code)
    {
        var values = FieldValues.Of(_form.Variables, _before, Language.German);

        var view = QuestionView.Of(_form.Question(question)!, new Showing(Interview.Of(_form, _before), 1), values, [], Language.German);

        Assert.DoesNotContain(view.Question.Choices, option => option.Code == code);
        Assert.Equal((question, code), Assert.Single(view.Kept) is var kept ? (kept.Variable, kept.Code) : default);
        var offered = Interview.Of(_form, _before.With("shop", new Answer.Coded("yes")));
        Assert.Empty(QuestionView.Of(_form.Question(question)!, new Showing(offered, 1), values, [], Language.German).Kept);
    }

    /// <summary>Ticks with what the form carried, and what is then stored.</summary>
    [Theory]
    [InlineData("ways=web ways!kept=till", "ways", null)]
    [InlineData("ways=web ways=post ways!kept=till", "ways", "web post")]
    [InlineData("ways=post ways!kept=till", "ways", "till post")]
    [InlineData("ways!kept=till", "ways", "till")]
    [InlineData("best!kept=till", "best", null)]
    [InlineData("best=web best!kept=till", "best", "web")]
    [InlineData("best= best!kept=till", "best", "")]
    public void What_is_chosen_now_goes_before_what_is_kept(string sent, string variable, string? stored)
    {
        var fields = sent.Split(' ')
            .Select(field => field.Split('='))
            .GroupBy(field => field[0], field => field[1])
            .ToDictionary(field => field.Key, field => new StringValues([.. field]));

        var changes = PostedAnswers
            .Read(_form, [_form.Variable(variable)!], FieldValues.Posted(new FormCollection(fields)))
            .ChangesSince(_before);

        var expected =
            stored is null ? null
            : stored.Length == 0 ? Answer.Unanswered
            : variable == "best" ? new Answer.Coded(stored)
            : new Answer.CodedSet(stored.Split(' '));
        Assert.Equal(expected, changes.GetValueOrDefault(variable));
    }
}
