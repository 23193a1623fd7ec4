using System.Text.Json;

namespace Dmk.Maturity.GraphQL;

/// <summary>What the JSON of a request is made of, counted before it is read.</summary>
internal static class JsonSize
{
    /// <returns>Null where everything is within its limit, or where the JSON breaks off before it is not.</returns>
    public static Refusal? TooMuch(ReadOnlySpan<byte> json, GraphQLLimits limits)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            for (var tokens = 1; reader.Read(); tokens++)
            {
                if (TooMuch(in reader, tokens, limits) is { } refusal)
                {
                    return refusal;
                }
            }
        }
        catch (JsonException)
        {
            // Whoever reads it says where it is broken.
        }

        return null;
    }

    private static Refusal? TooMuch(in Utf8JsonReader reader, int tokens, GraphQLLimits limits)
    {
        if (reader.CurrentDepth >= limits.JsonDepth)
        {
            return new Refusal(
                "TOO_DEEP",
                $"The request's JSON nests deeper than the {limits.JsonDepth} levels that are allowed. Send flatter variables."
            )
            {
                Facts = { ["allowed"] = limits.JsonDepth },
            };
        }

        if (tokens > limits.JsonTokens)
        {
            return Refusal.TooMuch(
                "TOO_MANY_TOKENS",
                $"The request's JSON has more than the {limits.JsonTokens} names, values and signs that are allowed. Save answers in "
                    + "several requests.",
                tokens,
                limits.JsonTokens
            );
        }

        return reader.TokenType == JsonTokenType.Number && reader.ValueSpan.Length > limits.NumberLength
            ? Refusal.TooMuch(
                "TOKEN_TOO_LONG",
                $"A number in the request's JSON has {reader.ValueSpan.Length} characters; {limits.NumberLength} are allowed.",
                reader.ValueSpan.Length,
                limits.NumberLength
            )
            : null;
    }
}
