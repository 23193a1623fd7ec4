namespace Dmk.Maturity.Simulation;

/// <summary>Where made-up companies can stand: the size classes, and the cells in which a frame has units. A company that moves goes where
/// the frame has others of its kind, the more often the more there are.</summary>
public sealed class FramePlaces
{
    private readonly ILookup<(string Sector, string Size), (RegisterCell Cell, long Units)> _lands;
    private readonly ILookup<(string Land, string Size), (RegisterCell Cell, long Units)> _sectors;

    /// <param name="sizes">Smallest first.</param>
    /// <param name="units">Per cell, each once.</param>
    public FramePlaces(IReadOnlyList<SizeClass> sizes, IEnumerable<(RegisterCell Cell, long Units)> units)
    {
        Sizes = sizes;
        var places = units.Where(place => place.Units > 0).ToArray();
        _lands = places.ToLookup(place => (place.Cell.Sector, place.Cell.Size));
        _sectors = places.ToLookup(place => (place.Cell.Land, place.Cell.Size));
    }

    /// <summary>Smallest first.</summary>
    public IReadOnlyList<SizeClass> Sizes { get; }

    /// <summary>The same sector and size in another Land; the cell itself if no other Land has such units.</summary>
    public RegisterCell OtherLand(RegisterCell from, Chance chance) => Other(from, _lands[(from.Sector, from.Size)], chance);

    /// <summary>Another sector of the same Land and size; the cell itself if there is none.</summary>
    public RegisterCell OtherSector(RegisterCell from, Chance chance) => Other(from, _sectors[(from.Land, from.Size)], chance);

    private static RegisterCell Other(RegisterCell from, IEnumerable<(RegisterCell Cell, long Units)> places, Chance chance)
    {
        var others = places.Where(place => place.Cell != from).ToArray();
        var left = chance.Share() * others.Sum(place => place.Units);
        foreach (var (cell, units) in others)
        {
            left -= units;
            if (left < 0)
            {
                return cell;
            }
        }

        return from;
    }
}
