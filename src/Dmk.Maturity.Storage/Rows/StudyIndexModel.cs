namespace Dmk.Maturity.Storage;

/// <summary>An index model that scores the submissions of a study.</summary>
public sealed class StudyIndexModel
{
    public required string Study { get; init; }

    public required int IndexModel { get; init; }

    /// <summary>In the order of the study's file.</summary>
    public required int Place { get; init; }
}
