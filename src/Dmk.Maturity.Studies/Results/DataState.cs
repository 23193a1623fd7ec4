namespace Dmk.Maturity.Studies;

/// <summary>The state of a study's data behind a result.</summary>
/// <param name="Version">Grows with the data seen by this audience; the same version, the same figures.</param>
/// <param name="Versions">Who was asked which version of the questionnaire; of the shown state as it was when each version had last
/// gained nobody or at least the minimum.</param>
public sealed record DataState(long Version, Sight Sight, DateTimeOffset ComputedAt, VersionMix Versions)
{
    /// <summary>The condition that picked the companies; null for all.</summary>
    public string? Where { get; init; }

    /// <summary>The same, where the study declares it and it was asked for by its id.</summary>
    public NamedCondition? Condition { get; init; }
}
