namespace Dmk.Maturity.Indices;

/// <summary>Cells as places in their classifications, so that a table over any of the reporting variables finds its cells by counting.</summary>
internal sealed class CellPlaces
{
    private readonly CodeOrder[] _orders;
    private readonly int[][] _places;

    private CellPlaces(CodeOrder[] orders, int[][] places) => (_orders, _places) = (orders, places);

    /// <exception cref="ArgumentException">A code that its classification does not have.</exception>
    public static CellPlaces Of(IEnumerable<ReportingCell> cells, CodeOrder[] orders) =>
        new(orders, [.. cells.Select(cell => orders.Select((order, variable) => order.PlaceOf(cell[(ReportingVariable)variable])).ToArray())]);

    /// <summary>Per cell a number that sorts the cells of a table in the order of the classifications.</summary>
    public int[] Keys(IReadOnlyList<ReportingVariable> by)
    {
        var keys = new int[_places.Length];
        foreach (var variable in by)
        {
            for (var i = 0; i < keys.Length; i++)
            {
                keys[i] = checked((keys[i] * _orders[(int)variable].Count) + _places[i][(int)variable]);
            }
        }

        return keys;
    }
}
