using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The figures of a node in all tables that readers get, and in which cells it is withheld because of its numbers.</summary>
/// <param name="Figures">One per cell, in order.</param>
/// <param name="ByNumbers">Places of cells that one company dominates, or that would narrow a secret mean, here or of what is
/// above.</param>
internal sealed record ProtectedFigures(IReadOnlyList<PublishedFigure> Figures, IReadOnlySet<int> ByNumbers)
{
    /// <param name="cells">Of all tables.</param>
    /// <param name="decided">Per cell why it is withheld, as was decided on sets of companies; null where it is shown.</param>
    /// <param name="sources">Per cell, which companies its table is made from.</param>
    /// <param name="above">In which cells the parent is withheld because of its numbers.</param>
    public static ProtectedFigures Of(
        Gate gate,
        IReadOnlyList<RawCell> cells,
        IReadOnlyList<CellStatus?> decided,
        IReadOnlyList<int> sources,
        IReadOnlySet<int> above
    )
    {
        CellStatus?[] why = [.. decided.Select((status, at) => status ?? (above.Contains(at) ? CellStatus.ProtectsAnother : null))];
        var figures = gate.Protect(cells, why);
        var further = gate.Narrowing(cells, figures, sources);
        foreach (var at in further)
        {
            why[at] = CellStatus.ProtectsAnother;
        }

        figures = further.Count > 0 ? gate.Protect(cells, why) : figures;
        var dominated = figures.Index().Where(figure => figure.Item.Status == CellStatus.Dominated).Select(figure => figure.Index);
        return new(figures, new HashSet<int>([.. above, .. further, .. dominated]));
    }
}
