namespace Dmk.Maturity.GraphQL;

/// <summary>What one request may ask for. In force unless the host sets others; each is checked before anything is executed.</summary>
public sealed record GraphQLLimits
{
    /// <summary>Bytes of a request body, and characters of the parts of a GET address.</summary>
    public int RequestBytes { get; init; } = 256 * 1024;

    /// <summary>Objects and lists within each other in the JSON of a request.</summary>
    public int JsonDepth { get; init; } = 32;

    /// <summary>Braces, brackets and types within each other that the parser follows.</summary>
    public int ParserDepth { get; init; } = 64;

    /// <summary>Fields within each other. Introspection has its own limit, its usual query being deep.</summary>
    public int Depth { get; init; } = 12;

    public int IntrospectionDepth { get; init; } = 20;

    /// <summary>Fields of an operation, those of its fragments counted wherever they are used; also fields of the whole document as
    /// written.</summary>
    public int Fields { get; init; } = 1_000;

    public int Aliases { get; init; } = 30;

    /// <summary>Points of the cost model: a field costs one point for each time that it is returned, a list its real size times what
    /// stands below it, a table the work of computing it, too.</summary>
    public double Cost { get; init; } = 100_000;

    /// <summary>Mistakes of a document that are told at once.</summary>
    public int Errors { get; init; } = 50;

    /// <summary>Answers in one mutation.</summary>
    public int Answers { get; init; } = 2_000;

    /// <summary>From the whole request read to its result.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Parsed and validated documents that are kept.</summary>
    public int CachedDocuments { get; init; } = 500;
}
