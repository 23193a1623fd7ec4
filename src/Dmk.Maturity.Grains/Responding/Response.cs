using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A response as its grain holds it, equal to what is stored. Immutable; deciding what a change does to it needs nothing
/// else.</summary>
/// <param name="Version">The version that its answers are answers to.</param>
/// <param name="Stratum">Where the company was drawn.</param>
/// <param name="IdempotencyKey">Of the submission; null before.</param>
internal sealed record Response(
    ResponseKey Key,
    CatalogueStudy Known,
    StudyVersion Version,
    ReportingCell Stratum,
    ResponseStatus Status,
    long Revision,
    Answers Answers,
    LastChanges Changes,
    Receipt? Receipt,
    string? IdempotencyKey
)
{
    /// <summary>Soft checks that the company has confirmed so far, with its reasons.</summary>
    public Confirmations Confirmed { get; init; } = Confirmations.None;

    /// <summary>The company's code of the WZ; null where the frame does not say.</summary>
    public string? Wz { get; init; }

    /// <summary>Persons employed according to the frame; null where it does not say.</summary>
    public int? Persons { get; init; }

    /// <summary>What the frame knows of its answers of the wave before, under the ids of facts.</summary>
    public Answers Previous { get; init; } = Answers.None;

    public Study Study => Known.Study;

    private FrameEntry Entry => new(Stratum, Wz, Persons);

    public Questionnaire Questionnaire => Version.Questionnaire;

    public static Response Of(ResponseKey key, CatalogueStudy known, ResponseWithSubmission stored)
    {
        var (response, unit, submission) = stored;
        return new Response(
            key,
            known,
            known.Study.Version(response.QuestionnaireVersion)
                ?? throw new InvalidOperationException(
                    $"The response {key} is on "
                        + $"{response.QuestionnaireId}@{response.QuestionnaireVersion}, which the study {known.Study.Id} does not ask."
                ),
            ReportingCell.Parse(unit.Stratum),
            (ResponseStatus)response.Status,
            response.Revision,
            AnswersJson.Read(response.Answers),
            LastChanges.Read(response.Changes),
            submission is null
                ? null
                : new Receipt(
                    submission.ReceiptNumber,
                    submission.SubmittedAt,
                    submission.ReceiptHash,
                    response.QuestionnaireId,
                    response.QuestionnaireVersion,
                    response.QuestionnaireHash
                ),
            submission?.IdempotencyKey
        )
        {
            Confirmed = Confirmations.Read(response.Confirmations),
            Wz = unit.Wz,
            Persons = unit.Persons,
            Previous = unit.Previous is null ? Answers.None : AnswersJson.Read(unit.Previous),
        }.Begun();
    }

    public ResponseState State(bool fieldIsOpen) =>
        new(Key.ToString(), Study.Id, Questionnaire.Id, Questionnaire.Version, Status, Revision, Answers, Receipt, fieldIsOpen)
        {
            Confirmations = Confirmed.ByCheck,
            BegunReasons = Confirmed.Begun,
            ConfirmationsMark = Confirmed.Mark,
            Frame = Stratum,
            Wz = Wz,
            Persons = Persons,
        };

    /// <summary>As it is when the study is as it is now. While the field is open, one that has not been begun is asked the newest
    /// version; a draft goes over to it when every step
    /// on the way lets it, with all its answers; and what has been submitted stays what it is.</summary>
    public Response Under(CatalogueStudy now)
    {
        var (version, newest) = (now.Study.Version(Version.Number)!, now.Study.Newest);
        var here = ReferenceEquals(now, Known) ? this : this with { Known = now, Version = version };
        if (version.Number == newest.Number || now.Study.Phase != StudyPhase.InField || !MayLeave(version))
        {
            return here;
        }

        if (Status == ResponseStatus.Invited)
        {
            return (here with { Version = newest }).Begun();
        }

        var answers = FactsAtHand.Among(DraftMigration.Answers(Answers, newest.Questionnaire), Previous, newest.Questionnaire);
        return DraftMigration.Fits(answers, newest.Questionnaire)
            ? (here with { Version = newest, Answers = answers }).ConfirmedAs(here)
            : here;
    }

    /// <summary>With the confirmations that still hold after a step to another version.</summary>
    private Response ConfirmedAs(Response before) =>
        this with
        {
            Confirmed = Confirmed.Under(
                before.Fired(Interview.Of(before.Questionnaire, before.Answers)),
                Fired(Interview.Of(Questionnaire, Answers))
            ),
        };

    /// <summary>With what the company confirms of the checks that fire.</summary>
    public Confirmations Confirms(SentConfirmations sent) => Confirmed.With(sent, Fired(Interview.Of(Questionnaire, Answers)));

    /// <summary>All that is said about the answers of this company.</summary>
    public IReadOnlyList<FiredCheck> Fired(Interview interview) => Study.Design.Fired(Entry, interview);

    /// <summary>Before its first save a response holds what the frame knows, of whatever version it is asked. With the first save it
    /// becomes the company's answer as it stands; the last page shows what was left so.</summary>
    private Response Begun() =>
        Status == ResponseStatus.Invited
            ? this with
            {
                Answers = FactsAtHand.Among(Study.Design.Prefilled(Entry, Questionnaire), Previous, Questionnaire),
            }
            : this;

    /// <summary>As it is looked at and changed at a moment. What has been submitted keeps the day of its submission.</summary>
    public Response At(DateTimeOffset moment) =>
        Status == ResponseStatus.Submitted || !Questionnaire.ReadsToday
            ? this
            : this with
            {
                Answers = FactsAtHand.On(moment, Answers, Questionnaire),
            };

    /// <summary>What is not possible among the changes, all of it.</summary>
    public AnswerProblem[] ProblemsOf(IReadOnlyDictionary<string, Answer> changes) =>
        [.. MistakesOf(changes), .. ListedItems.Unlisted(Questionnaire, Answers, changes)];

    /// <summary>What no response could hold among the changes, whatever else it holds.</summary>
    public IEnumerable<AnswerProblem> MistakesOf(IReadOnlyDictionary<string, Answer> changes) =>
        changes.Select(change => Questionnaire.Validate(change.Key, change.Value)).OfType<AnswerProblem>();

    /// <summary>Variables that others have changed since the base revision, to another value.</summary>
    public Conflict[] ConflictsOf(long baseRevision, IReadOnlyDictionary<string, Answer> changes) =>
        [
            .. from change in ListedItems.WithRemovals(Questionnaire, Answers, changes)
            let last = Changes.Of(change.Key)
            let sent = Canonical(change.Key, change.Value)
            where last.Number > baseRevision && Answers[change.Key] != sent
            select new Conflict(change.Key, Answers[change.Key], sent, last.At),
        ];

    /// <summary>With the changes that change something; itself when none does.</summary>
    public Response With(IReadOnlyDictionary<string, Answer> changes, DateTimeOffset at)
    {
        var real = Real(changes).ToArray();
        if (real.Length == 0)
        {
            return this;
        }

        var revision = new Revision(Revision + 1, at);
        var after = Answers.With(real);
        return this with
        {
            Status = ResponseStatus.Draft,
            Revision = revision.Number,
            Answers = after,
            Changes = Changes
                .With(real.Select(change => change.Key), revision)
                .Where(variable => ListedItems.Has(Questionnaire, after, variable)),
            Confirmed = Confirmed.After(real.Select(change => change.Key), () => Fired(Interview.Of(Questionnaire, Answers))),
        };
    }

    /// <summary>The answers alone, as they would be with the changes.</summary>
    public Answers AnswersWith(IReadOnlyDictionary<string, Answer> changes) => Answers.With(Real(changes));

    private bool MayLeave(StudyVersion version) =>
        Status switch
        {
            ResponseStatus.Invited => true,
            ResponseStatus.Draft => version.DraftsCarryOn,
            _ => false,
        };

    private IEnumerable<KeyValuePair<string, Answer>> Real(IReadOnlyDictionary<string, Answer> changes) =>
        ListedItems
            .WithRemovals(Questionnaire, Answers, changes)
            .Select(change => KeyValuePair.Create(change.Key, Canonical(change.Key, change.Value)))
            .Where(change => Answers[change.Key] != change.Value);

    /// <summary>Ticked options in the order of the definition, however they were sent.</summary>
    private Answer Canonical(string variable, Answer answer) =>
        answer is Answer.CodedSet ticked && Questionnaire.Variable(variable)?.Question is { } question
            ? question.Ticked(ticked.Codes)
            : answer;
}
