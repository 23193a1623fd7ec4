using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Token"), Description("A token of a person who works with results, without the secret.")]
internal sealed class TokenView(AccountToken token)
{
    [Id, Description("Names it, as in revokeToken, and opens nothing.")]
    public string Id => token.Id;

    [Description("What its bearer may be.")]
    public Role Role => token.Role;

    [Description("For ministries: the code of their Land.")]
    public string? Land => token.Land;

    [Description("What it is for.")]
    public string Name => token.Name;

    [Description("Null where an earlier server created it.")]
    public DateTimeOffset? CreatedAt => token.Created;

    [Description("From then on it opens nothing.")]
    public DateTimeOffset ExpiresAt => token.Expires;

    [Description("When somebody ended it; null where nobody has.")]
    public DateTimeOffset? RevokedAt => token.Revoked;

    [Description("When it was last used, up to an hour too early; null when it has never been used.")]
    public DateTimeOffset? LastUsedAt => token.LastUsed;

    [Description("Whether it opens anything.")]
    public TokenState State => token.State;
}
