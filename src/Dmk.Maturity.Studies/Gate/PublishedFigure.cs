using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A figure that has passed the gate: the only type that readers ever get.</summary>
/// <remarks>Where the status withholds, every number is null; respondents too. Only the <see cref="Gate"/> makes figures, from all tables
/// of a lattice together.</remarks>
public sealed record PublishedFigure
{
    private PublishedFigure(CellStatus status, Estimate? estimate, ScoreBound? bound) =>
        (Status, Estimate, Bound) = (status, estimate, bound);

    public CellStatus Status { get; }

    /// <summary>Null when withheld, or shown as a bound. Rounded for everybody but operators.</summary>
    public Estimate? Estimate { get; }

    /// <summary>Where the scores of all its companies lie; null unless they are alike.</summary>
    public ScoreBound? Bound { get; }

    internal static PublishedFigure Withheld(CellStatus status) => new(status, null, null);

    internal static PublishedFigure Shown(CellStatus status, Estimate estimate) => new(status, estimate, null);

    internal static PublishedFigure Alike(ScoreBound bound) => new(CellStatus.AllAlike, null, bound);
}
