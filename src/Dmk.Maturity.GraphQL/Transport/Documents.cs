using System.Collections.Concurrent;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Exceptions;

namespace Dmk.Maturity.GraphQL;

/// <summary>Parses documents and keeps those that have lately been valid.</summary>
internal sealed class Documents(GraphQLLimits limits)
{
    /// <summary>Characters. Longer documents carry their values in their text and hardly come twice; keeping them would let anybody fill
    /// the memory.</summary>
    private const int LongestKept = 16_384;

    private readonly ConcurrentDictionary<string, ParsedDocument> _valid = new(StringComparer.Ordinal);

    /// <returns>The document, or what is wrong with its text.</returns>
    public (ParsedDocument? Parsed, ExecutionError? Error) Parse(string text)
    {
        if (_valid.TryGetValue(text, out var known))
        {
            return (known, null);
        }

        try
        {
            var document = Parser.Parse(text, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = limits.ParserDepth });
            var fields = Fields(document);
            return fields > limits.Fields
                ? (
                    null,
                    Refusal.TooMuch(
                        "TOO_MANY_FIELDS",
                        $"The document writes {fields} fields; {limits.Fields} are allowed. Ask for fewer, or in several requests.",
                        fields,
                        limits.Fields
                    )
                )
                : (new ParsedDocument(document), null);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return (
                null,
                new Refusal(
                    "TOO_DEEP",
                    $"The document nests deeper than the {limits.ParserDepth} levels that are allowed. Ask "
                        + "for fewer levels, or write long lists and objects as variables."
                )
                {
                    Facts = { ["allowed"] = limits.ParserDepth },
                }
            );
        }
        catch (GraphQLSyntaxErrorException wrong)
        {
            var error = new Refusal(
                "SYNTAX_ERROR",
                $"The document cannot be read at line {wrong.Location.Line}, column "
                    + $"{wrong.Location.Column}: {wrong.Description.Split(';')[0]}."
            );
            error.AddLocation(wrong.Location);
            return (null, error);
        }
    }

    public void Keep(string text, ParsedDocument parsed)
    {
        parsed.IsValid = true;
        if (text.Length > LongestKept)
        {
            return;
        }

        if (_valid.Count >= limits.CachedDocuments)
        {
            _valid.Clear();
        }

        _valid.TryAdd(text, parsed);
    }

    private static int Fields(GraphQLDocument document)
    {
        var open = new Stack<GraphQLSelectionSet>(
            document.Definitions.OfType<GraphQLExecutableDefinition>().Select(definition => definition.SelectionSet)
        );
        var fields = 0;
        while (open.TryPop(out var set))
        {
            fields += set.Selections.Count;
            foreach (var below in set.Selections.OfType<IHasSelectionSetNode>())
            {
                if (below.SelectionSet is { } selections)
                {
                    open.Push(selections);
                }
            }
        }

        return fields;
    }
}
