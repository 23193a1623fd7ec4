using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>One company's answers: load, decide, store, and only then answer.</summary>
/// <remarks>Put away after two quiet minutes, so that thousands of finished responses do not fill the memory; whoever comes back has it
/// read again.</remarks>
[CollectionAgeLimit(Minutes = 2)]
internal sealed class ResponseGrain(
    Responses responses,
    Catalogue catalogue,
    StudyJournal journal,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
) : Grain, IResponseGrain
{
    private const int LongestKey = 200;

    /// <summary>Equal to what is stored, save the day that it was last looked at; null before it was read, and again whenever the result
    /// of a commit is not known.</summary>
    private Response? _held;

    public Task<ResponseState> Read() => Decide(async (held, now) => held.State(await FieldIsOpen(held)));

    public Task<SaveOutcome> Save(long baseRevision, IReadOnlyDictionary<string, Answer> changes) =>
        Decide(
            async (held, now) =>
            {
                var open = await FieldIsOpen(held);
                if (!open || held.Status == ResponseStatus.Submitted)
                {
                    return new SaveOutcome.Closed(held.State(open));
                }

                if (baseRevision < 0 || baseRevision > held.Revision)
                {
                    return new SaveOutcome.UnknownRevision(held.State(open));
                }

                if (held.ProblemsOf(changes) is { Length: > 0 } problems)
                {
                    return new SaveOutcome.Refused(problems);
                }

                if (held.ConflictsOf(baseRevision, changes) is { Length: > 0 } conflicts)
                {
                    return new SaveOutcome.Conflicting(held.State(open), conflicts);
                }

                var changed = held.With(changes, now);
                if (!ReferenceEquals(changed, held))
                {
                    await responses.Save(
                        held.Key.Land,
                        new Draft(
                            held.Key.Id,
                            changed.Revision,
                            AnswersJson.Write(changed.Answers),
                            changed.Changes.Write(),
                            changed.Confirmed.Write(),
                            now
                        )
                    );
                    _held = changed;
                }

                return (SaveOutcome)new SaveOutcome.Saved(changed.State(open));
            }
        );

    public Task<ResponseState> Confirm(SentConfirmations confirmations)
    {
        CheckReason.Hold(confirmations.Confirmed);
        CheckReason.Hold(confirmations.Begun);
        return Decide(
            async (held, now) =>
            {
                var open = await FieldIsOpen(held);
                if (!open || held.Status == ResponseStatus.Submitted)
                {
                    return held.State(open);
                }

                var confirmed = held with { Confirmed = held.Confirms(confirmations) };
                if (confirmed.Confirmed.Write() != held.Confirmed.Write())
                {
                    await responses.Confirm(held.Key.Land, held.Key.Id, held.Revision, confirmed.Confirmed.Write());
                    _held = confirmed;
                }

                return confirmed.State(open);
            }
        );
    }

    public Task<SubmitOutcome> Submit(
        long? baseRevision,
        string idempotencyKey,
        IReadOnlyDictionary<string, Answer> changes,
        IReadOnlyDictionary<string, string> confirmations
    )
    {
        if (idempotencyKey.Length is 0 or > LongestKey)
        {
            throw new ArgumentException(
                $"An idempotency key has 1 to {LongestKey} characters, not {idempotencyKey.Length}.",
                nameof(idempotencyKey)
            );
        }

        CheckReason.Hold(confirmations);
        return Decide(
            async (held, now) =>
            {
                if (held.Receipt is { } receipt)
                {
                    return
                        held.IdempotencyKey == idempotencyKey
                        && !held.MistakesOf(changes).Any()
                        && SubmissionRules.SaysTheSame(held, changes)
                        ? new SubmitOutcome.Accepted(receipt, Repeated: true)
                        : new SubmitOutcome.AlreadySubmitted(receipt);
                }

                if (!await FieldIsOpen(held))
                {
                    return new SubmitOutcome.Closed();
                }

                // Whoever has looked at nothing submits what nobody has touched.
                var lookedAt = baseRevision ?? 0;
                if (lookedAt < 0 || lookedAt > held.Revision || (baseRevision is null && held.Revision > 0))
                {
                    return new SubmitOutcome.UnknownRevision();
                }

                if (lookedAt < held.Revision)
                {
                    return new SubmitOutcome.Outdated(held.ConflictsOf(lookedAt, changes), held.Changes.Since(lookedAt));
                }

                if (held.ProblemsOf(changes) is { Length: > 0 } problems)
                {
                    return new SubmitOutcome.Incomplete(problems, [], []);
                }

                var interview = Interview.Of(held.Questionnaire, held.AnswersWith(changes));
                return SubmissionRules.Obstacles(interview.Problems, held.Fired(interview), confirmations) is { } obstacles
                    ? obstacles
                    : (SubmitOutcome)await Store(SubmissionRules.Prepare(held, interview, idempotencyKey, confirmations, now));
            }
        );
    }

    private async Task<SubmitOutcome.Accepted> Store(ReadySubmission ready)
    {
        var land = ready.After.Key.Land;
        var sequence = await responses.Submit(land, ready.ToStore);
        _held = ready.After;

        // Not waited for: should the message be lost, the partition reads the submission from the store before it answers the next
        // question.
        GrainFactory
            .GetGrain<IPartitionGrain>(PartitionKey.Of(land, ready.After.Study.Id))
            .Accept(ready.ForPartition with { Sequence = sequence })
            .Ignore();
        return new(ready.After.Receipt!, Repeated: false);
    }

    /// <summary>Runs one step on what is stored. After a failure whose result is not known, the next step reads again first.</summary>
    private async Task<T> Decide<T>(Func<Response, DateTimeOffset, Task<T>> step)
    {
        var now = Now();
        try
        {
            try
            {
                return await step((await Load()).At(now), now);
            }
            catch (StaleResponseException)
            {
                // Another server wrote it, and nothing of this step was stored: decide again on what is there now.
                var key = Key();
                journal.ResponseStale(key.Id, key.Land);
                _held = null;
                return await step((await Load()).At(now), now);
            }
        }
        catch (QueueFullException)
        {
            throw new StoreBusyException();
        }
        catch
        {
            _held = null;
            throw;
        }
    }

    private async Task<Response> Load()
    {
        var held = _held ?? await Stored();
        var under = held.Under(await catalogue.Known(held.Study.Id, CancellationToken.None) ?? held.Known);
        if (under.Version.Number != held.Version.Number)
        {
            await responses.Migrate(
                held.Key.Land,
                new VersionChange(
                    held.Key.Id,
                    held.Revision,
                    held.Version.Number,
                    under.Version.Number,
                    under.Questionnaire.Hash,
                    AnswersJson.Write(under.Status == ResponseStatus.Invited ? Answers.None : under.Answers),
                    Now()
                )
            );
            journal.ResponseMigrated(held.Key.Id, held.Key.Land, held.Version.Number, under.Version.Number);
            if (under.Confirmed.Write() is var confirmed && confirmed != held.Confirmed.Write())
            {
                await responses.Confirm(held.Key.Land, held.Key.Id, held.Revision, confirmed);
            }
        }

        return _held = under;
    }

    private async Task<Response> Stored()
    {
        var key = Key();
        if (await responses.Find(key.Land, key.Id) is not { } stored)
        {
            DeactivateOnIdle();
            throw new ArgumentException($"There is no response {key}.");
        }

        var known =
            await catalogue.Known(stored.Response.Study, CancellationToken.None)
            ?? throw new InvalidOperationException(
                $"The response {key} belongs to the study {stored.Response.Study}, which has not been published."
            );
        try
        {
            var held = Response.Of(key, known, stored);
            journal.ResponseActivated(key.Id, key.Land);
            return held;
        }
        catch (FormatException damage)
        {
            journal.AnswersDamaged(key.Id, key.Land);
            DeactivateOnIdle();
            throw new DamagedResponseException($"The response {key} cannot be read: {damage.Message}", damage);
        }
    }

    private ResponseKey Key() => ResponseKey.Parse(this.GetPrimaryKeyString());

    private async ValueTask<bool> FieldIsOpen(Response held) =>
        (await catalogue.Known(held.Study.Id, CancellationToken.None))?.Study.Phase == StudyPhase.InField;

    /// <summary>In whole milliseconds, as stored.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(time.GetUtcNow().ToUnixTimeMilliseconds());
}
