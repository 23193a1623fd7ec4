namespace Dmk.Maturity.GraphQL;

[Description("A new token.")]
internal sealed record CreateTokenPayload([property: Description("In clear, this once; only its keyed hash is stored.")] string Token);
