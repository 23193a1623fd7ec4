namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads texts for people and remembers where those with braces stand: what is between them is read later, when all names are
/// known.</summary>
internal sealed class TextPlaces
{
    private readonly Dictionary<Text, (YamlScalar De, YamlScalar En)> _withBraces = new(ReferenceEqualityComparer.Instance);

    /// <summary>A text in both languages: <c>{ de: ..., en: ... }</c>.</summary>
    public Text? Read(YamlNode? node) => Noted(node?.AsText(), node as YamlMapping);

    /// <summary>The text whose languages are keys of this very mapping.</summary>
    public Text? Here(YamlMapping yaml) => Noted(yaml.TextHere(), yaml);

    /// <returns>Null where the text has no braces.</returns>
    public (YamlScalar De, YamlScalar En)? Find(Text text) =>
        _withBraces.Count > 0 && _withBraces.TryGetValue(text, out var places) ? places : null;

    private Text? Noted(Text? text, YamlMapping? yaml)
    {
        if (text is not null && (HasBraces(text.De) || HasBraces(text.En)))
        {
            _withBraces[text] = (Scalar(yaml!, "de"), Scalar(yaml!, "en"));
        }

        return text;
    }

    private static bool HasBraces(string text) => text.AsSpan().IndexOfAny('{', '}') >= 0;

    /// <summary>In a file of one language that one stands for the other too.</summary>
    private static YamlScalar Scalar(YamlMapping yaml, string language) =>
        (YamlScalar)(
            yaml.Entries.FirstOrDefault(entry => entry.Key.Value == language).Value
            ?? yaml.Entries.First(entry => entry.Key.Value is "de" or "en").Value
        );
}
