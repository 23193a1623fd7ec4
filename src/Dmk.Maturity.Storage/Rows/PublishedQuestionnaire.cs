namespace Dmk.Maturity.Storage;

/// <summary>A questionnaire version as it was published: its file's text under its hash.</summary>
public sealed class PublishedQuestionnaire
{
    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Hash { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
