using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;
using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL;

/// <summary>Numbers that people typed, exact to the last digit: JSON's numbers are binary fractions in most programs, so these travel as
/// text.</summary>
internal sealed partial class ExactNumberType : ScalarGraphType
{
    private const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
    private const int MostDigits = 28;

    /// <summary>Stands for a number with more digits than can be kept, which nobody can send itself: where answers are taken it is a
    /// mistake of the answer as any number beyond the bound is.</summary>
    public const decimal BeyondKeeping = decimal.MaxValue;

    public ExactNumberType()
    {
        Name = "Decimal";
        Description =
            "An exact decimal number as text, as in \"12.5\": digits with a point as decimal mark, without thousands "
            + "separators and without exponent. Numbers of JSON are taken, too, where they have such a form.";
    }

    public override object? ParseLiteral(GraphQLValue value) =>
        value switch
        {
            GraphQLNullValue => null,
            GraphQLStringValue text => Read((string)text.Value) ?? ThrowLiteralConversionError(value),
            GraphQLIntValue number => Read((string)number.Value) ?? ThrowLiteralConversionError(value),
            GraphQLFloatValue number => Read((string)number.Value) ?? ThrowLiteralConversionError(value),
            _ => ThrowLiteralConversionError(value),
        };

    public override object? ParseValue(object? value) =>
        value switch
        {
            null => null,
            decimal number => number,
            string text => Read(text) ?? ThrowValueConversionError(value),
            int or long or ulong or double or BigInteger => Read(Convert.ToString(value, CultureInfo.InvariantCulture)!)
                ?? ThrowValueConversionError(value),
            _ => ThrowValueConversionError(value),
        };

    public override object? Serialize(object? value) =>
        value switch
        {
            null => null,
            decimal number => Write(number),
            _ => ThrowSerializationError(value),
        };

    /// <returns>Null where the text is not of this form; <see cref="BeyondKeeping"/> where it has more digits than can be kept.</returns>
    public static decimal? Read(string text) =>
        !Form().IsMatch(text) ? null
        : text.Count(char.IsAsciiDigit) > MostDigits ? BeyondKeeping
        : decimal.Parse(text, Style, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)\z")]
    private static partial Regex Form();

    /// <summary>Without trailing zeros after the point.</summary>
    public static string Write(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);
}
