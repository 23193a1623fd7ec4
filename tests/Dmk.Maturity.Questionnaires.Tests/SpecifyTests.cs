namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>"Other, please specify" where the author needs words.</summary>
public class SpecifyTests
{
    private static Questionnaire Form { get; } =
        Questionnaire
            .Parse(
                """
                id: specify
                version: 1.0.0
                languages: [de, en]
                title: { de: Wörter, en: Words }
                sections:
                  - id: all
                    title: { de: Alle, en: All }
                    questions:
                      - { id: way, type: single, options: [ { code: post, de: Post, en: Post }, { code: other, de: Anders, en: Another, specify: required } ], text: { de: Weg?, en: "Way?" } }
                      - { id: tools, type: multiple, required: true, options: [ { code: saw, de: Säge, en: Saw }, { code: other, de: Anderes, en: Other, specify: required }, { code: idea, de: Idee, en: Idea, specify: true } ], text: { de: Werkzeug?, en: "Tools?" } }
                      - { id: rows, type: grid, rows: [ { id: near, de: Nah, en: Near }, { id: far, de: Fern, en: Far } ], options: [ { code: road, de: Straße, en: Road }, { code: other, de: Anders, en: Another, specify: required } ], text: { de: Wie?, en: "How?" } }
                      - { id: sites, type: roster, maximum: 3, item: { de: Ort, en: Site }, questions: [ { id: kind, type: single, options: [ { code: plant, de: Werk, en: Plant }, { code: other, de: Anders, en: Another, specify: required } ], text: { de: Art?, en: "Kind?" } } ], text: { de: Orte?, en: "Sites?" } }
                """,
                "specify.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();

    [Theory]
    [InlineData("way=other tools=saw", "way.other specifyMissing")]
    [InlineData("way=other way.other=! tools=saw", "way.other specifyMissing")]
    [InlineData("way=other way.other=Bote tools=saw", "")]
    [InlineData("way=post tools=saw", "")]
    [InlineData("way=post way.other=Bote tools=saw", "")]
    [InlineData("tools=saw+other", "tools.other specifyMissing")]
    [InlineData("tools=other+idea", "tools.other specifyMissing")]
    [InlineData("tools=idea", "")]
    [InlineData("tools=saw+other tools.other=Zange", "")]
    [InlineData("tools=saw rows.near=other", "rows.other specifyMissing")]
    [InlineData("tools=saw rows.near=road rows.far=other", "rows.other specifyMissing")]
    [InlineData("tools=saw rows.near=road rows.far=other rows.other=Bahn", "")]
    [InlineData("tools=saw rows.near=road rows.far=road rows.other=Bahn", "")]
    [InlineData("", "tools required")]
    [InlineData("tools=saw sites=aaaaa1+aaaaa2 sites[aaaaa2].kind=other", "sites[aaaaa2].kind.other specifyMissing")]
    [InlineData("tools=saw sites=aaaaa1 sites[aaaaa1].kind=other sites[aaaaa1].kind.other=Hof", "")]
    [InlineData("tools=saw sites=aaaaa1 sites[aaaaa2].kind=other", "")]
    public void A_choice_that_needs_words_is_not_enough_without_them(string answers, string problems)
    {
        var said = answers
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Split('='))
            .Select(one => Answered(one[0], one[1]));

        var found = Interview.Of(Form, Answers.Of(said)).Problems.Select(problem => $"{problem.Variable} {problem.Code}");

        Assert.Equal(problems, string.Join("; ", found));
    }

    [Fact]
    public void A_row_cannot_be_called_as_an_option_that_asks_for_words()
    {
        var read = Questionnaire.Parse(
            Form.Source.Replace("id: far,", "id: other,", StringComparison.Ordinal),
            "specify.yaml",
            RepositoryFiles.Classifications
        );

        var problem = Assert.Single(read.Problems, problem => problem.Severity == Severity.Error);
        Assert.Equal("duplicate-id", problem.Code);
        Assert.Contains("'rows.other'", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_message_names_the_option_and_says_what_to_do()
    {
        var problem = Assert.Single(Interview.Of(Form, Answers.Of([Answered("way", "other"), Answered("tools", "saw")])).Problems);

        Assert.StartsWith("Sie haben „Anders“ gewählt. Bitte schreiben Sie dazu", problem.Message.De, StringComparison.Ordinal);
        Assert.StartsWith("You have chosen 'Another'. Please write", problem.Message.En, StringComparison.Ordinal);
    }

    private static KeyValuePair<string, Answer> Answered(string variable, string words) =>
        KeyValuePair.Create<string, Answer>(
            variable,
            words == "!" ? Answer.Unanswered
                : variable == "sites" ? new Answer.Items(words.Split('+'))
                : variable == "tools" ? new Answer.CodedSet(words.Split('+'))
                : variable.EndsWith(".other", StringComparison.Ordinal) ? new Answer.Words(words)
                : new Answer.Coded(words)
        );
}
