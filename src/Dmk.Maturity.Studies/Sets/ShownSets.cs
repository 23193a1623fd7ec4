using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Which companies readers other than operators see, table by table and state after state.</summary>
public static class ShownSets
{
    /// <summary>The histories of the groups in the next state.</summary>
    /// <remarks>First the companies that have never been shown and lack what few others lack are left waiting, see
    /// <see cref="LeavingOut"/>; all others enter as many tables as the rule allows, see <see cref="Admission"/>.</remarks>
    /// <param name="groups">All companies that have answered, each group once.</param>
    /// <param name="state">Its number, from 1.</param>
    /// <param name="extent">Whether companies enter all tables, or those by one variable only.</param>
    /// <returns>Per group.</returns>
    public static IReadOnlyList<IReadOnlyList<int>> Advance(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        int state,
        ShownExtent extent
    )
    {
        var order = new EntryOrder(design);
        var rule = design.Confidentiality;
        var places = new CompanyPlaces(order, groups, rule);
        var waiting = Waiting(order, family, groups, places, rule);

        // Which scores they have does not matter any more: a few thousand groups are left of however many companies.
        var (joined, numbers) = (new Dictionary<(int Place, int History, bool Waits), int>(), new HistoryNumbers());
        var (merged, histories, mayEnter) = (new List<AlikeCompanies>(), new List<IReadOnlyList<int>>(), new List<bool>());
        var placeOf = new int[groups.Count];
        for (var at = 0; at < groups.Count; at++)
        {
            var key = (places.Of(at), numbers.Of(groups[at].History), waiting[at]);
            if (!joined.TryGetValue(key, out placeOf[at]))
            {
                joined.Add(key, placeOf[at] = merged.Count);
                merged.Add(places[places.Of(at)] with { Count = groups[at].Count });
                histories.Add(groups[at].History);
                mayEnter.Add(!waiting[at]);
            }
            else
            {
                merged[placeOf[at]] = merged[placeOf[at]] with { Count = merged[placeOf[at]].Count + groups[at].Count };
            }
        }

        var opened = new OpenedTables(order, merged, histories, mayEnter, state, rule.MinimumRespondents);
        var after = extent == ShownExtent.Headline ? opened.Margins() : opened.Widest();
        return [.. placeOf.Select(place => after[place])];
    }

    private static bool[] Waiting(
        EntryOrder order,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        CompanyPlaces places,
        ConfidentialityRule rule
    )
    {
        int[] fresh = [.. Enumerable.Range(0, groups.Count).Where(at => groups[at].History.All(entered => entered == Admission.Never))];
        var leaving = new LeavingOut(family, places.Only(fresh), [.. fresh.Select(at => groups[at])]);
        var waits = leaving.Waiting(order, rule, groups.Sum(group => group.Count));
        var waiting = new bool[groups.Count];
        foreach (var (place, at) in fresh.Index())
        {
            waiting[at] = waits[place];
        }

        return waiting;
    }
}
