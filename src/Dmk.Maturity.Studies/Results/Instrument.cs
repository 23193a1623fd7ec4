namespace Dmk.Maturity.Studies;

/// <summary>How well the items below a node measure one thing, and how they were answered, in all of the population.</summary>
/// <param name="Table">The figure of the node: what all is made from.</param>
/// <param name="Items">In the order of the model.</param>
public sealed record Instrument(
    RequestedInstrument Asked,
    IndexTable Table,
    PublishedReliability Reliability,
    IReadOnlyList<InstrumentItem> Items
)
{
    /// <param name="lattices">Of the node, then of each item.</param>
    /// <param name="companies">Of the node and its items; null where no answer of theirs may be told yet.</param>
    internal static Instrument Of(RequestedInstrument asked, IReadOnlyList<ProtectedLattice> lattices, WeightedStudy? companies, Gate gate)
    {
        IndexTable[] tables = [.. lattices.Select(lattice => lattice.Table([], []))];
        var withheld = tables.Select(table => table.Total.Figure).FirstOrDefault(figure => figure.Estimate is null);
        return new(
            asked,
            tables[0],
            withheld is not null ? PublishedReliability.Withheld(withheld.Status)
                : companies is null ? PublishedReliability.Withheld(CellStatus.NotYetShown)
                : gate.Reliability(companies.ScaleSets(asked.Items.Count)),
            [.. asked.Items.Zip(tables.Skip(1), (item, table) => new InstrumentItem(item, table.Total))]
        );
    }
}
