namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Cells of which a few companies make up nearly all.</summary>
public sealed class DominanceTests
{
    [Theory]
    [InlineData(85, 6, 100, false)]
    [InlineData(85.1, 5, 100, true)]
    [InlineData(50, 45, 100, false)]
    [InlineData(50, 45.1, 100, true)]
    [InlineData(1, 0, 1, true)]
    [InlineData(0, 0, 0, false)]
    public void Usually_one_company_may_have_85_percent_and_10_percent_must_be_left(
        double largest,
        double second,
        double total,
        bool dominated
    ) => Assert.Equal(dominated, Dominance.Usual.IsDominated(largest, second, total));

    [Fact]
    public void Two_companies_may_be_looked_at_together()
    {
        var rule = new Dominance(2, 75, 0);
        Assert.True(rule.IsDominated(40, 36, 100));
        Assert.False(rule.IsDominated(40, 35, 100));
    }

    [Fact]
    public void A_hundred_percent_and_no_p_let_all_pass() => Assert.False(new Dominance(1, 100, 0).IsDominated(5, 0, 5));

    [Fact]
    public void More_than_all_there_is_cannot_be()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Dominance.Usual.IsDominated(3, 4, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dominance.Usual.IsDominated(6, 5, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => Dominance.Usual.IsDominated(6, -1, 10));
    }
}
