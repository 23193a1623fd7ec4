namespace Dmk.Maturity.Questionnaires;

/// <summary>U+0085, U+2028 and U+2029, which were line ends in YAML 1.1 and are ordinary characters in YAML 1.2.</summary>
/// <remarks>The library's scanner knows only the older rule. It gets characters instead that no text may hold (Unicode: noncharacters), as
/// many as before, so that places in the file stay right.</remarks>
internal static class YamlSeparators
{
    private static readonly (char Separator, char Hidden)[] _pairs = [('\u0085', '\uFDD0'), ('\u2028', '\uFDD1'), ('\u2029', '\uFDD2')];

    public static string Hide(string yaml) => _pairs.Aggregate(yaml, (text, pair) => text.Replace(pair.Separator, pair.Hidden));

    /// <summary>Hardly any value has one, so that is asked first.</summary>
    public static string Show(string value) =>
        value.AsSpan().ContainsAnyInRange(_pairs[0].Hidden, _pairs[^1].Hidden) ? Shown(value) : value;

    private static string Shown(string value) => _pairs.Aggregate(value, (text, pair) => text.Replace(pair.Hidden, pair.Separator));
}
