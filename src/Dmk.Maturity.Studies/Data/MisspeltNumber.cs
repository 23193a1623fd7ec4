using System.Globalization;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Studies;

/// <summary>A text that is meant as a number and is not written as one: <c>1,5</c>, <c>1 000</c>, <c>1_000</c>, <c>0x10</c>,
/// <c>inf</c>. Words, ranges such as <c>10-49</c> and lists of codes such as <c>1 2 5</c> are names.</summary>
internal static partial class MisspeltNumber
{
    public const string Point = "Decimals have a point: 12.5.";

    /// <returns>What to write instead, in a sentence; null for a number, and for what is not meant as one.</returns>
    public static string? Advice(string field) =>
        double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var read) && double.IsFinite(read) ? null
        : HasDecimalComma(field) ? Point
        : NotFinite().IsMatch(field) ? "Leave the field empty or write NA where there is no number."
        : Hexadecimal(field) is { } number ? string.Create(CultureInfo.InvariantCulture, $"Write {number}.")
        : Parted().Match(field) is { Success: true } parted ? $"Write {Plain(parted)}: digits stand together, and decimals have a point."
        : field.Length > 1
        && field[0] is '\u2212' or '\u2013'
        && double.TryParse(field.AsSpan(1), NumberStyles.Float, CultureInfo.InvariantCulture, out _)
            ? $"Write -{field[1..]}, with the minus of the keyboard."
        : null;

    /// <summary>As in 1,5.</summary>
    public static bool HasDecimalComma(string field) => DecimalComma().IsMatch(field);

    private static ulong? Hexadecimal(string field) =>
        field.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && ulong.TryParse(field.AsSpan(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Plain(Match parted)
    {
        var whole = string.Concat(parted.Groups["whole"].Value.Where(sign => char.IsAsciiDigit(sign) || sign is '-'));
        return parted.Groups["part"] is { Success: true, Value: { } part } ? $"{whole}.{part}" : whole;
    }

    [GeneratedRegex(@"^[+-]?[0-9]+,[0-9]+\z")]
    private static partial Regex DecimalComma();

    [GeneratedRegex(@"^[+-]?(inf|infinity|nan|∞)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotFinite();

    /// <summary>Thousands, all by the same sign: 1 000, 1_000, 1'000, 1.000,5, 1,000,000.</summary>
    [GeneratedRegex(
        @"^(?<whole>[+-]?[0-9]{1,3}(?<by>[ \u00A0\u2009\u202F_'’.,])[0-9]{3}(\k<by>[0-9]{3})*)((?!\k<by>)[.,](?<part>[0-9]+))?\z"
    )]
    private static partial Regex Parted();
}
