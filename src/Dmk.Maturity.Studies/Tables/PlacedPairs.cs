namespace Dmk.Maturity.Studies;

/// <summary>Where the pairs of some moments belong in the tables of a study. It follows from pairs and frame alone.</summary>
/// <remarks>In an order that does not depend on that of the answers' arrival: sums of doubles then come out the same to the last
/// bit.</remarks>
internal sealed class PlacedPairs
{
    /// <param name="tables">Of the study.</param>
    /// <param name="pairs">Per pair the rank of its stratum in the ordinal order of strata, its place in the weights, and its reporting
    /// cell.</param>
    public PlacedPairs(
        IReadOnlyList<EmptyTable> tables,
        IEnumerable<(int Rank, int Stratum, ReportingCell Cell)> pairs,
        Func<ReportingCell, long[]> keysOf
    )
    {
        var ordered = pairs
            .Select((pair, at) => (pair.Rank, pair.Stratum, pair.Cell, At: at))
            .OrderBy(pair => pair.Rank)
            .ThenBy(pair => pair.Cell, ReportingCellOrder.Cells)
            .ToArray();
        Pairs = Array.ConvertAll(ordered, pair => pair.At);
        Strata = Array.ConvertAll(ordered, pair => pair.Stratum);
        var cells = new List<ReportingCell>();
        CellOf = Array.ConvertAll(ordered, pair => PlaceOf(pair.Cell));
        Cells = cells;
        long[][] keys = [.. cells.Select(keysOf)];
        Tables = [.. tables.Select((table, t) => new PlacedCells(table, Array.ConvertAll(keys, one => one[t])))];

        int PlaceOf(ReportingCell cell)
        {
            if (!Places.TryGetValue(cell, out var place))
            {
                Places.Add(cell, place = cells.Count);
                cells.Add(cell);
            }

            return place;
        }
    }

    /// <summary>In the order of strata and cells: which pair.</summary>
    public int[] Pairs { get; }

    /// <summary>In that order: the stratum's place in the weights, which is that in the frame, or 0 in a census.</summary>
    public int[] Strata { get; }

    /// <summary>In that order: which of <see cref="Cells"/>.</summary>
    public int[] CellOf { get; }

    /// <summary>The reporting cells, each once.</summary>
    public IReadOnlyList<ReportingCell> Cells { get; }

    /// <summary>Per reporting cell its place in <see cref="Cells"/>.</summary>
    public Dictionary<ReportingCell, int> Places { get; } = [];

    /// <summary>The total first, then the tables of the lattice.</summary>
    public IReadOnlyList<PlacedCells> Tables { get; }
}
