namespace Dmk.Maturity.Storage;

/// <summary>An index model that scores the submissions of a study.</summary>
public sealed class StudyIndexModel
{
    public required string Study { get; init; }

    public required int IndexModel { get; init; }

    /// <summary>In the order of the study's file; then those that were added, in the order in which they came.</summary>
    public required int Place { get; init; }

    /// <summary>When it was added to the study; null where the study was published with it.</summary>
    public DateTimeOffset? AddedAt { get; init; }
}
