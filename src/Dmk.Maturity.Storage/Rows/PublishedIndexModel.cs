namespace Dmk.Maturity.Storage;

/// <summary>An index model version as it was published.</summary>
public sealed class PublishedIndexModel
{
    /// <summary>Given by the store; stands for the model in the rows of scores.</summary>
    public int Number { get; init; }

    public required string Id { get; init; }

    public required string Version { get; init; }

    public required string Hash { get; init; }

    public required string Source { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }
}
