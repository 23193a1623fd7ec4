using System.Collections.Concurrent;
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

/// <summary>Who did what and when: every action of operators and administrators, their looks at live figures, and every sign-in of
/// readers. Entries are appended and never changed; the database refuses it.</summary>
public sealed class AuditLog(Actions actions, [FromKeyedServices(SurveyTime.Key)] TimeProvider time)
{
    /// <summary>Stored before an action, so that none happens without an entry; alone it says that the end is not known.</summary>
    public const string Begun = "begun";

    public const string Done = "done";

    public const string Refused = "refused";

    public const string Failed = "failed";

    /// <summary>When this process last knew of such an entry, so that the store is not asked at each look.</summary>
    private readonly ConcurrentDictionary<Deed, DateTimeOffset> _known = new();

    /// <summary>Does it between two entries: that it begins, and what came of it.</summary>
    /// <remarks>What was cut off, or met a store that did not say whether it stored, leaves the first alone.</remarks>
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
            await End(deed, Refused);
            throw;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !IsOfTheStore(exception))
        {
            await End(deed, Failed);
            throw;
        }

        await End(deed with { Subject = subject(result) ?? deed.Subject }, Done);
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
    public Task Note(Deed deed, string outcome) => StoreBusyException.Translate(actions.Append(Entry(deed, outcome)));

    /// <summary>Appends one entry, unless there is one of the same deed that is not older than the span.</summary>
    public async Task NoteOnceWithin(TimeSpan span, Deed deed)
    {
        var now = time.GetUtcNow();
        if (_known.TryGetValue(deed, out var known) && (now - known).Duration() < span)
        {
            return;
        }

        _known[deed] = await StoreBusyException.Translate(actions.AppendOnceWithin(span, Entry(deed, Done)));
    }

    /// <summary>In their order, those after a number, at most as many as asked for.</summary>
    /// <param name="study">Only those of this study; null for all.</param>
    /// <param name="since">Only those from then on; null for all.</param>
    public async Task<IReadOnlyList<AuditEntry>> Read(
        long after,
        int most,
        string? study,
        DateTimeOffset? since,
        CancellationToken cancellation
    ) => [.. (await actions.Read(after, most, study, since, cancellation)).Select(AuditEntry.Of)];

    /// <summary>Says what came of it where the store takes it. What was done is done, and nobody may be told otherwise.</summary>
    private async Task End(Deed deed, string outcome)
    {
        try
        {
            await Note(deed, outcome);
        }
        catch (Exception exception) when (IsOfTheStore(exception))
        {
            // The entry of its beginning stands alone then, and the store's own events say why.
        }
    }

    private static bool IsOfTheStore(Exception exception) =>
        exception is StoreBusyException or StoreDownException or ResultUnknownException
        || StoreFault.Of(exception) is not null
        || CommitUnknownException.IsIn(exception);

    private StoredAction Entry(Deed deed, string outcome) =>
        new()
        {
            At = time.GetUtcNow(),
            Actor = deed.Actor,
            Action = deed.Action,
            Study = deed.Study,
            Subject = deed.Subject,
            Outcome = outcome,
        };
}
