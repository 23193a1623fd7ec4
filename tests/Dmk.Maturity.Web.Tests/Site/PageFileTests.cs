namespace Dmk.Maturity.Web.Tests;

/// <summary>Styles and scripts travel inside the assembly.</summary>
public sealed class PageFileTests
{
    [Fact]
    public void Addresses_carry_a_hash_of_the_content()
    {
        Assert.Matches("^/assets/kern\\.[0-9a-f]{12}\\.css$", PageFile.Kern.Address);
        Assert.Matches("^/assets/dmk\\.[0-9a-f]{12}\\.css$", PageFile.Own.Address);
        Assert.Matches("^/assets/totals\\.[0-9a-f]{12}\\.js$", PageFile.Totals.Address);
    }
}
