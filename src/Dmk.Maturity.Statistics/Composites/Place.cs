namespace Dmk.Maturity.Statistics;

/// <summary>The place of a unit in an order.</summary>
/// <param name="Rank">1 for the best; tied units all have the better rank, and the next unit's leaves out as many.</param>
/// <param name="Tied">How many units have this rank, itself included: 1 when it is alone there.</param>
public readonly record struct Place(int Rank, int Tied)
{
    /// <summary>Orders units by their scores, the highest first. Only equal scores are tied; nothing is rounded.</summary>
    /// <returns>One per unit; null for one without a score.</returns>
    public static Place?[] Of(ReadOnlySpan<double> scores)
    {
        var places = new Place?[scores.Length];
        var order = Order(scores);
        for (var first = 0; first < order.Length; )
        {
            var next = first + 1;
            while (next < order.Length && scores[order[next]] == scores[order[first]])
            {
                next++;
            }

            for (var at = first; at < next; at++)
            {
                places[order[at]] = new(first + 1, next - first);
            }

            first = next;
        }

        return places;
    }

    /// <summary>The units with a score, the best first.</summary>
    private static int[] Order(ReadOnlySpan<double> scores)
    {
        var (units, negatives) = (new List<int>(), new List<double>());
        for (var unit = 0; unit < scores.Length; unit++)
        {
            if (!double.IsNaN(scores[unit]))
            {
                units.Add(unit);
                negatives.Add(-scores[unit]);
            }
        }

        var order = units.ToArray();
        Array.Sort([.. negatives], order);
        return order;
    }
}
