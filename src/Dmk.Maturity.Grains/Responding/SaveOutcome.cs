using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>What came of a save.</summary>
[GenerateSerializer, Alias("Dmk.Maturity.Grains.SaveOutcome")]
public abstract record SaveOutcome
{
    private SaveOutcome() { }

    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.Saved")]
    public sealed record Saved([property: Id(0)] ResponseState State) : SaveOutcome;

    /// <summary>Nothing was stored: these answers are not possible.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.Refused")]
    public sealed record Refused([property: Id(0)] IReadOnlyList<AnswerProblem> Problems) : SaveOutcome;

    /// <summary>Nothing was stored: others changed the same variables since the base revision.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.Conflicting")]
    public sealed record Conflicting([property: Id(0)] ResponseState State, [property: Id(1)] IReadOnlyList<Conflict> Conflicts)
        : SaveOutcome;

    /// <summary>Nothing was stored: already submitted, or the field is closed (<see cref="ResponseState.FieldIsOpen"/>).</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.Closed")]
    public sealed record Closed([property: Id(0)] ResponseState State) : SaveOutcome;

    /// <summary>Nothing was stored: the base revision is newer than anything stored.</summary>
    [GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SaveOutcome.UnknownRevision")]
    public sealed record UnknownRevision([property: Id(0)] ResponseState State) : SaveOutcome;
}
