using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Grains;

/// <summary>A table with what it was made from.</summary>
/// <param name="DataVersion">Grows with the data seen by this audience; the same version, the same figures.</param>
/// <param name="Live">True: every acknowledged submission is in it. False: the shown state, in which a cell changes only after three further respondents.</param>
public sealed record ProvisionalTable(Study Study, IndexTable Table, long DataVersion, bool Live, DateTimeOffset ComputedAt);

/// <summary>Index tables for readers: asks every partition of a study, merges, estimates, passes the gate.</summary>
public sealed class Results
{
    /// <exception cref="ArgumentException">No such index, node or table; the message says what there is.</exception>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    public Task<ProvisionalTable> IndexTable(Study study, string indexId, string nodeId, IReadOnlyList<ReportingVariable> by, Audience audience, CancellationToken cancellation) =>
        throw new NotImplementedException();

    /// <summary>How many of the drawn companies have submitted, per Land: live, for operators.</summary>
    public Task<IReadOnlyDictionary<string, (long Drawn, long Submitted)>> Progress(Study study, CancellationToken cancellation) => throw new NotImplementedException();
}

/// <summary>A Land's partition does not answer: never a Germany made of fifteen.</summary>
public sealed class PartitionMissingException : Exception
{
    public PartitionMissingException()
    {
    }

    public PartitionMissingException(string message)
        : base(message)
    {
    }

    public PartitionMissingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
