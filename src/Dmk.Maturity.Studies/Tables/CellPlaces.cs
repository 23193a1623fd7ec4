using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Where the companies of a stratum that count in a cell stand among the weighted cells of a sample.</summary>
internal sealed class CellPlaces
{
    private readonly IReadOnlyDictionary<ReportingCell, int> _strata;
    private readonly IReadOnlyDictionary<ReportingCell, int> _cells;
    private readonly Dictionary<(int Stratum, int Cell), int> _places = [];

    /// <param name="strata">Per stratum its index in the sample's design.</param>
    /// <param name="cells">Per reporting cell its index.</param>
    public CellPlaces(IReadOnlyDictionary<ReportingCell, int> strata, IReadOnlyDictionary<ReportingCell, int> cells, WeightedCells sample)
    {
        (_strata, _cells) = (strata, cells);
        foreach (var (place, cell) in sample.Cells.Index())
        {
            // In a census several strata are one, with one weight: any of them will do.
            _ = _places.TryAdd((cell.Stratum, cell.Cell), place);
        }
    }

    /// <returns>Null where the sample has nobody there.</returns>
    public int? Of(ReportingCell stratum, ReportingCell cell) =>
        _strata.TryGetValue(stratum, out var h) && _cells.TryGetValue(cell, out var at) && _places.TryGetValue((h, at), out var place)
            ? place
            : null;
}
