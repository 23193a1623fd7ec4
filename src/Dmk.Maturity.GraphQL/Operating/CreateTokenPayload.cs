using Dmk.Maturity.Grains;

namespace Dmk.Maturity.GraphQL;

[Description("A new token.")]
internal sealed class CreateTokenPayload(IssuedToken issued)
{
    [Description("In clear, this once; only its keyed hash is stored.")]
    public string Token => issued.Secret;

    [Id, Description("What it is called in tokens and in revokeToken; no secret.")]
    public string Id => issued.Id;

    [Description("From then on it opens nothing.")]
    public DateTimeOffset ExpiresAt => issued.Expires;
}
