using Dmk.Maturity.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Something that a member of staff does, for the audit log. No code, token or answer belongs into it.</summary>
/// <param name="Actor">As <see cref="Actor"/> says.</param>
/// <param name="Action">In one word, as in token.create.</param>
/// <param name="Study">The study it is done to; null where it concerns none.</param>
/// <param name="Subject">What it is done to, such as a token's id; null where the study says it all, or where it is known
/// afterwards.</param>
public sealed record Deed(string Actor, string Action, string? Study, string? Subject);

/// <summary>Who did what and when: every action of operators and administrators, and every sign-in of readers. Entries are appended and
/// never changed; the database refuses it.</summary>
public sealed class AuditLog(Actions actions, [FromKeyedServices(SurveyTime.Key)] TimeProvider time)
{
    /// <summary>Written before an action, so that none happens without an entry; alone it says that the action was cut off.</summary>
    public const string Begun = "begun";

    public const string Done = "done";

    public const string Refused = "refused";

    public const string Failed = "failed";

    /// <summary>Does it between two entries: that it begins, and what came of it.</summary>
    /// <param name="subject">What is known of it afterwards, such as the id of what was made; null leaves the deed's own.</param>
    public async Task<T> Around<T>(Deed deed, Func<Task<T>> work, Func<T, string?> subject)
    {
        await Note(deed, Begun);
        T result;
        try
        {
            result = await work();
        }
        catch (Exception exception) when (exception is PublicationException or ArgumentException)
        {
            await Note(deed, Refused);
            throw;
        }
        catch (Exception exception) when (StoreFault.Of(exception) is null && !CommitUnknownException.IsIn(exception))
        {
            await Note(deed, Failed);
            throw;
        }

        await Note(deed with { Subject = subject(result) ?? deed.Subject }, Done);
        return result;
    }

    public Task Around(Deed deed, Func<Task> work) =>
        Around(
            deed,
            async () =>
            {
                await work();
                return true;
            },
            _ => null
        );

    /// <summary>Appends one entry.</summary>
    public Task Note(Deed deed, string outcome) =>
        StoreBusyException.Translate(
            actions.Append(
                new()
                {
                    At = time.GetUtcNow(),
                    Actor = deed.Actor,
                    Action = deed.Action,
                    Study = deed.Study,
                    Subject = deed.Subject,
                    Outcome = outcome,
                }
            )
        );

    /// <summary>In their order, those after a number, at most as many as asked for.</summary>
    /// <param name="study">Only those of this study; null for all.</param>
    /// <param name="since">Only those from then on; null for all.</param>
    public Task<IReadOnlyList<StoredAction>> Read(
        long after,
        int most,
        string? study,
        DateTimeOffset? since,
        CancellationToken cancellation
    ) => actions.Read(after, most, study, since, cancellation);
}
