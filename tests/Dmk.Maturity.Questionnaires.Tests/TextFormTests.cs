namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Texts of a form: addresses, numbers, codes and patterns of the author.</summary>
public class TextFormTests
{
    private const string Yaml = """
        id: forms
        version: 1.0.0
        languages: [de, en]
        title: { de: a, en: a }
        sections:
          - id: only
            title: { de: a, en: a }
            questions:
              - { id: mail, type: email, text: { de: a, en: a } }
              - { id: phone, type: phone, text: { de: a, en: a } }
              - { id: place, type: postalCode, text: { de: a, en: a } }
              - { id: vat, type: text, minimumLength: 3, maximumLength: 14, pattern: "DE ?[0-9]*", patternMessage: { de: "DE und Ziffern", en: "DE and digits" }, text: { de: a, en: a } }
        """;

    private static readonly Questionnaire _form = Questionnaire.Parse(Yaml, "forms.yaml", new([])).OrThrow();

    [Theory]
    [InlineData("mail", "name@example.org", null)]
    [InlineData("mail", "first.last+tag@sub.example.museum", null)]
    [InlineData("mail", "müller@bäckerei.example", null)]
    [InlineData("mail", "name", "wrongForm")]
    [InlineData("mail", "name@example", "wrongForm")]
    [InlineData("mail", "a@b.c, d@e.f", "wrongForm")]
    [InlineData("mail", "a b@example.org", "wrongForm")]
    [InlineData("mail", "a@example..org", "wrongForm")]
    [InlineData("phone", "0228 123456", null)]
    [InlineData("phone", "+49 (0)228 / 12-34-56", null)]
    [InlineData("phone", "1234", "wrongForm")]
    [InlineData("phone", "0228 call me", "wrongForm")]
    [InlineData("phone", "++49 228 123456", "wrongForm")]
    [InlineData("place", "01067", null)]
    [InlineData("place", "1067", "wrongForm")]
    [InlineData("place", "١٢٣٤٥", "wrongForm")]
    [InlineData("place", "D-01067", "tooLong")]
    [InlineData("vat", "DE 123", null)]
    [InlineData("vat", "DE", "tooShort")]
    [InlineData("vat", "AT 123", "wrongForm")]
    [InlineData("vat", "DE 123\nDE 1", "wrongForm")]
    [InlineData("vat", "DE 1234567890123", "tooLong")]
    [InlineData("vat", "   ", "wrongType")]
    public void A_text_has_the_form_that_is_asked_for(string variable, string text, string? problem) =>
        Assert.Equal(problem, _form.Validate(variable, new Answer.Words(text))?.Code);

    [Theory]
    [InlineData("[0-9", "at offset 4. ")]
    [InlineData("a)(b", "at offset 2. ")]
    [InlineData("(a", "at offset 2. ")]
    public void A_mistake_is_counted_in_the_author_s_own_pattern(string pattern, string place)
    {
        Assert.Null(TextPattern.Read(pattern, out var mistake));
        Assert.StartsWith("This is no regular expression: " + place, mistake, StringComparison.Ordinal);
    }

    [Fact]
    public void A_company_is_told_what_its_author_wrote() =>
        Assert.Equal("DE und Ziffern", _form.Validate("vat", new Answer.Words("AT 123"))!.Message.De);

    [Fact]
    public void Matching_takes_no_longer_however_the_pattern_is_made()
    {
        var pattern = TextPattern.Read("(a*)*(a*)*b", out _)!;

        Assert.False(pattern.IsMatch(new string('a', 10_000)));
    }
}
