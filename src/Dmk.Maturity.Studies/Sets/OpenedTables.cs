using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How many of a study's tables are opened in a state. Companies that cannot enter a fine table are a kind of their own in the
/// coarser ones, and where such kinds are small their tables close: so a fine table that would cost the tables by one variable is left
/// closed.</summary>
/// <param name="companies">All of the study; alike ones with unlike histories stand apart.</param>
/// <param name="histories">Per group, as in <see cref="Admission.Advance"/>.</param>
/// <param name="mayEnter">Likewise.</param>
/// <param name="state">The number of the new state.</param>
internal sealed class OpenedTables(
    EntryOrder order,
    IReadOnlyList<AlikeCompanies> companies,
    IReadOnlyList<IReadOnlyList<int>> histories,
    IReadOnlyList<bool> mayEnter,
    int state,
    int minimum
)
{
    /// <summary>Of the companies that the tables by one variable could show, how many they show at least.</summary>
    private const double WorthOfMargins = 0.95;

    private readonly TableLinks _links = new(order.Finer, order.Needing);
    private readonly int[] _margins = [.. order.Tables.Index().Where(table => table.Item.Count == 1).Select(table => table.Index)];

    /// <summary>The total and the tables by one variable.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Margins() => Entered(1 + _margins.Length);

    /// <summary>As many tables as the margins can bear, the coarse ones first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Widest()
    {
        var margins = Margins();
        var least = WorthOfMargins * InMargins(margins);
        for (var tables = order.Tables.Count; tables > 1 + _margins.Length; tables--)
        {
            if (Entered(tables) is var wide && InMargins(wide) >= least)
            {
                return wide;
            }
        }

        return margins;
    }

    /// <param name="tables">How many are opened, in their order.</param>
    private IReadOnlyList<IReadOnlyList<int>> Entered(int tables) =>
        Admission.Advance(companies, histories, mayEnter, [.. order.Tables.Select((_, table) => table < tables)], _links, state, minimum);

    /// <summary>Companies in the margin in which the fewest are.</summary>
    private long InMargins(IReadOnlyList<IReadOnlyList<int>> entered) =>
        _margins
            .Select(margin => entered.Zip(companies).Where(one => one.First[margin] != Admission.Never).Sum(one => one.Second.Count))
            .DefaultIfEmpty(0)
            .Min();
}
