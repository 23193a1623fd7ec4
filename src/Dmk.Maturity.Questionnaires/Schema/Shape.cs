namespace Dmk.Maturity.Questionnaires;

/// <summary>What may stand at one place of an author's file. The JSON Schemas that editors complete with are made of it.</summary>
public abstract record Shape
{
    private Shape() { }

    /// <summary>A single value taken as text, whatever it looks like. The pattern holds for all of it.</summary>
    public sealed record Words(string? Pattern = null) : Shape;

    /// <summary>An expression over answers; a bare number or truth is one too.</summary>
    public sealed record Rule : Shape;

    /// <summary>A whole number within the bounds, both included.</summary>
    public sealed record Whole(int Minimum, int Maximum) : Shape;

    /// <summary>A number within the bounds, both included.</summary>
    public sealed record Number(decimal? Minimum = null, decimal? Maximum = null) : Shape;

    public sealed record Truth : Shape;

    /// <summary>A day as 2027-03-01.</summary>
    public sealed record Day : Shape;

    /// <summary>One of a few words.</summary>
    public sealed record Choice(IReadOnlyList<string> Known) : Shape;

    public sealed record Many(Shape Item, int Least = 0) : Shape;

    /// <summary>A mapping whose keys the author chooses.</summary>
    /// <param name="Keys">The words that keys can be; null where any are.</param>
    public sealed record Named(Shape Value, IReadOnlyList<string>? Keys = null) : Shape;

    /// <summary>A mapping with known keys.</summary>
    /// <param name="Name">What it is, in one word; names its part of the schema.</param>
    /// <param name="Others">What further keys hold that the author chooses; null where there are none.</param>
    public sealed record Mapping(string Name, string Note, IReadOnlyList<Field> Fields, Shape? Others = null) : Shape
    {
        /// <summary>Groups of keys, of each of which exactly one must stand there.</summary>
        public IReadOnlyList<IReadOnlyList<string>> OneOf { get; init; } = [];
    }

    /// <summary>A mapping whose other keys depend on the word behind one of them.</summary>
    public sealed record Kinds(string Name, string Note, string Key, IReadOnlyDictionary<string, Mapping> ByWord) : Shape;

    /// <summary>A mapping of one kind where it has this key, of the other where it does not.</summary>
    public sealed record Marked(string Key, Shape With, Shape Without) : Shape;

    /// <summary>One or the other: which, its look says.</summary>
    public sealed record Either(IReadOnlyList<Shape> Shapes) : Shape;

    /// <summary>A shape that contains itself further down.</summary>
    public sealed record Again(Func<Shape> Shape) : Shape;
}
