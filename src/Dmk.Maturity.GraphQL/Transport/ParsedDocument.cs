using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL;

/// <summary>A document that has been parsed, and perhaps validated.</summary>
internal sealed class ParsedDocument(GraphQLDocument document)
{
    public GraphQLDocument Document { get; } = document;

    /// <summary>Set once validation has passed: it needs no second one.</summary>
    public bool IsValid { get; set; }

    /// <summary>The operation of that name; without a name the only one. Null where it cannot be told.</summary>
    public GraphQLOperationDefinition? Operation(string? name)
    {
        var operations = Document.Definitions.OfType<GraphQLOperationDefinition>();
        return string.IsNullOrEmpty(name)
            ? operations.Take(2).ToArray() is [var only]
                ? only
                : null
            : operations.FirstOrDefault(operation => operation.Name?.Value == name);
    }
}
