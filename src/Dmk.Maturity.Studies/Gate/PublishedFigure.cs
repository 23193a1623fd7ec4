using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A figure that has passed the gate: the only type that readers ever get.</summary>
/// <remarks>Where the status withholds, every number is null; respondents too. Figures come from a finished <see cref="Suppression"/> and
/// from nowhere else:
/// whoever wants one has to have all tables of its lattice protected.</remarks>
public sealed record PublishedFigure
{
    private PublishedFigure(CellStatus status, Estimate? estimate) => (Status, Estimate) = (status, estimate);

    public CellStatus Status { get; }

    /// <summary>Null when withheld.</summary>
    public Estimate? Estimate { get; }

    /// <returns>One figure per cell of the lattice, in its order.</returns>
    internal static IReadOnlyList<PublishedFigure> Of(Suppression suppression, double unreliableAbove) =>
        [
            .. suppression.Cells.Select(
                (cell, place) => Of(cell, suppression.IsSensitive(place), suppression.IsWithheld(place), unreliableAbove)
            ),
        ];

    private static PublishedFigure Of(RawCell cell, bool sensitive, bool withheld, double unreliableAbove) =>
        cell.Estimate switch
        {
            null or { Respondents: 0 } => new(cell.Population == 0 ? CellStatus.StructuralZero : CellStatus.NoRespondents, null),
            _ when sensitive => new(CellStatus.FewRespondents, null),
            _ when withheld => new(CellStatus.ProtectsAnother, null),
            var estimate => new(IsReliable(estimate, unreliableAbove) ? CellStatus.Published : CellStatus.Unreliable, estimate),
        };

    // Without division: a share of 0 with the standard error 0 is reliable, a missing standard error is not.
    private static bool IsReliable(Estimate estimate, double unreliableAbove) =>
        estimate.StandardError <= unreliableAbove * Math.Abs(estimate.Value);
}
