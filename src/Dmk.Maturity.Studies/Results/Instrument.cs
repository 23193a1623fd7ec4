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
    /// <param name="table">The figures of the node and of each item, without a breakdown, by place: the node is 0.</param>
    /// <param name="levels">By item, the share at each level.</param>
    /// <param name="companies">Of the node and its items; null where no answer of theirs may be told yet.</param>
    internal static Instrument Of(
        RequestedInstrument asked,
        IReadOnlyList<IndexTable> table,
        IReadOnlyList<IReadOnlyList<LevelShare>> levels,
        WeightedStudy? companies,
        Gate gate
    )
    {
        var sets = companies?.ScaleSets(asked.Items.Count);
        var withheld = table.Select(one => one.Total.Figure).FirstOrDefault(IsWithheld);
        return new(
            asked,
            table[0],
            withheld is not null ? PublishedReliability.Withheld(withheld.Status)
                : sets is null ? PublishedReliability.Withheld(CellStatus.NotYetShown)
                : gate.Reliability(sets),
            [
                .. asked.Items.Select(
                    (item, place) =>
                        new InstrumentItem(
                            item,
                            table[1 + place].Total,
                            levels[place],
                            IsWithheld(table[1 + place].Total.Figure) ? PublishedResponse.Withheld(table[1 + place].Total.Figure.Status)
                                : sets is null ? PublishedResponse.Withheld(CellStatus.NotYetShown)
                                : gate.Response(sets, 1 + place)
                        )
                ),
            ]
        );
    }

    private static bool IsWithheld(PublishedFigure figure) => figure.Estimate is null;
}
