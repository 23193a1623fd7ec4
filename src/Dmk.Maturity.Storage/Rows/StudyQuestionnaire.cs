namespace Dmk.Maturity.Storage;

/// <summary>A questionnaire version that companies of a study are, or were, asked.</summary>
public sealed class StudyQuestionnaire
{
    public required string Study { get; init; }

    /// <summary>0 for the version that the study was published with, then one more for each that was added in the field.</summary>
    public required int Place { get; init; }

    public required string QuestionnaireId { get; init; }

    public required string QuestionnaireVersion { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
