using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Where groups of companies stand, in the frame and by what they say: each pair of cells that occurs once, a few thousand of
/// however many companies.</summary>
internal sealed class CompanyPlaces
{
    private readonly int[] _placeOf;
    private readonly List<AlikeCompanies> _places = [];

    public CompanyPlaces(EntryOrder order, IReadOnlyList<CompanyGroup> groups, ConfidentialityRule rule)
    {
        var standing = new StandingIn(order, rule);
        var known = new Dictionary<(ReportingCell Stratum, ReportingCell Cell), int>();
        _placeOf = new int[groups.Count];
        for (var at = 0; at < groups.Count; at++)
        {
            var (stratum, cell) = (groups[at].Stratum, groups[at].Cell);
            if (!known.TryGetValue((stratum, cell), out _placeOf[at]))
            {
                known.Add((stratum, cell), _placeOf[at] = _places.Count);
                _places.Add(new(standing.Cells(cell), standing.Stays(stratum, cell), 1));
            }
        }
    }

    private CompanyPlaces(List<AlikeCompanies> places, int[] placeOf) => (_places, _placeOf) = (places, placeOf);

    public int Count => _places.Count;

    /// <summary>One company that stands there.</summary>
    public AlikeCompanies this[int place] => _places[place];

    /// <summary>The place of a group.</summary>
    public int Of(int group) => _placeOf[group];

    /// <summary>Of some of the groups, in the order given.</summary>
    public CompanyPlaces Only(int[] groups) => new(_places, Array.ConvertAll(groups, group => _placeOf[group]));
}
