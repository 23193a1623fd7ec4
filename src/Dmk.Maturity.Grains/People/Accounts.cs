using System.Globalization;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Tokens of people who work with results. Only a keyed hash is stored.</summary>
public sealed class Accounts(Tokens tokens, KeyedHash hash, StudyJournal journal, [FromKeyedServices(SurveyTime.Key)] TimeProvider time)
{
    private const string Purpose = "token";

    private static readonly TimeSpan _exactnessOfUse = TimeSpan.FromHours(1);

    /// <param name="land">The Land of a ministry; nobody else has one.</param>
    /// <returns>The token in clear, once.</returns>
    public Task<IssuedToken> CreateToken(Role role, string? land, string name, TimeSpan lifetime, CancellationToken cancellation)
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
        return Create(role, land, name, lifetime, demo: false, cancellation);
    }

    /// <summary>A token of the demonstration, which <see cref="EndDemoTokens"/> ends at its next start.</summary>
    public Task<IssuedToken> CreateDemoToken(Role role, TimeSpan lifetime, CancellationToken cancellation) =>
        Create(role, null, $"demonstration: {role}", lifetime, demo: true, cancellation);

    /// <returns>Null when the token is unknown, revoked or has run out.</returns>
    public async Task<Audience?> Identify(string token, CancellationToken cancellation)
    {
        if (await Find(token, cancellation) is not { } found)
        {
            return null;
        }

        Use(found);
        return AudienceOf(found);
    }

    /// <summary>Every token, also those that have ended; the newest first.</summary>
    public async Task<IReadOnlyList<AccountToken>> List(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        return
        [
            .. (await tokens.All(cancellation))
                .Select(stored => AccountToken.Of(stored, now))
                .OrderByDescending(token => token.Created)
                .ThenByDescending(token => token.Expires)
                .ThenBy(token => token.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Ends a token, and with it whatever was signed in with it. Done again it changes nothing.</summary>
    /// <param name="id">As <see cref="AccountToken.Id"/>; blanks around it and its case do not matter.</param>
    /// <returns>Null where no token has this id.</returns>
    public async Task<AccountToken?> Revoke(string id, CancellationToken cancellation)
    {
        var wanted = id.Trim();
        var stored = (await tokens.All(cancellation)).SingleOrDefault(token =>
            AccountToken.IdOf(token).Equals(wanted, StringComparison.OrdinalIgnoreCase)
        );
        if (stored is null)
        {
            return null;
        }

        await End(stored);
        return AccountToken.Of((await tokens.Find(stored.TokenHash))!, time.GetUtcNow());
    }

    /// <summary>Ends the tokens that the demonstration made at earlier starts, and no others.</summary>
    public async Task EndDemoTokens(CancellationToken cancellation)
    {
        foreach (var stored in await tokens.All(cancellation))
        {
            if (stored.Demo && IsValid(stored))
            {
                await End(stored);
            }
        }
    }

    internal static Audience AudienceOf(StoredToken stored) =>
        new((Role)stored.Role, stored.Land, stored.Name) { TokenId = AccountToken.IdOf(stored) };

    /// <summary>Notes a token's use, once an hour. Nobody waits for it, and where it cannot be stored, work goes on.</summary>
    internal void Use(StoredToken stored)
    {
        var now = time.GetUtcNow();
        if (stored.LastUsed is not { } last || now - last >= _exactnessOfUse)
        {
            tokens.Use(stored.TokenHash, now).Ignore();
        }
    }

    internal bool IsValid(StoredToken stored) => AccountToken.Of(stored, time.GetUtcNow()).State == TokenState.Valid;

    /// <returns>Null when the token is unknown, revoked or has run out.</returns>
    internal async Task<StoredToken?> Find(string token, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return Secret.IsPlausible(token, Secret.TokenPrefix) && await tokens.Find(hash.Of(Purpose, token)) is { } found && IsValid(found)
            ? found
            : null;
    }

    private async Task<IssuedToken> Create(
        Role role,
        string? land,
        string name,
        TimeSpan lifetime,
        bool demo,
        CancellationToken cancellation
    )
    {
        cancellation.ThrowIfCancellationRequested();
        var secret = Secret.Generate(Secret.TokenPrefix);

        // As exact as it is stored, so that what is said now is what lists say later.
        var now = DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
        var stored = new StoredToken
        {
            TokenHash = hash.Of(Purpose, secret),
            Role = (int)role,
            Land = land,
            Name = name,
            Created = now,
            Expires = now + lifetime,
            Demo = demo,
        };
        await StoreBusyException.Translate(tokens.Add(stored));
        var issued = new IssuedToken(secret, AccountToken.IdOf(stored), stored.Expires);
        journal.TokenCreated(issued.Id, role, issued.Expires.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        return issued;
    }

    private async Task End(StoredToken stored)
    {
        await StoreBusyException.Translate(tokens.Revoke(stored.TokenHash, time.GetUtcNow()));
        if (stored.Revoked is null)
        {
            journal.TokenRevoked(AccountToken.IdOf(stored), (Role)stored.Role);
        }
    }
}
