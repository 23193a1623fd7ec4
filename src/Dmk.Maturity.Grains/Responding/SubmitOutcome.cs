using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>What came of a submission.</summary>
[GenerateSerializer, Alias("Dmk.Maturity.Grains.SubmitOutcome")]
public abstract record SubmitOutcome
{
    private SubmitOutcome() { }

    /// <param name="Repeated">The same key came before; this is the same receipt.</param>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.Accepted")]
    public sealed record Accepted([property: Id(0)] Receipt Receipt, [property: Id(1)] bool Repeated) : SubmitOutcome;

    /// <summary>Problems forbid it, hard checks fail, or soft checks wait for a confirmation, or for the reason that they demand (ids as
    /// in <see cref="FiredCheck.Id"/>).</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.Incomplete")]
    public sealed record Incomplete(
        [property: Id(0)] IReadOnlyList<AnswerProblem> Problems,
        [property: Id(1)] IReadOnlyList<string> HardChecks,
        [property: Id(2)] IReadOnlyList<string> UnconfirmedChecks
    ) : SubmitOutcome;

    /// <summary>Submitted before under another key; its receipt.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.AlreadySubmitted")]
    public sealed record AlreadySubmitted([property: Id(0)] Receipt Receipt) : SubmitOutcome;

    /// <summary>Others have saved since its sender looked; nothing is submitted.</summary>
    /// <param name="Conflicts">What was sent along and others have changed to something else.</param>
    /// <param name="Changed">All variables that were changed since.</param>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.Outdated")]
    public sealed record Outdated([property: Id(0)] IReadOnlyList<Conflict> Conflicts, [property: Id(1)] IReadOnlyList<string> Changed)
        : SubmitOutcome;

    /// <summary>No revision was sent for a response that somebody has begun, or one that was never given; nothing is submitted.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.UnknownRevision")]
    public sealed record UnknownRevision : SubmitOutcome;

    /// <summary>The field is closed.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SubmitOutcome.Closed")]
    public sealed record Closed : SubmitOutcome;
}
