using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Tokens of people who work with results. Only a keyed hash is stored.</summary>
public sealed class Accounts(Tokens tokens, KeyedHash hash, [FromKeyedServices(SurveyTime.Key)] TimeProvider time)
{
    private const string Purpose = "token";

    /// <param name="land">The Land of a ministry; nobody else has one.</param>
    /// <returns>The token in clear, once.</returns>
    public async Task<string> CreateToken(Role role, string? land, string name, TimeSpan lifetime, CancellationToken cancellation)
    {
        if (role == Role.Public)
        {
            throw new ArgumentException("Nobody needs a token to read what is public.", nameof(role));
        }

        if ((role == Role.Ministry) != (land is not null))
        {
            throw new ArgumentException("A ministry's token names its Land, and no other does.", nameof(land));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        cancellation.ThrowIfCancellationRequested();
        var token = Secret.Generate(Secret.ReaderPrefix);
        var stored = new StoredToken
        {
            TokenHash = hash.Of(Purpose, token),
            Role = (int)role,
            Land = land,
            Name = name,
            Expires = time.GetUtcNow() + lifetime,
        };
        await StoreBusyException.Translate(tokens.Add(stored));
        return token;
    }

    /// <returns>Null when the token is unknown or has run out.</returns>
    public async Task<Audience?> Identify(string token, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!Secret.IsPlausible(token, Secret.ReaderPrefix))
        {
            return null;
        }

        var found = await tokens.Find(hash.Of(Purpose, token));
        return found is not null && found.Expires > time.GetUtcNow() ? new Audience((Role)found.Role, found.Land, found.Name) : null;
    }
}
