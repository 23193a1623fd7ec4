namespace Dmk.Maturity.GraphQL;

/// <summary>The media type of an answer. It decides the HTTP status, too.</summary>
internal enum ResponseType
{
    /// <summary>application/json: well-formed requests are answered with 200, even where there is only an error to tell.</summary>
    Json,

    /// <summary>application/graphql-response+json: a request that was not executed is answered with 4xx.</summary>
    GraphQLResponse,

    /// <summary>text/html: a person with a browser.</summary>
    Html,
}
