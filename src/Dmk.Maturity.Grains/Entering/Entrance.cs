using System.Diagnostics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Where companies come in.</summary>
public sealed class Entrance(
    Invitations invitations,
    Sessions sessions,
    Catalogue catalogue,
    KeyedHash hash,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
)
{
    /// <summary>Of <see cref="CompanySession.Handle"/>, in letters and digits.</summary>
    public const int HandleLength = 12;

    internal const string CodePurpose = "code";

    private const string SessionPurpose = "session";
    private const string HandlePurpose = "handle";
    private const string HandleLetters = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly TimeSpan _lifetime = TimeSpan.FromHours(12);

    /// <summary>A session grows longer while somebody works, and is stored at most this often.</summary>
    private static readonly TimeSpan _grace = TimeSpan.FromMinutes(1);

    private readonly FailureThrottle _throttle = new(time);

    /// <param name="networkPrefix">The caller's network (IPv4 address, or the first 64 bits of IPv6), for the throttle of failed
    /// entries.</param>
    /// <exception cref="StoreBusyException">Too much waits to be stored.</exception>
    public async Task<EntryOutcome> Enter(string typedCode, string networkPrefix, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        return TypedCode.Read(typedCode) switch
        {
            TypedCode.Right right => await Enter(right, networkPrefix, cancellation),
            TypedCode.Mistyped => new EntryOutcome.Mistyped(),
            TypedCode.WrongLength wrong => new EntryOutcome.WrongLength(wrong.Typed),
            TypedCode.Foreign foreign => new EntryOutcome.ForeignCharacter(foreign.Character),
            var other => throw new UnreachableException(other.GetType().Name),
        };
    }

    /// <summary>Knows a session again, which thereby lasts longer.</summary>
    /// <returns>Null when unknown, ended or expired.</returns>
    public async Task<CompanySession?> Find(string sessionToken, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (!Secret.IsPlausible(sessionToken, Secret.CompanyPrefix))
        {
            return null;
        }

        var tokenHash = hash.Of(SessionPurpose, sessionToken);
        var now = time.GetUtcNow();
        if (await sessions.Find(tokenHash) is not { } found || found.Expires <= now)
        {
            return null;
        }

        var expires = found.Expires;
        if (now + _lifetime - expires > _grace)
        {
            expires = now + _lifetime;
            await StoreBusyException.Translate(sessions.Extend(tokenHash, expires));
        }

        return Session(new(found.Land, found.Response), found.Study, expires);
    }

    public async Task Leave(string sessionToken, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (Secret.IsPlausible(sessionToken, Secret.CompanyPrefix))
        {
            await StoreBusyException.Translate(sessions.End(hash.Of(SessionPurpose, sessionToken)));
        }
    }

    private async Task<EntryOutcome> Enter(TypedCode.Right right, string networkPrefix, CancellationToken cancellation)
    {
        // Unknown and ended go the same way: one hash, one look-up, one answer. A code that is right goes in whatever others in
        // its network have tried: with 80 random bits, waiting protects no code, and an office behind one address must not be locked out.
        var found = await invitations.Find(hash.Of(CodePurpose, right.Code));
        var study = await catalogue.Study(found?.Study ?? "", cancellation);
        if (found is null || found.EndedAt is not null || study is null)
        {
            return _throttle.Failed(networkPrefix) is var wait && wait > TimeSpan.Zero
                ? new EntryOutcome.TooManyFailures(wait)
                : new EntryOutcome.NotAccepted();
        }

        // Whoever has a code that was sent to somebody has guessed nothing.
        return study.Phase switch
        {
            StudyPhase.InField => await Grant(found),
            StudyPhase.Draft => new EntryOutcome.NotYetOpen(),
            StudyPhase.Closed => new EntryOutcome.Closed(),
            _ => throw new UnreachableException(study.Phase.ToString()),
        };
    }

    private async Task<EntryOutcome> Grant(StoredInvitation invitation)
    {
        var now = time.GetUtcNow();
        var token = Secret.Generate(Secret.CompanyPrefix);
        var session = new StoredSession
        {
            TokenHash = hash.Of(SessionPurpose, token),
            Land = invitation.Land,
            Study = invitation.Study,
            Response = invitation.Response,
            Expires = now + _lifetime,
        };
        await StoreBusyException.Translate(sessions.Begin(session, now));
        return new EntryOutcome.Granted(token, Session(new(session.Land, session.Response), session.Study, session.Expires));
    }

    private CompanySession Session(ResponseKey response, string study, DateTimeOffset expires) =>
        new(response.ToString(), HandleOf(response), study, expires);

    private string HandleOf(ResponseKey response) =>
        string.Concat(
            hash.Of(HandlePurpose, response.ToString()).Take(HandleLength).Select(one => HandleLetters[one % HandleLetters.Length])
        );
}
