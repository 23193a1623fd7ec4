namespace Dmk.Maturity.Questionnaires.Tests;

public class GermanStemTests
{
    [Theory]
    [InlineData("Apotheke Apotheken")]
    [InlineData("Dachdecker Dachdeckern Dachdeckerin Dachdeckerinnen Dachdeckerei Dachdeckereien")]
    [InlineData("Zahnarzt Zahnärzte Zahnärzten Zahnärztin Zahnärztinnen")]
    [InlineData("Haus Häuser Häusern Hauses")]
    [InlineData("Geschäft Geschäfte Geschäften Geschäfts")]
    [InlineData("Praxis Praxen")]
    [InlineData("Museum Museen")]
    [InlineData("Zentrum Zentren")]
    [InlineData("Psychologe Psychologin Psychologinnen")]
    [InlineData("Straße Strassen")]
    [InlineData("Friseur Frisöre")]
    public void Forms_of_a_word_have_one_stem(string forms) => Assert.Single(forms.Split(' ').Select(Stem).Distinct());

    [Theory]
    [InlineData("Gewerbe Werbung")]
    [InlineData("Benzin Benz")]
    [InlineData("Malerei Mehl")]
    [InlineData("Bank Bad")]
    [InlineData("Schule Schuhe")]
    public void Different_words_have_different_stems(string words) =>
        Assert.Equal(words.Split(' ').Length, words.Split(' ').Select(Stem).Distinct().Count());

    /// <summary>Examples that follow from the published rules: no end letters of a word with three left, no er of a word with five, and
    /// sch, ei and ie taken for one letter.</summary>
    [Theory]
    [InlineData("eis", "eis")]
    [InlineData("maler", "maler")]
    [InlineData("schneider", "schneid")]
    [InlineData("wissen", "wiss")]
    [InlineData("fliesen", "flie")]
    public void A_stem_is_what_the_rules_leave(string word, string stem) => Assert.Equal(stem, GermanStem.Of(word));

    private static string Stem(string word) => GermanStem.Of(GermanSpelling.Fold(word));
}
