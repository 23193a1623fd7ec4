namespace Dmk.Maturity.GraphQL;

/// <summary>What one request may ask for. In force unless the host sets others; each is checked before anything is executed.</summary>
public sealed record GraphQLLimits
{
    /// <summary>Bytes of a request body, and characters of the parts of a GET address.</summary>
    public int RequestBytes { get; init; } = 256 * 1024;

    /// <summary>Objects and lists within each other in the JSON of a request.</summary>
    public int JsonDepth { get; init; } = 32;

    /// <summary>Names, values, braces and brackets of the JSON of a request.</summary>
    public int JsonTokens { get; init; } = 40_000;

    /// <summary>Digits and signs of one number in the JSON of a request.</summary>
    public int NumberLength { get; init; } = 4_096;

    /// <summary>Of the document, apart from its variables.</summary>
    public int DocumentCharacters { get; init; } = 64 * 1024;

    /// <summary>Names, values and signs of the document.</summary>
    public int Tokens { get; init; } = 10_000;

    /// <summary>Characters of one value written in the document.</summary>
    public int TokenLength { get; init; } = 4_096;

    /// <summary>Characters of one name. Messages repeat names.</summary>
    public int NameLength { get; init; } = 100;

    /// <summary>Characters without a blank, comma or new line outside of values.</summary>
    public int LineLength { get; init; } = 8_192;

    /// <summary>Braces, brackets and types within each other that the parser follows.</summary>
    public int ParserDepth { get; init; } = 64;

    /// <summary>Fields within each other. Introspection has its own limit, its usual query being deep.</summary>
    public int Depth { get; init; } = 12;

    public int IntrospectionDepth { get; init; } = 20;

    /// <summary>Fields of an operation, those of its fragments counted wherever they are used; also fields of the whole document as
    /// written.</summary>
    public int Fields { get; init; } = 1_000;

    public int Aliases { get; init; } = 30;

    /// <summary>Operations of the document.</summary>
    public int Operations { get; init; } = 20;

    /// <summary>Fragments of the document that have a name.</summary>
    public int Fragments { get; init; } = 100;

    /// <summary>Variables that the document declares, used or not.</summary>
    public int Variables { get; init; } = 250;

    /// <summary>Arguments of all fields and directives of the document.</summary>
    public int Arguments { get; init; } = 1_000;

    /// <summary>Of the whole document.</summary>
    public int Directives { get; init; } = 100;

    /// <summary>Fields of all objects that are written as values.</summary>
    public int ObjectFields { get; init; } = 3_000;

    /// <summary>Fields of one such object.</summary>
    public int FieldsOfObject { get; init; } = 100;

    /// <summary>Entries of all lists that are written as values.</summary>
    public int ListValues { get; init; } = 3_000;

    /// <summary>Points of the cost model: a field costs one point for each time that it is returned, a list its real size times what
    /// stands below it, a table the work of computing it, too.</summary>
    public double Cost { get; init; } = 100_000;

    /// <summary>Mistakes of a document that are told at once.</summary>
    public int Errors { get; init; } = 20;

    /// <summary>Answers in one mutation.</summary>
    public int Answers { get; init; } = 2_000;

    /// <summary>From the first byte of the request to its result.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>That work is shared out to.</summary>
    public int Processors { get; init; } = Environment.ProcessorCount;

    /// <summary>Requests of companies that wait for their turn.</summary>
    public int WaitingCompanies { get; init; } = 1_000;

    /// <summary>Requests of those who work with results that wait for their turn.</summary>
    public int WaitingStaff { get; init; } = 100;

    /// <summary>Networks without a token whose first request waits for its turn.</summary>
    public int WaitingStrangers { get; init; } = 1_000;

    /// <summary>Requests without a token from one network that wait for their turn.</summary>
    public int WaitingInNetwork { get; init; } = 100;

    /// <summary>Parsed and validated documents that are kept.</summary>
    public int CachedDocuments { get; init; } = 500;
}
