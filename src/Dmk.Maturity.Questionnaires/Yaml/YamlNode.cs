namespace Dmk.Maturity.Questionnaires;

/// <summary>A value in an author's YAML file, with its place. Asking for a kind that it is not reports a problem and gives null.</summary>
public abstract class YamlNode
{
    private readonly int _line;
    private readonly int _column;

    private protected YamlNode(YamlSource source, int line, int column) => (Source, _line, _column) = (source, line, column);

    /// <summary>Where it begins.</summary>
    public FilePosition Place => new(Source.File, _line, _column);

    private protected YamlSource Source { get; }

    /// <summary>As in "a list"; for problem texts.</summary>
    private protected abstract string Kind { get; }

    /// <summary>Adds a problem at this place.</summary>
    public void Report(string code, string message, Severity severity = Severity.Error) =>
        Source.Problems.Add(new(Place, code, message, severity));

    public YamlMapping? AsMapping() => As<YamlMapping>("a mapping (key: value)");

    public YamlList? AsList() => As<YamlList>("a list");

    public YamlScalar? AsScalar() => As<YamlScalar>("a single value");

    /// <summary>Text that is not blank.</summary>
    public string? AsString() => AsScalar()?.NotBlank();

    /// <summary>A word that names something: a letter, then letters, digits, <c>_</c> or <c>-</c>, at most 64.</summary>
    public string? AsId() => AsScalar()?.Id();

    /// <summary>Within the bounds, both included.</summary>
    public int? AsInteger(int minimum = int.MinValue, int maximum = int.MaxValue) => AsScalar()?.Integer(minimum, maximum);

    /// <summary>A number with a decimal point, within the bounds, both included.</summary>
    public decimal? AsDecimal(decimal minimum = decimal.MinValue, decimal maximum = decimal.MaxValue) =>
        AsScalar()?.Decimal(minimum, maximum);

    /// <summary>A day as 2027-03-01.</summary>
    public DateOnly? AsDate() => AsScalar()?.Date();

    /// <summary><c>true</c> or <c>false</c>, nothing else.</summary>
    public bool? AsTruth() => AsScalar()?.Truth();

    /// <summary>One of a few words, with what each means.</summary>
    public T? AsChoice<T>(IReadOnlyDictionary<string, T> choices)
        where T : struct => AsScalar()?.Choice(choices);

    /// <summary>A text in both languages: <c>{ de: ..., en: ... }</c>.</summary>
    public Text? AsText()
    {
        if (As<YamlMapping>("a text in both languages, { de: ..., en: ... }") is not { } mapping)
        {
            return null;
        }

        var text = mapping.TextHere();
        mapping.NothingElse();
        return text;
    }

    /// <summary>The mappings of a list; items of another kind are reported and left out.</summary>
    public IReadOnlyList<YamlMapping> AsMappings() => [.. (AsList()?.Items ?? []).Select(item => item.AsMapping()).OfType<YamlMapping>()];

    /// <summary>The texts of a list; items of another kind are reported and left out.</summary>
    public IReadOnlyList<string> AsStrings() => [.. (AsList()?.Items ?? []).Select(item => item.AsString()).OfType<string>()];

    private T? As<T>(string expected)
        where T : YamlNode
    {
        if (this is T node)
        {
            return node;
        }

        Report("wrong-kind", $"Expected {expected}, but this is {Kind}.");
        return null;
    }
}
