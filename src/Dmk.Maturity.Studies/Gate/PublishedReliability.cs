using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How the items of a scale go together, past the gate: of the companies that have a score of all of them. Where the status
/// withholds, everything else is null. To 0.01 for everybody but operators.</summary>
public sealed record PublishedReliability
{
    private PublishedReliability(CellStatus status) => Status = status;

    public CellStatus Status { get; }

    /// <summary>Companies that have a score of the node and of all its items.</summary>
    public long? Companies { get; private init; }

    /// <summary>Under the weights.</summary>
    public ScaleReliability? Weighted { get; private init; }

    /// <summary>Each company counting alike.</summary>
    public ScaleReliability? Unweighted { get; private init; }

    internal static PublishedReliability Withheld(CellStatus status) => new(status);

    internal static PublishedReliability Shown(long companies, ScaleReliability weighted, ScaleReliability unweighted) =>
        new(CellStatus.Published)
        {
            Companies = companies,
            Weighted = weighted,
            Unweighted = unweighted,
        };
}
