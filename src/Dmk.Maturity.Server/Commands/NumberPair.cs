using System.CommandLine.Parsing;
using System.Globalization;

namespace Dmk.Maturity.Server;

/// <summary>Two numbers parted by a comma, the smaller one first, as in <c>0,100</c>.</summary>
internal static class NumberPair
{
    /// <summary>Null where it is none.</summary>
    public static (double From, double To)? Of(string? pair) =>
        pair?.Split(',') is [var from, var to]
        && double.TryParse(from, NumberStyles.Float, CultureInfo.InvariantCulture, out var lower)
        && double.TryParse(to, NumberStyles.Float, CultureInfo.InvariantCulture, out var upper)
        && lower < upper
            ? (lower, upper)
            : null;

    public static void Check(OptionResult given, string name, string example)
    {
        if (given.Tokens.Count > 0 && Of(given.Tokens[^1].Value) is null)
        {
            given.AddError($"{name} takes two numbers, the smaller one first, as in {example}.");
        }
    }
}
