using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Readers of results who have signed in with their token. A sign-in has a secret of its own, and ends on the server: by signing
/// out, after some hours, and with its token.</summary>
public sealed class SignIns(
    Accounts accounts,
    Tokens tokens,
    ReaderSessions sessions,
    KeyedHash hash,
    AuditLog audit,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
)
{
    private const string Purpose = "reader session";

    /// <summary>A working day.</summary>
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(12);

    /// <returns>What the browser keeps, in clear this once; null when the token is unknown, revoked or has run out.</returns>
    /// <exception cref="StoreBusyException">Too much waits to be stored.</exception>
    public async Task<string?> Begin(string token, CancellationToken cancellation)
    {
        if (await accounts.Find(token, cancellation) is not { } found)
        {
            return null;
        }

        var secret = Secret.Generate(Secret.ReaderPrefix);
        var now = time.GetUtcNow();
        var session = new StoredReaderSession
        {
            SessionHash = hash.Of(Purpose, secret),
            TokenHash = found.TokenHash,
            Expires = now + _lifetime,
        };
        await StoreBusyException.Translate(sessions.Begin(session, now));
        accounts.Use(found);
        await audit.Note(new(Actor.Of(Accounts.AudienceOf(found)), "reader.signIn", null, null), AuditLog.Done);
        return secret;
    }

    /// <returns>Null when unknown, ended or expired, or when its token is.</returns>
    public async Task<Audience?> Find(string secret, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (await TokenOf(secret) is not { } token)
        {
            return null;
        }

        accounts.Use(token);
        return Accounts.AudienceOf(token);
    }

    public async Task End(string secret, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!Secret.IsPlausible(secret, Secret.ReaderPrefix))
        {
            return;
        }

        var token = await TokenOf(secret);
        await StoreBusyException.Translate(sessions.End(hash.Of(Purpose, secret)));
        if (token is not null)
        {
            await audit.Note(new(Actor.Of(Accounts.AudienceOf(token)), "reader.signOut", null, null), AuditLog.Done);
        }
    }

    private async Task<StoredToken?> TokenOf(string secret) =>
        Secret.IsPlausible(secret, Secret.ReaderPrefix)
        && await sessions.Find(hash.Of(Purpose, secret)) is { } session
        && session.Expires > time.GetUtcNow()
        && await tokens.Find(session.TokenHash) is { } token
        && accounts.IsValid(token)
            ? token
            : null;
}
