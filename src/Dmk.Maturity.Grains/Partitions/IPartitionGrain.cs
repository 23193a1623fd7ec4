namespace Dmk.Maturity.Grains;

/// <summary>The submissions of one Land in one study, as columns of scores. Only counts and moments leave it. Key: Land / study.</summary>
/// <remarks>Every answer holds all submissions that were acknowledged before the question: it compares itself with the stored counter
/// first, and reads what it lacks.</remarks>
[Alias("Dmk.Maturity.Grains.IPartitionGrain")]
internal interface IPartitionGrain : IGrainWithStringKey
{
    /// <summary>Tells of a submission that has been committed. May be lost, doubled or out of order.</summary>
    [Alias("Accept")]
    Task Accept([Immutable] PartitionSubmission unit);

    /// <summary>Moments of all submissions.</summary>
    /// <param name="model">The place of the index model in the study.</param>
    [Alias("Live")]
    Task<PartitionMoments> Live(int model);

    /// <summary>The highest submission.</summary>
    [Alias("Version")]
    Task<long> Version();

    [Alias("Pending")]
    Task<PendingUnits> Pending([Immutable] PartitionMarks shown);

    /// <summary>Scores between each node's mark and its cell's mark.</summary>
    [Alias("PendingScores")]
    Task<PendingScores[]> PendingScores([Immutable] PartitionMarks shown);

    /// <summary>Moments of the shown state; a score that is not shown yet counts as missing.</summary>
    [Alias("Shown")]
    Task<PartitionMoments> Shown(int model, [Immutable] PartitionMarks shown);
}
