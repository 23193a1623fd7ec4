using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Numbers as people read them.</summary>
public sealed class NumbersTests
{
    [Theory]
    [InlineData(52.14, 1, Language.German, "52,1")]
    [InlineData(52.14, 1, Language.English, "52.1")]
    [InlineData(12345.0, 0, Language.German, "12.345")]
    [InlineData(12345.0, 0, Language.English, "12,345")]
    [InlineData(double.NaN, 1, Language.German, "–")]
    public void A_number_follows_its_language(double value, int decimals, Language language, string shown) =>
        Assert.Equal(shown, Numbers.Of(value, decimals, language));

    [Theory]
    [InlineData(0.0312, Language.German, "3,1\u00A0%")]
    [InlineData(0.0312, Language.English, "3.1%")]
    public void A_share_is_shown_in_per_cent(double share, Language language, string shown) =>
        Assert.Equal(shown, Numbers.Percent(share, language));
}
