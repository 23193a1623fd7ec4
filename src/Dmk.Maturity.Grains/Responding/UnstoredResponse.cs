using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A response that decides as a company's does and is kept in memory only: for an author who tries a form that is being
/// written. Its study may change under it.</summary>
public sealed class UnstoredResponse
{
    /// <summary>What its frame says of persons.</summary>
    private const int MadeUpPersons = 12;

    private readonly TimeProvider _time;
    private readonly ReportingCell _frame;
    private readonly Lock _lock = new();
    private Response _held;

    /// <param name="frame">Where the made-up company stands.</param>
    public UnstoredResponse(Study study, ReportingCell frame, TimeProvider time)
    {
        (_time, _frame) = (time, frame);
        _held = Begun(study);
    }

    public ResponseState Read()
    {
        lock (_lock)
        {
            return _held.State(fieldIsOpen: true);
        }
    }

    /// <summary>Goes on under a study as it is now. Answers that its questionnaire does not take any more are dropped; what had been
    /// submitted is open again.</summary>
    public void Under(Study study)
    {
        lock (_lock)
        {
            if (ReferenceEquals(study, _held.Study))
            {
                return;
            }

            var asked = study.Questionnaire;
            var fitting = _held.Answers.Where(id => asked.Validate(id, _held.Answers[id]) is null);
            var fresh = Begun(study);
            _held = fresh with
            {
                Status = _held.Revision == 0 ? ResponseStatus.Invited : ResponseStatus.Draft,
                Revision = _held.Revision,
                Answers = _held.Revision == 0 ? fresh.Answers : Today(fitting.Where(id => ListedItems.Has(asked, fitting, id)), asked),
            };
        }
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _held = Begun(_held.Study);
        }
    }

    /// <inheritdoc cref="IResponseGrain.Save"/>
    public SaveOutcome Save(long baseRevision, IReadOnlyDictionary<string, Answer> changes)
    {
        lock (_lock)
        {
            if (_held.Status == ResponseStatus.Submitted)
            {
                return new SaveOutcome.Closed(_held.State(fieldIsOpen: true));
            }

            if (baseRevision < 0 || baseRevision > _held.Revision)
            {
                return new SaveOutcome.UnknownRevision(_held.State(fieldIsOpen: true));
            }

            if (_held.ProblemsOf(changes) is { Length: > 0 } problems)
            {
                return new SaveOutcome.Refused(problems);
            }

            if (_held.ConflictsOf(baseRevision, changes) is { Length: > 0 } conflicts)
            {
                return new SaveOutcome.Conflicting(_held.State(fieldIsOpen: true), conflicts);
            }

            var changed = _held.With(changes, _time.GetUtcNow());
            _held = changed with { Answers = Today(changed.Answers, changed.Questionnaire) };
            return new SaveOutcome.Saved(_held.State(fieldIsOpen: true));
        }
    }

    /// <inheritdoc cref="IResponseGrain.Confirm"/>
    public ResponseState Confirm(SentConfirmations confirmations)
    {
        lock (_lock)
        {
            if (_held.Status != ResponseStatus.Submitted)
            {
                _held = _held with { Confirmed = _held.Confirms(confirmations) };
            }

            return _held.State(fieldIsOpen: true);
        }
    }

    /// <inheritdoc cref="IResponseGrain.Submit"/>
    public SubmitOutcome Submit(
        long? baseRevision,
        string idempotencyKey,
        IReadOnlyDictionary<string, Answer> changes,
        IReadOnlyDictionary<string, string> confirmations
    )
    {
        lock (_lock)
        {
            if (_held.Receipt is { } receipt)
            {
                return new SubmitOutcome.AlreadySubmitted(receipt);
            }

            if (baseRevision is { } seen && seen != _held.Revision)
            {
                return new SubmitOutcome.Outdated(_held.ConflictsOf(seen, changes), _held.Changes.Since(seen));
            }

            if (_held.ProblemsOf(changes) is { Length: > 0 } problems)
            {
                return new SubmitOutcome.Incomplete(problems, [], []);
            }

            var interview = Interview.Of(_held.Questionnaire, _held.AnswersWith(changes));
            if (SubmissionRules.Obstacles(interview.Problems, _held.Fired(interview), confirmations) is { } obstacles)
            {
                return obstacles;
            }

            _held = SubmissionRules.Prepare(_held, interview, idempotencyKey, confirmations, _time.GetUtcNow()).After;
            return new SubmitOutcome.Accepted(_held.Receipt!, Repeated: false);
        }
    }

    private Response Begun(Study study) =>
        new(
            new ResponseKey(_frame.Land, Guid.Empty),
            new CatalogueStudy(study, [], []),
            study.Newest,
            _frame,
            ResponseStatus.Invited,
            0,
            Today(study.Design.Prefilled(new(_frame, Wz: null, MadeUpPersons), study.Questionnaire), study.Questionnaire),
            LastChanges.None,
            null,
            null
        );

    private Answers Today(Answers answers, Questionnaire questionnaire) => FactsAtHand.On(_time.GetUtcNow(), answers, questionnaire);
}
