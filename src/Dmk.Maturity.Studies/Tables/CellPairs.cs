namespace Dmk.Maturity.Studies;

/// <summary>Pairs of a design stratum and a reporting cell, each with its place. Immutable, and shared by all moments that have the same
/// ones: what follows from the pairs alone is made once, and not again with every answer.</summary>
internal sealed class CellPairs
{
    /// <summary>The last union that begins with these; the next one is mostly the same.</summary>
    private CellUnion? _last;

    public CellPairs(IReadOnlyList<(ReportingCell Stratum, ReportingCell Cell)> keys) => Keys = keys;

    /// <summary>Each once.</summary>
    public IReadOnlyList<(ReportingCell Stratum, ReportingCell Cell)> Keys { get; }

    /// <summary>Per pair its place in <see cref="Keys"/>; not to be changed.</summary>
    public Dictionary<(ReportingCell Stratum, ReportingCell Cell), int> Places =>
        field ??= Keys.Index().ToDictionary(key => key.Item, key => key.Index);

    /// <summary>All pairs of several together.</summary>
    public static CellUnion Union(IReadOnlyList<CellPairs> parts)
    {
        if (parts is not [var first, ..])
        {
            return new([], new([]), []);
        }

        if (first._last is { } last && last.IsOf(parts))
        {
            return last;
        }

        var (keys, places) = (new List<(ReportingCell, ReportingCell)>(), new Dictionary<(ReportingCell, ReportingCell), int>());
        int[][] placesOf = [.. parts.Select(part => part.Keys.Select(Place).ToArray())];
        return first._last = new([.. parts], new(keys), placesOf);

        int Place((ReportingCell, ReportingCell) key)
        {
            if (!places.TryGetValue(key, out var place))
            {
                places.Add(key, place = keys.Count);
                keys.Add(key);
            }

            return place;
        }
    }
}
