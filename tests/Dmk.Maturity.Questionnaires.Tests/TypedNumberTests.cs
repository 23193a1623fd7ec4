using System.Globalization;
using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

public class TypedNumberTests
{
    [Theory]
    // typed, read in German, read in English; ? is asked back, - is no number
    [InlineData("12", "12", "12")]
    [InlineData(" 12 ", "12", "12")]
    [InlineData("0", "0", "0")]
    [InlineData("-3", "-3", "-3")]
    [InlineData("\u22123", "-3", "-3")]
    [InlineData("+3", "3", "3")]
    [InlineData("1.234,5", "1234.5", "1234.5")]
    [InlineData("1,234.5", "1234.5", "1234.5")]
    [InlineData("12,5", "12.5", "12.5")]
    [InlineData("12.5", "12.5", "12.5")]
    [InlineData("12.500", "?", "12.5")]
    [InlineData("12,500", "12.5", "?")]
    [InlineData("-1.234", "?", "-1.234")]
    [InlineData("0.500", "0.5", "0.5")]
    [InlineData("0,500", "0.5", "0.5")]
    [InlineData("1.234.567", "1234567", "1234567")]
    [InlineData("1,234,567", "1234567", "1234567")]
    [InlineData("1.234.567,89", "1234567.89", "1234567.89")]
    [InlineData("12 500", "12500", "12500")]
    [InlineData("12\u00a0500", "12500", "12500")]
    [InlineData("12\u202f500,5", "12500.5", "12500.5")]
    [InlineData("1 234 567", "1234567", "1234567")]
    [InlineData("12'500", "12500", "12500")]
    [InlineData("12\u2019500.25", "12500.25", "12500.25")]
    [InlineData("1234,5", "1234.5", "1234.5")]
    [InlineData("1234.5678", "1234.5678", "1234.5678")]
    [InlineData("1 2", "-", "-")]
    [InlineData("1.2.3", "-", "-")]
    [InlineData("1,2,3", "-", "-")]
    [InlineData("1.23.456", "-", "-")]
    [InlineData("12,", "-", "-")]
    [InlineData(",5", "-", "-")]
    [InlineData("", "-", "-")]
    [InlineData("-", "-", "-")]
    [InlineData("--3", "-", "-")]
    [InlineData("zwölf", "-", "-")]
    [InlineData("1e3", "-", "-")]
    [InlineData("50 %", "-", "-")]
    [InlineData("٣", "-", "-")]
    [InlineData("99999999999999999999999999999999", "-", "-")]
    [InlineData("11111111111111111111111111111111111111111", "-", "-")]
    public void A_number_is_read_as_people_type_it(string typed, string german, string english)
    {
        Assert.Equal(german, Read(typed, Language.German));
        Assert.Equal(english, Read(typed, Language.English));
    }

    [Fact]
    public void What_is_written_is_read_back() =>
        Gen.Select(Gen.Long[-10_000_000_000, 10_000_000_000], Gen.Int[0, 4], Gen.Enum<Language>())
            .Sample(
                (units, scale, language) =>
                {
                    var value = units / (decimal)Math.Pow(10, scale);
                    return TypedNumber.Read(TypedNumber.Write(value, language), language) == (value, null);
                }
            );

    [Fact]
    public void No_input_throws() =>
        Gen.String.Sample(typed => TypedNumber.Read(typed, Language.German) is (not null, null) or (null, not null));

    private static string Read(string typed, Language language) =>
        TypedNumber.Read(typed, language) switch
        {
            (null, "ambiguousNumber") => "?",
            (null, "notANumber") => "-",
            ({ } value, null) => value.ToString("0.##########", CultureInfo.InvariantCulture),
            var other => other.ToString(),
        };
}
