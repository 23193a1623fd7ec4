using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The units of numbers: a known word, or written out in both languages.</summary>
internal static class Units
{
    /// <summary>Units that need not be written out in both languages.</summary>
    private static readonly FrozenDictionary<string, Text> _known = new Dictionary<string, Text>
    {
        ["persons"] = new("Personen", "persons"),
        ["percent"] = new("%", "%"),
        ["euro"] = new("Euro", "euro"),
        ["thousandEuro"] = new("Tsd. Euro", "thousand euro"),
        ["hours"] = new("Stunden", "hours"),
        ["days"] = new("Tage", "days"),
        ["weeks"] = new("Wochen", "weeks"),
        ["months"] = new("Monate", "months"),
        ["years"] = new("Jahre", "years"),
        ["devices"] = new("Geräte", "devices"),
        ["mbits"] = new("Mbit/s", "Mbit/s"),
    }.ToFrozenDictionary();

    /// <summary>Those that need not be written out.</summary>
    public static IReadOnlyList<string> Words { get; } = [.. _known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>Of what is counted or passes, so never below zero.</summary>
    public static IEnumerable<Text> Counted { get; } =
        new[] { "persons", "hours", "days", "weeks", "months", "years", "devices", "mbits" }.Select(word => _known[word]);

    public static Text Percent => _known["percent"];

    public static Text Euro => _known["euro"];

    /// <returns>Null where there is none, or a problem was reported.</returns>
    public static Text? Read(YamlNode? node) =>
        node switch
        {
            null => null,
            YamlMapping text => text.AsText(),
            _ when node.AsString() is { } word => _known.TryGetValue(word, out var unit) ? unit : Unknown(node, word),
            _ => null,
        };

    private static Text? Unknown(YamlNode node, string word)
    {
        node.Report(
            "unknown-choice",
            $"'{word}' is not a known unit. Write it in both languages ({{ de: ..., en: ... }}), or use one of "
                + $"{string.Join(", ", _known.Keys.Order(StringComparer.Ordinal))}."
        );
        return null;
    }
}
