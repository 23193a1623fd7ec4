using GraphQLParser;
using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Numbers travel as text and lose nothing.</summary>
public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("0", "0")]
    [InlineData("12.50", "12.5")]
    [InlineData("-0.1", "-0.1")]
    [InlineData("1234567890123456789.123456789", "1234567890123456789.123456789")]
    public void What_was_typed_is_kept(string sent, string given)
    {
        var number = Assert.IsType<decimal>(new ExactNumberType().ParseValue(sent));
        Assert.Equal(number, new ExactNumberType().ParseLiteral(new GraphQLStringValue(new ROM(sent.AsMemory()))));
        Assert.Equal(given, new ExactNumberType().Serialize(number));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1,5")]
    [InlineData("1e3")]
    [InlineData(" 1")]
    [InlineData("NaN")]
    [InlineData("1e400")]
    [InlineData("+")]
    [InlineData(".")]
    [InlineData("1.2.3")]
    [InlineData("١٢")]
    public void What_is_not_such_a_number_is_refused(string sent) =>
        Assert.ThrowsAny<Exception>(() => new ExactNumberType().ParseValue(sent));

    [Theory]
    [InlineData("1.2345678901234567890123456789")]
    [InlineData("99999999999999999999999999999")]
    [InlineData("-99999999999999999999999999999")]
    public void A_number_with_more_digits_than_can_be_kept_is_known_as_such(string sent)
    {
        Assert.Equal(ExactNumberType.BeyondKeeping, new ExactNumberType().ParseValue(sent));
        Assert.Equal(ExactNumberType.BeyondKeeping, new ExactNumberType().ParseLiteral(new GraphQLStringValue(new ROM(sent.AsMemory()))));
    }

    [Fact]
    public void Numbers_of_JSON_are_taken()
    {
        Assert.Equal(12.1m, new ExactNumberType().ParseValue(12.1));
        Assert.Equal(7m, new ExactNumberType().ParseValue(7));
    }
}
