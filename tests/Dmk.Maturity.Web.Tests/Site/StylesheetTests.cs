namespace Dmk.Maturity.Web.Tests;

/// <summary>Styles travel inside the assembly.</summary>
public sealed class StylesheetTests
{
    [Fact]
    public void Addresses_carry_a_hash_of_the_content()
    {
        Assert.Matches("^/assets/kern\\.[0-9a-f]{12}\\.css$", Stylesheet.Kern.Address);
        Assert.Matches("^/assets/dmk\\.[0-9a-f]{12}\\.css$", Stylesheet.Own.Address);
    }
}
