namespace Dmk.Maturity.Studies;

/// <summary>A table of a study's lattice with the cells into which companies have moved, and where each reporting cell lies in
/// it.</summary>
internal sealed class PlacedCells
{
    /// <param name="keys">Per reporting cell of the respondents, see <see cref="EmptyTable.KeyOf"/>.</param>
    public PlacedCells(EmptyTable frame, long[] keys)
    {
        (By, Cells, DomainOf) = (frame.By, frame.Cells, Array.ConvertAll(keys, frame.PlaceOf));
        if (DomainOf.Contains(-1))
        {
            // Companies have moved into cells that the frame does not have.
            long[] all = [.. frame.Keys.Union(keys).Order()];
            Cells = [.. all.Select(key => frame.PlaceOf(key) is >= 0 and var at ? frame.Cells[at] : new(frame.CodesOf(key), 0))];
            DomainOf = Array.ConvertAll(keys, key => Array.BinarySearch(all, key));
        }
    }

    /// <summary>In the order of the study; empty for the total.</summary>
    public IReadOnlyList<ReportingVariable> By { get; }

    /// <summary>In the order of the classifications, with the units that the frame has in each.</summary>
    public IReadOnlyList<TableCell> Cells { get; }

    /// <summary>Per reporting cell of the respondents.</summary>
    public int[] DomainOf { get; }
}
