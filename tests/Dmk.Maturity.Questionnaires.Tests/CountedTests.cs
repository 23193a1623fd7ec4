namespace Dmk.Maturity.Questionnaires.Tests;

public class CountedTests
{
    [Theory]
    [InlineData(0, "0 files")]
    [InlineData(1, "1 file")]
    [InlineData(12000, "12000 files")]
    public void One_alone_is_told_in_the_singular(long count, string words) => Assert.Equal(words, Counted.Of(count, "file"));

    [Fact]
    public void A_plural_of_its_own_can_be_given() =>
        Assert.Equal(("1 company", "2 strata"), (Counted.Companies(1), Counted.Of(2, "stratum", "strata")));
}
