using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Numbers where they are read, not typed.</summary>
public sealed class ReadNumbersTests
{
    private static readonly Questionnaire _form = Questionnaire
        .Parse(
            """
            id: numbers
            version: 1.0.0
            languages: [de, en]
            title: { de: Zahlen, en: Numbers }
            sections:
              - id: all
                title: { de: Alle, en: All }
                questions:
                  - { id: budget, type: amount, min: 0, unit: { de: Euro, en: euros }, text: { de: "Wie viel?", en: "How much?" } }
                  - { id: founded, type: integer, min: 1800, max: 2027, text: { de: "Seit wann?", en: "Since when?" } }
            """,
            "numbers.yaml",
            new([])
        )
        .OrThrow();

    [Theory]
    [InlineData("budget", 250000, "250.000 Euro", "250,000 euros")]
    [InlineData("budget", 1250.5, "1.250,5 Euro", "1,250.5 euros")]
    [InlineData("budget", 999, "999 Euro", "999 euros")]
    [InlineData("founded", 1987, "1987", "1987")]
    public void Thousands_are_grouped_in_answers_that_are_read_and_years_are_not(string id, decimal value, string german, string english)
    {
        var showing = new Showing(Interview.Of(_form, Answers.None), 1);
        string Said(Language language)
        {
            return AnswerWords.Said(_form.Variable(id)!, new Answer.Number(value), showing, language);
        }

        Assert.Equal((german, english), (Said(Language.German), Said(Language.English)));
    }

    [Theory]
    [InlineData(0, 0, "Bei allen 3 Gruppen überschneidet sich", "All intervals of 3 groups overlap with")]
    [InlineData(1, 0, "Das Intervall liegt bei 1 von 3 Gruppen ganz über dem", "The interval of 1 of 3 groups lies wholly above that")]
    [InlineData(0, 2, "Das Intervall liegt bei 2 von 3 Gruppen ganz unter dem", "The interval of 2 of 3 groups lies wholly below that")]
    [InlineData(1, 2, "Das Intervall liegt bei 1 von 3 Gruppen ganz über und bei 2 ganz unter dem", "The interval of 1 of 3 groups")]
    public void A_caption_does_not_count_to_zero(int above, int below, string german, string english)
    {
        var text = CaptionWords.Apart((above, below), 3, [], "Deutschland", 0.95);

        Assert.StartsWith(german, text.De, StringComparison.Ordinal);
        Assert.StartsWith(english, text.En, StringComparison.Ordinal);
    }
}
