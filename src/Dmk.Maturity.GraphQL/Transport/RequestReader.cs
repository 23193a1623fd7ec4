using System.Buffers;
using System.IO.Pipelines;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dmk.Maturity.GraphQL;

/// <summary>Reads a request from an address or a body, within limits, by the GraphQL over HTTP specification.</summary>
internal sealed class RequestReader(GraphQLLimits limits, IGraphQLTextSerializer serializer)
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private readonly JsonDocumentOptions _json = new() { MaxDepth = limits.JsonDepth, AllowDuplicateProperties = false };

    /// <summary>Takes the body from the network, whose sender may be slow; nothing is worked out yet.</summary>
    /// <returns>The body, empty for GET, or why it is not taken.</returns>
    public async Task<(ReadOnlyMemory<byte> Body, Refusal? Refusal)> Take(HttpRequest request, CancellationToken cancellation)
    {
        if (HttpMethods.IsGet(request.Method))
        {
            return (default, null);
        }

        if (WrongContent(request) is { } wrong)
        {
            return (default, wrong);
        }

        var (body, refusal) = await Body(request, cancellation);
        return refusal is null ? (body, null) : (default, refusal);
    }

    /// <returns>The request, or why it cannot be read.</returns>
    public (GraphQLRequest? Request, Refusal? Refusal) Read(HttpRequest request, ReadOnlyMemory<byte> body) =>
        HttpMethods.IsGet(request.Method) ? FromAddress(request) : FromBody(body);

    private (GraphQLRequest? Request, Refusal? Refusal) FromAddress(HttpRequest request)
    {
        if (request.QueryString.Value?.Length > limits.RequestBytes)
        {
            return (null, TooLarge());
        }

        foreach (var name in (string[])["query", "operationName", "variables", "extensions"])
        {
            if (request.Query[name].Count > 1)
            {
                return (
                    null,
                    new Refusal("INVALID_REQUEST", $"The parameter '{name}' stands in the address more than once. Send it once.")
                );
            }
        }

        try
        {
            using var variables = Part(request.Query["variables"].ToString());
            using var extensions = Part(request.Query["extensions"].ToString());
            return Checked(
                request.Query["query"].ToString(),
                request.Query["operationName"].ToString(),
                variables?.RootElement,
                extensions?.RootElement
            );
        }
        catch (JsonException wrong)
        {
            return (null, InvalidJson(wrong, "A part of the address"));
        }
    }

    private JsonDocument? Part(string json) => json.Length == 0 ? null : JsonDocument.Parse(json, _json);

    private static Refusal? WrongContent(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || type.MediaType != "application/json")
        {
            return new Refusal(
                "UNSUPPORTED_MEDIA_TYPE",
                "Send the request as JSON, with the header 'Content-Type: application/json'.",
                415
            );
        }

        if (
            type.Charset.HasValue
            && !type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
        )
        {
            return new Refusal("UNSUPPORTED_MEDIA_TYPE", "Send the request in UTF-8.", 415);
        }

        return request.Headers.ContentEncoding.Count == 0 || request.Headers.ContentEncoding == "identity"
            ? null
            : new Refusal("UNSUPPORTED_MEDIA_TYPE", "Send the request uncompressed.", 415);
    }

    private Refusal TooLate() =>
        new(
            "TIMED_OUT",
            $"The body of the request was not there {limits.Time.TotalSeconds:0} seconds after its beginning, and nothing of it was done. "
                + "Send it again.",
            StatusCodes.Status408RequestTimeout
        );

    /// <returns>Refused where it is longer than allowed, of which no more is read, or does not come.</returns>
    private async Task<(ReadOnlyMemory<byte> Body, Refusal? Refusal)> Body(HttpRequest request, CancellationToken cancellation)
    {
        if (request.ContentLength > limits.RequestBytes)
        {
            return (default, TooLarge());
        }

        // A read that is ended by its token would leave the connection in the middle of it.
        await using var late = cancellation.Register(() => EndRead(request));
        while (true)
        {
            var read = await More(request);
            if (read.Buffer.Length > limits.RequestBytes)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (default, TooLarge());
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return (body, null);
            }

            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            if (read.IsCanceled)
            {
                return (default, TooLate());
            }
        }
    }

    private static void EndRead(HttpRequest request)
    {
        try
        {
            request.BodyReader.CancelPendingRead();
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The connection has ended, and its read with it.
        }
    }

    /// <exception cref="BadHttpRequestException">The sender has gone, or what it sends is not HTTP.</exception>
    private static async ValueTask<ReadResult> More(HttpRequest request)
    {
        try
        {
            return await request.BodyReader.ReadAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is ConnectionResetException or OperationCanceledException)
        {
            // Nobody is left to answer, and the rest of the body is not to be waited for.
            request.HttpContext.Abort();
            throw new BadHttpRequestException("The request broke off.", StatusCodes.Status400BadRequest, gone);
        }
        catch (IOException wrong) when (wrong is not BadHttpRequestException)
        {
            // Such as the size of a chunk that is no number.
            throw new BadHttpRequestException("The body is not valid HTTP.", StatusCodes.Status400BadRequest, wrong);
        }
    }

    private (GraphQLRequest? Request, Refusal? Refusal) FromBody(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
        {
            return (null, new Refusal("INVALID_UTF8", "The request is not valid UTF-8. Encode it in UTF-8."));
        }

        var text = body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body;
        if (JsonSize.TooMuch(text.Span, limits) is { } refusal)
        {
            return (null, refusal);
        }

        try
        {
            using var json = JsonDocument.Parse(text, _json);
            return FromJson(json.RootElement);
        }
        catch (JsonException wrong)
        {
            return (null, InvalidJson(wrong, "The request"));
        }
        catch (InvalidOperationException)
        {
            // What System.Text.Json throws for half of a surrogate pair written as \uD800.
            return (null, new Refusal("INVALID_JSON", "A text in the request's JSON has half of a surrogate pair (\\uD800 to \\uDFFF)."));
        }
    }

    private (GraphQLRequest? Request, Refusal? Refusal) FromJson(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            var message =
                json.ValueKind == JsonValueKind.Array
                    ? "Several requests in one are not answered here. Send one JSON object for each."
                    : "The request must be a JSON object, as in {\"query\": \"{ studies { id } }\"}.";
            return (null, new Refusal("INVALID_REQUEST", message));
        }

        foreach (var name in (string[])["query", "operationName"])
        {
            if (json.TryGetProperty(name, out var text) && text.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
            {
                return (null, new Refusal("INVALID_REQUEST", $"'{name}' must be a text."));
            }
        }

        return Checked(Text(json, "query"), Text(json, "operationName"), Property(json, "variables"), Property(json, "extensions"));
    }

    private (GraphQLRequest? Request, Refusal? Refusal) Checked(
        string? query,
        string? operationName,
        JsonElement? variables,
        JsonElement? extensions
    )
    {
        if (string.IsNullOrWhiteSpace(query))
        {
            return (
                null,
                new Refusal(
                    "QUERY_MISSING",
                    "The request has no 'query'. Send a GraphQL document, as in {\"query\": \"{ " + "studies { id } }\"}."
                )
            );
        }

        foreach (var (name, part) in ((string, JsonElement?)[])[("variables", variables), ("extensions", extensions)])
        {
            if (part is { ValueKind: not (JsonValueKind.Object or JsonValueKind.Null) })
            {
                return (null, new Refusal("INVALID_REQUEST", $"'{name}' must be a JSON object."));
            }
        }

        try
        {
            var inputs = variables is { ValueKind: JsonValueKind.Object } ? serializer.ReadNode<Inputs>(variables.Value)! : Inputs.Empty;
            return (new GraphQLRequest(query, string.IsNullOrEmpty(operationName) ? null : operationName, inputs), null);
        }
        catch (JsonException)
        {
            return (
                null,
                new Refusal(
                    "INVALID_JSON",
                    "'variables' has a number that is too large, or a text with half of a surrogate pair (\\uD800 to \\uDFFF)."
                )
            );
        }
    }

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var text) ? text.GetString() : null;

    private static JsonElement? Property(JsonElement json, string name) => json.TryGetProperty(name, out var part) ? part : null;

    private Refusal TooLarge() =>
        new(
            "TOO_LARGE",
            $"The request is longer than the {limits.RequestBytes} bytes that are allowed. Save "
                + "answers in several requests, or ask for less.",
            413
        )
        {
            Facts = { ["allowed"] = limits.RequestBytes },
        };

    private static Refusal InvalidJson(JsonException wrong, string what) =>
        new(
            "INVALID_JSON",
            wrong.LineNumber is { } line
                ? $"{what} is not valid JSON: see line {line + 1}, byte {wrong.BytePositionInLine + 1}."
                : $"{what} is not valid JSON, or has the same name twice."
        );
}
