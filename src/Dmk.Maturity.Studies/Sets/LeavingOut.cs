using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Which companies wait because they lack a node that few others lack.</summary>
/// <remarks>An index less its dimensions tells of those who have the index and lack a dimension. Where there are few of them, either the
/// dimension is withheld from everybody's figures or they are left out of all figures. Leaving out costs a few answers, withholding a
/// column; so companies are left out as long as it costs little: first for indices and dimensions, then for what is below them, the
/// cheapest first.</remarks>
internal sealed class LeavingOut
{
    /// <summary>For one dimension, so that all tables can show it.</summary>
    private const double ForAllTables = 0.01;

    /// <summary>For one dimension, so that the tables by one variable can show it.</summary>
    private const double ForMargins = 0.02;

    /// <summary>For one node below, so that the tables by one variable, or the total alone, can show it.</summary>
    private const double ForPart = 0.002;

    private readonly NodeFamily _family;
    private readonly CompanyPlaces _places;
    private readonly IReadOnlyList<CompanyGroup> _groups;

    /// <summary>Per node the groups that have the parent alone, and those that have it alone; of an index, those without it.</summary>
    private readonly List<int>[] _lacking;
    private readonly List<int>[] _adding;

    /// <param name="places">Of the groups.</param>
    public LeavingOut(NodeFamily family, CompanyPlaces places, IReadOnlyList<CompanyGroup> groups)
    {
        (_family, _places, _groups) = (family, places, groups);
        _lacking = [.. Enumerable.Range(0, family.Count).Select(_ => new List<int>())];
        _adding = [.. Enumerable.Range(0, family.Count).Select(_ => new List<int>())];
        int[] indices = [.. Enumerable.Range(0, family.Count).Where(node => family.Parents[node] < 0)];
        var kinds = new ScoreKinds(family);
        for (var at = 0; at < groups.Count; at++)
        {
            var kind = kinds[kinds.Of(groups[at].Scores)];
            foreach (var node in kind.Lacking)
            {
                _lacking[node].Add(at);
            }

            foreach (var node in kind.Adding)
            {
                _adding[node].Add(at);
            }

            foreach (var index in indices)
            {
                if (!groups[at].Scores[index])
                {
                    _lacking[index].Add(at);
                }
            }
        }
    }

    /// <param name="all">All companies that have answered, those shown before among them.</param>
    /// <returns>Per group whether it waits.</returns>
    public bool[] Waiting(EntryOrder order, ConfidentialityRule rule, long all)
    {
        int[] tables = [.. Enumerable.Range(0, order.Tables.Count)];
        int[] margins = [.. tables.Where(table => order.Tables[table].Count <= 1)];
        var nodes = Enumerable.Range(0, _family.Count).Where(node => _family.Parents[node] < 0 || _family.Counts[node]).ToArray();
        var choices = new Choice[nodes.Length][];
        _ = Parallel.For(
            0,
            nodes.Length,
            at =>
                choices[at] = nodes[at] switch
                {
                    var node when _family.Parents[node] < 0 => [Lacking(node, ForAllTables, rule)],
                    var node when _family.Depths[node] == 1 =>
                    [
                        Odd(node, tables, ForAllTables, rule),
                        Odd(node, margins, ForMargins, rule),
                    ],
                    var node => [Odd(node, margins, ForPart, rule), Odd(node, [0], ForPart, rule)],
                }
        );
        var waiting = new bool[_groups.Count];
        var left = rule.LeaveOutAtMost * all;
        foreach (
            var choice in choices
                .SelectMany(ofNode => ofNode)
                .Where(choice => choice.Few.Count > 0 && choice.Cost <= choice.Worth * all)
                .OrderBy(choice => _family.Depths[choice.Node] > 1)
                .ThenBy(choice => choice.Cost)
                .ThenBy(choice => choice.Node)
        )
        {
            var further = choice.Few.Where(at => !waiting[at]).ToArray();
            var cost = further.Sum(at => _groups[at].Count);
            if (cost <= left)
            {
                left -= cost;
                foreach (var at in further)
                {
                    waiting[at] = true;
                }
            }
        }

        return waiting;
    }

    /// <summary>Those who have no score of an index, where there are few of them in total: how many companies a table is made from, less
    /// those with a score, would tell of them.</summary>
    private Choice Lacking(int index, double worth, ConfidentialityRule rule)
    {
        var cost = _lacking[index].Sum(at => _groups[at].Count);
        return cost < rule.MinimumRespondents ? new(index, worth, _lacking[index], cost) : new(index, worth, [], 0);
    }

    /// <summary>Those who have either the node or its parent, in cells in which there are few of them.</summary>
    private Choice Odd(int node, int[] tables, double worth, ConfidentialityRule rule)
    {
        var few = new List<int>();
        foreach (var odd in new[] { _lacking[node], _adding[node] })
        {
            var enough = Enough(odd, tables, rule.MinimumRespondents);
            few.AddRange(odd.Where(at => !enough[_places.Of(at)]));
        }

        return new(node, worth, few, few.Sum(at => _groups[at].Count));
    }

    /// <summary>Per place, whether enough of some groups stand in all cells that it lies in.</summary>
    private bool[] Enough(List<int> odd, int[] tables, int minimum)
    {
        var counts = new long[_places.Count];
        foreach (var at in odd)
        {
            counts[_places.Of(at)] += _groups[at].Count;
        }

        int[] filled = [.. Enumerable.Range(0, counts.Length).Where(place => counts[place] > 0)];
        var admitted = Admission.Greatest([.. filled.Select(place => _places[place] with { Count = counts[place] })], tables, minimum);
        var enough = new bool[counts.Length];
        foreach (var (at, place) in filled.Index())
        {
            enough[place] = admitted[at];
        }

        return enough;
    }

    private sealed record Choice(int Node, double Worth, List<int> Few, long Cost);
}
