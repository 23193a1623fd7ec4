using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Dmk.Maturity.GraphQL;

/// <summary>Chooses by the header Accept, by the GraphQL over HTTP specification.</summary>
internal static class ResponseTypes
{
    public const string NotAcceptable =
        "Answers are given as application/graphql-response+json or application/json. Send one of them, or */*, in the header Accept.";

    /// <returns>Null where nothing of what can be given is accepted.</returns>
    public static ResponseType? Choose(HttpRequest request)
    {
        if (request.Headers.Accept.Count == 0)
        {
            return ResponseType.Json;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return null;
        }

        return accepted
            .Where(type =>
                type.Quality is not 0 && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            )
            .OrderByDescending(type => type.Quality ?? 1)
            .Select(type => Of(type.MediaType.Value))
            .FirstOrDefault(type => type is not null && (type != ResponseType.Html || HttpMethods.IsGet(request.Method)));
    }

    extension(ResponseType type)
    {
        public string ContentType =>
            type switch
            {
                ResponseType.GraphQLResponse => "application/graphql-response+json; charset=utf-8",
                ResponseType.Html => "text/html; charset=utf-8",
                _ => "application/json; charset=utf-8",
            };

        /// <param name="refused">The status that a refusal asks for.</param>
        public int StatusOf(int refused) => type == ResponseType.Json ? StatusCodes.Status200OK : refused;
    }

    private static ResponseType? Of(string? mediaType) =>
        mediaType switch
        {
            "application/graphql-response+json" => ResponseType.GraphQLResponse,
            "application/json" or "application/*" or "*/*" => ResponseType.Json,
            "text/html" => ResponseType.Html,
            _ => null,
        };
}
