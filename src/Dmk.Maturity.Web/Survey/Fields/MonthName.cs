namespace Dmk.Maturity.Web;

/// <summary>The months by their names, in German and English, whole or shortened to three letters or more.</summary>
internal static class MonthName
{
    private const int Shortest = 3;

    private static readonly string[][] _names =
    [
        ["januar", "january", "jänner", "jaenner"],
        ["februar", "february", "feber"],
        ["märz", "maerz", "mrz", "march"],
        ["april"],
        ["mai", "may"],
        ["juni", "june", "juno"],
        ["juli", "july", "julei"],
        ["august"],
        ["september"],
        ["oktober", "october"],
        ["november"],
        ["dezember", "december"],
    ];

    /// <returns>1 to 12; null where it is none, or could be two.</returns>
    public static int? Read(string typed)
    {
        var months = Enumerable
            .Range(1, _names.Length)
            .Where(month => _names[month - 1].Any(name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase)))
            .ToList();
        return typed.Length >= Shortest && months is [var only] ? only : null;
    }
}
