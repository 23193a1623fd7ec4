using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A token as lists show it, without the secret.</summary>
/// <param name="Id">The beginning of its keyed hash: names it and opens nothing.</param>
/// <param name="Land">A ministry's own Land, else null.</param>
/// <param name="Name">What it was created for; no person's name.</param>
/// <param name="Created">Null where an earlier server created it.</param>
/// <param name="Expires">From then on it opens nothing.</param>
/// <param name="Revoked">When somebody ended it, else null.</param>
/// <param name="LastUsed">Up to an hour too early; null when it has never been used.</param>
public sealed record AccountToken(
    string Id,
    Role Role,
    string? Land,
    string Name,
    DateTimeOffset? Created,
    DateTimeOffset Expires,
    DateTimeOffset? Revoked,
    DateTimeOffset? LastUsed,
    TokenState State
)
{
    /// <summary>48 bits: enough to tell some thousand tokens apart, and far too few to be one.</summary>
    private const int BytesOfId = 6;

    internal static string IdOf(StoredToken stored) => Convert.ToHexStringLower(stored.TokenHash.AsSpan(0, BytesOfId));

    internal static AccountToken Of(StoredToken stored, DateTimeOffset now) =>
        new(
            IdOf(stored),
            (Role)stored.Role,
            stored.Land,
            stored.Name,
            stored.Created,
            stored.Expires,
            stored.Revoked,
            stored.LastUsed,
            stored.Revoked is not null ? TokenState.Revoked
                : stored.Expires > now ? TokenState.Valid
                : TokenState.Expired
        );
}
