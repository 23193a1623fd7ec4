using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Decides of which cells it is shown how their companies are spread over categories: the levels of a node, or which dimensions
/// they have a score of.</summary>
/// <remarks>Every category holds none or at least the minimum of companies in each cell that is shown, and in every difference of cells
/// that can be formed: per category the cells are a lattice of their own. What is withheld for one category is withheld for all, as the
/// others would leave it over.</remarks>
internal static class SpreadDecisions
{
    /// <param name="cells">Of all tables.</param>
    /// <param name="companies">Per cell, how many are in each category.</param>
    /// <param name="closed">Per cell, why it is withheld whatever the categories; null where nothing withholds it.</param>
    /// <returns>Per cell why it is withheld; null where it is shown.</returns>
    public static CellStatus?[] Of(
        IReadOnlyList<TableCell> cells,
        IReadOnlyList<IReadOnlyDictionary<long, long>> companies,
        IReadOnlyList<CellStatus?> closed,
        int minimum
    )
    {
        var decided = closed.ToArray();
        long[] categories = [.. companies.SelectMany(one => one.Keys).Distinct().Order()];
        // Each is looked at again only after something was withheld since.
        var (changes, seen) = (0, categories.ToDictionary(category => category, _ => -1));
        while (seen.Values.Any(at => at < changes))
        {
            foreach (var category in categories.Where(category => seen[category] < changes))
            {
                seen[category] = changes;
                if (Withhold(cells, [.. companies.Select(one => one.GetValueOrDefault(category))], decided, minimum))
                {
                    changes++;
                }
            }
        }

        return decided;
    }

    /// <returns>Whether further cells are withheld.</returns>
    private static bool Withhold(IReadOnlyList<TableCell> cells, long[] companies, CellStatus?[] decided, int minimum)
    {
        if (!decided.Index().Any(cell => cell.Item is null && companies[cell.Index] > 0))
        {
            return false;
        }

        var suppression = new Suppression(
            [.. cells.Select((cell, place) => new SetCell(cell.Codes, companies[place]) { IsClosed = decided[place] is not null })],
            minimum
        );
        var changed = false;
        for (var place = 0; place < decided.Length; place++)
        {
            if (decided[place] is null && companies[place] > 0 && (suppression.Fails || suppression.IsWithheld(place)))
            {
                decided[place] = suppression.IsSensitive(place) ? CellStatus.FewRespondents : CellStatus.ProtectsAnother;
                changed = true;
            }
        }

        return changed;
    }
}
