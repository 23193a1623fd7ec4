namespace Dmk.Maturity.Storage;

/// <summary>A study as it was published, and where it stands in its life.</summary>
public sealed class PublishedStudy
{
    public required string Id { get; init; }

    public required string Hash { get; init; }

    public required string Source { get; init; }

    public required string QuestionnaireId { get; init; }

    public required string QuestionnaireVersion { get; init; }

    /// <summary>Its companies are made up.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>0 draft, 1 in the field, 2 closed.</summary>
    public required int Phase { get; set; }

    public required DateTimeOffset PublishedAt { get; init; }
}
