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

        var (forParser, refusal) = DocumentText.Of(text, limits);
        if (forParser is null)
        {
            return (null, refusal);
        }

        var (document, error) = Parse(text, forParser);
        error ??= NotExecutable(document!) ?? DocumentSize.TooMuch(document!, limits);
        return error is null ? (new ParsedDocument(document!), null) : (null, error);
    }

    private (GraphQLDocument? Document, ExecutionError? Error) Parse(string sent, string forParser)
    {
        try
        {
            var document = Parser.Parse(forParser, new ParserOptions { Ignore = IgnoreOptions.Comments, MaxDepth = limits.ParserDepth });
            document.Source = sent;
            return (document, null);
        }
        catch (GraphQLMaxDepthExceededException)
        {
            return (null, TooDeep());
        }
        catch (GraphQLSyntaxErrorException wrong)
        {
            return (null, SyntaxError(sent, PlaceOf(wrong.Location, forParser), wrong.Description));
        }
        catch (Exception wrong) when (wrong is IndexOutOfRangeException or ArgumentException or FormatException or NotSupportedException)
        {
            // The parser's own mistakes about what it was given: nothing that somebody here should be woken for.
            return (null, SyntaxError(sent, sent.Length, "it is not GraphQL"));
        }
    }

    private static Refusal? NotExecutable(GraphQLDocument document) =>
        document.Definitions.Any(definition => definition is not GraphQLExecutableDefinition)
            ? new Refusal("VALIDATION_FAILED", "The document defines types or directives. Send operations and fragments only.")
            : null;

    private Refusal TooDeep() =>
        new(
            "TOO_DEEP",
            $"The document nests deeper than the {limits.ParserDepth} levels that are allowed. Ask "
                + "for fewer levels, or write long lists and objects as variables."
        )
        {
            Facts = { ["allowed"] = limits.ParserDepth },
        };

    private static Refusal SyntaxError(string sent, int place, string description)
    {
        var location = Location.FromLinearPosition(sent, place);
        var error = new Refusal(
            "SYNTAX_ERROR",
            $"The document cannot be read at line {location.Line}, column {location.Column}: "
                + $"{ErrorWords.Short(description.Split(';')[0])}."
        );
        error.AddLocation(location);
        return error;
    }

    /// <returns>The place in the text: its lines have other ends than those sent, but no character has moved.</returns>
    private static int PlaceOf(Location location, string forParser)
    {
        var start = 0;
        for (var line = 1; line < location.Line; line++)
        {
            start = forParser.IndexOf('\n', start) + 1;
        }

        return Math.Min(start + location.Column - 1, forParser.Length);
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
}
