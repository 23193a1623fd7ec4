namespace Dmk.Maturity.GraphQL;

/// <summary>A GraphQL request as it came over HTTP.</summary>
internal sealed record GraphQLRequest(string Query, string? OperationName, Inputs Variables);
