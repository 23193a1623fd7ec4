namespace Dmk.Maturity.Questionnaires.Tests;

public class LanguagesTests
{
    [Fact]
    public void A_text_of_the_only_language_stands_for_the_other_too()
    {
        var form = DefinitionFiles.Read("features/languages-one.yaml").OrThrow();
        var interview = Interview.Of(form, Answers.Of([new("persons", new Answer.Number(3))]));

        Assert.Equal([Language.German], form.Languages);
        Assert.Equal("Umfrage", form.Title.In(Language.English));
        Assert.Equal("Und 3?", interview.Say(form.Question("more")!.Text, Language.English));
        Assert.Equal([Language.German, Language.English], ExpressionCases.Form.Languages);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("[fr]")]
    [InlineData("[de, de]")]
    [InlineData("[de, en, fr]")]
    public void Other_languages_are_refused(string languages)
    {
        var yaml = DefinitionFiles.Text("features/languages-one.yaml").Replace("[de]", languages, StringComparison.Ordinal);

        Assert.Contains(Linter.Parse(yaml, "a.yaml", RepositoryFiles.Classifications).Problems, problem => problem.Place.Line == 4);
    }
}
