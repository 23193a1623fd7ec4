namespace Dmk.Maturity.Storage;

/// <summary>How far the submissions of one Land have scores under an index model that came after the study was published.</summary>
public sealed class StoredRescoring
{
    public required string Study { get; init; }

    /// <summary><see cref="PublishedIndexModel.Number"/>.</summary>
    public required int IndexModel { get; init; }

    public required string Land { get; init; }

    /// <summary>All submissions up to this number have their scores.</summary>
    public required long Done { get; init; }

    /// <summary>The last submission that came without scores under the model; whatever came later was scored as it came.</summary>
    public required long Target { get; init; }

    /// <summary>Whether a submission has no scores yet under a model.</summary>
    public bool IsWaiting(int indexModel, long sequence) => indexModel == IndexModel && sequence > Done && sequence <= Target;
}
