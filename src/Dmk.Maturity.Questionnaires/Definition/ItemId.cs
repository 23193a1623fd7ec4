using System.Buffers;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Ids of the items of a roster: drawn by chance by whoever adds an item, never a running number, so that an item keeps its
/// answers when another
/// one goes.</summary>
public static class ItemId
{
    public const int MinimumLength = 6;

    public const int MaximumLength = 32;

    private static readonly SearchValues<char> _letters = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    );

    /// <summary>6 to 32 letters (a to z, A to Z) and digits.</summary>
    public static bool IsWellFormed(ReadOnlySpan<char> id) =>
        id.Length is >= MinimumLength and <= MaximumLength && !id.ContainsAnyExcept(_letters);

    /// <summary>The variable of an item, as in <c>sites[k3f9x2].persons</c>.</summary>
    /// <param name="template">The variable as it is called within the roster.</param>
    public static string Variable(string roster, string item, string template) => $"{roster}[{item}].{template}";

    /// <summary>The opposite of <see cref="Variable"/>.</summary>
    /// <returns>False when this does not name a variable of an item; whether roster and template exist is not looked at.</returns>
    public static bool TrySplit(
        string variable,
        out ReadOnlySpan<char> roster,
        out ReadOnlySpan<char> item,
        out ReadOnlySpan<char> template
    )
    {
        roster = item = template = default;
        var open = variable.IndexOf('[', StringComparison.Ordinal);
        var close = open < 0 ? -1 : variable.IndexOf("].", open, StringComparison.Ordinal);
        if (close < 0 || !IsWellFormed(variable.AsSpan(open + 1, close - open - 1)))
        {
            return false;
        }

        roster = variable.AsSpan(0, open);
        item = variable.AsSpan(open + 1, close - open - 1);
        template = variable.AsSpan(close + 2);
        return true;
    }
}
