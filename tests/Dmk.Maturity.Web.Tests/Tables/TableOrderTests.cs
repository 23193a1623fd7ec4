namespace Dmk.Maturity.Web.Tests;

/// <summary>The order of rows as it stands in addresses.</summary>
public sealed class TableOrderTests
{
    [Theory]
    [InlineData("", "-Estimate")]
    [InlineData("-estimate", "-Estimate")]
    [InlineData("name", "Name")]
    [InlineData("-RESPONDENTS", "-Respondents")]
    public void An_order_is_read_from_an_address(string text, string order) => Assert.Equal(order, TableOrder.Read(text)!.ToString());

    [Theory]
    [InlineData("0")]
    [InlineData("-")]
    [InlineData("estimate;drop")]
    public void What_is_no_column_is_refused(string text) => Assert.Null(TableOrder.Read(text));

    [Fact]
    public void A_second_press_turns_the_order_round()
    {
        var once = TableOrder.Highest.Pressed(TableColumn.StandardError);

        Assert.Equal("-StandardError", once.ToString());
        Assert.Equal("StandardError", once.Pressed(TableColumn.StandardError).ToString());
    }
}
