using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>The one writer of one company's answers. Key: Land / response id, as in <c>SN/0190f...</c>.</summary>
[Alias("Dmk.Maturity.Grains.IResponseGrain")]
public interface IResponseGrain : IGrainWithStringKey
{
    [Alias("Read")]
    Task<ResponseState> Read();

    /// <summary>Saves changes made against a revision, all of them or none. Acknowledged after commit.</summary>
    /// <param name="changes">By variable, only what changed; <see cref="Answer.Unanswered"/> clears (which <see cref="Answers"/> cannot say).</param>
    [Alias("Save")]
    Task<SaveOutcome> Save(long baseRevision, IReadOnlyDictionary<string, Answer> changes);

    /// <summary>Submits once. The same idempotency key again gives the same receipt.</summary>
    /// <param name="changes">Answers to save in the same commit, as in <see cref="Save"/>; may be none.</param>
    /// <param name="confirmations">Soft checks that the company confirmed, with its reason (may be empty).</param>
    [Alias("Submit")]
    Task<SubmitOutcome> Submit(string idempotencyKey, IReadOnlyDictionary<string, Answer> changes, IReadOnlyDictionary<string, string> confirmations);
}

/// <summary>Where a response stands in its life.</summary>
public enum ResponseStatus
{
    Invited,
    Draft,
    Submitted,
}

/// <summary>A response as its company sees it.</summary>
/// <param name="Revision">Grows with every save; 0 before the first.</param>
/// <param name="FieldIsOpen">Whether the study takes answers now.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ResponseState")]
public sealed record ResponseState(
    [property: Id(0)] string Key,
    [property: Id(1)] string StudyId,
    [property: Id(2)] string QuestionnaireId,
    [property: Id(3)] string QuestionnaireVersion,
    [property: Id(4)] ResponseStatus Status,
    [property: Id(5)] long Revision,
    [property: Id(6)] Answers Answers,
    [property: Id(7)] Receipt? Receipt,
    [property: Id(8)] bool FieldIsOpen);

/// <summary>Proof of a submission.</summary>
/// <param name="Number">Short, to be read out on the telephone.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal, over the questionnaire's hash, a line feed, and the canonical answers (<see cref="AnswersJson"/>) that were submitted.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.Receipt")]
public sealed record Receipt(
    [property: Id(0)] string Number,
    [property: Id(1)] DateTimeOffset SubmittedAt,
    [property: Id(2)] string Hash,
    [property: Id(3)] string QuestionnaireId,
    [property: Id(4)] string QuestionnaireVersion,
    [property: Id(5)] string QuestionnaireHash);

/// <summary>Two people changed the same variable: both values.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.Conflict")]
public sealed record Conflict([property: Id(0)] string Variable, [property: Id(1)] Answer Stored, [property: Id(2)] Answer Sent, [property: Id(3)] DateTimeOffset StoredAt);

/// <summary>What came of a save.</summary>
[GenerateSerializer, Alias("Dmk.Maturity.Grains.SaveOutcome")]
public abstract record SaveOutcome
{
    private SaveOutcome()
    {
    }

    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.Saved")]
    public sealed record Saved([property: Id(0)] ResponseState State) : SaveOutcome;

    /// <summary>Nothing was stored: these answers are not possible.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.Refused")]
    public sealed record Refused([property: Id(0)] IReadOnlyList<AnswerProblem> Problems) : SaveOutcome;

    /// <summary>Nothing was stored: others changed the same variables since the base revision.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.Conflicting")]
    public sealed record Conflicting([property: Id(0)] ResponseState State, [property: Id(1)] IReadOnlyList<Conflict> Conflicts) : SaveOutcome;

    /// <summary>Nothing was stored: already submitted, or the field is closed (<see cref="ResponseState.FieldIsOpen"/>).</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.Closed")]
    public sealed record Closed([property: Id(0)] ResponseState State) : SaveOutcome;

    /// <summary>Nothing was stored: the base revision is newer than anything stored.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.UnknownRevision")]
    public sealed record UnknownRevision([property: Id(0)] ResponseState State) : SaveOutcome;
}

/// <summary>What came of a submission.</summary>
[GenerateSerializer, Alias("Dmk.Maturity.Grains.SubmitOutcome")]
public abstract record SubmitOutcome
{
    private SubmitOutcome()
    {
    }

    /// <param name="Repeated">The same key came before; this is the same receipt.</param>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.Accepted")]
    public sealed record Accepted([property: Id(0)] Receipt Receipt, [property: Id(1)] bool Repeated) : SubmitOutcome;

    /// <summary>Problems forbid it, hard checks fail, or soft checks wait for a confirmation (ids of checks).</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.Incomplete")]
    public sealed record Incomplete(
        [property: Id(0)] IReadOnlyList<AnswerProblem> Problems,
        [property: Id(1)] IReadOnlyList<string> HardChecks,
        [property: Id(2)] IReadOnlyList<string> UnconfirmedChecks) : SubmitOutcome;

    /// <summary>Submitted before under another key; its receipt.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.AlreadySubmitted")]
    public sealed record AlreadySubmitted([property: Id(0)] Receipt Receipt) : SubmitOutcome;

    /// <summary>The field is closed.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.Closed")]
    public sealed record Closed : SubmitOutcome;
}
