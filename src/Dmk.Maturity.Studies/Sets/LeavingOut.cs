using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Which companies wait because they lack a node that few others lack.</summary>
/// <remarks>An index less its dimensions tells of those who have the index and lack a dimension. Where there are few of them, either the
/// dimension is withheld from everybody's figures or they are left out of all figures. Leaving out costs a few answers, withholding a
/// column; so companies are left out as long as it costs little: first for indices and dimensions, then for what is below them, the
/// cheapest first.</remarks>
internal sealed class LeavingOut(NodeFamily family, IReadOnlyList<AlikeCompanies> companies, IReadOnlyList<ScorePattern> scores)
{
    /// <summary>For one dimension, so that all tables can show it.</summary>
    private const double ForAllTables = 0.01;

    /// <summary>For one dimension, so that the tables by one variable can show it.</summary>
    private const double ForMargins = 0.02;

    /// <summary>For one node below, so that the tables by one variable, or the total alone, can show it.</summary>
    private const double ForPart = 0.002;

    /// <param name="all">All companies that have answered, those shown before among them.</param>
    /// <returns>Per group whether it waits.</returns>
    public bool[] Waiting(EntryOrder order, ConfidentialityRule rule, long all)
    {
        int[] tables = [.. Enumerable.Range(0, order.Tables.Count)];
        int[] margins = [.. tables.Where(table => order.Tables[table].Count <= 1)];
        var nodes = Enumerable.Range(0, family.Count).Where(node => family.Parents[node] < 0 || family.Counts[node]).ToArray();
        var waiting = new bool[companies.Count];
        var left = rule.LeaveOutAtMost * all;
        foreach (
            var choice in nodes
                .SelectMany(node =>
                    family.Parents[node] < 0 ? [Lacking(node, ForAllTables, rule)]
                    : family.Depths[node] == 1 ? [Odd(node, tables, ForAllTables, rule), Odd(node, margins, ForMargins, rule)]
                    : new[] { Odd(node, margins, ForPart, rule), Odd(node, [0], ForPart, rule) }
                )
                .Where(choice => choice.Few.Count > 0 && choice.Cost <= choice.Worth * all)
                .OrderBy(choice => family.Depths[choice.Node] > 1)
                .ThenBy(choice => choice.Cost)
                .ThenBy(choice => choice.Node)
        )
        {
            var further = choice.Few.Where(at => !waiting[at]).ToArray();
            var cost = further.Sum(at => companies[at].Count);
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
        List<int> odd = [.. Enumerable.Range(0, companies.Count).Where(at => !scores[at][index])];
        var cost = odd.Sum(at => companies[at].Count);
        return cost < rule.MinimumRespondents ? new(index, worth, odd, cost) : new(index, worth, [], 0);
    }

    /// <summary>Those who have either the node or its parent, in cells in which there are few of them.</summary>
    private Choice Odd(int node, int[] tables, double worth, ConfidentialityRule rule)
    {
        var parent = family.Parents[node];
        var few = new List<int>();
        foreach (var hasParent in new[] { true, false })
        {
            int[] odd =
            [
                .. Enumerable.Range(0, companies.Count).Where(at => scores[at][parent] == hasParent && scores[at][node] != hasParent),
            ];
            var enough = Admission.Greatest([.. odd.Select(at => companies[at])], tables, rule.MinimumRespondents);
            few.AddRange(odd.Where((_, place) => !enough[place]));
        }

        return new(node, worth, few, few.Sum(at => companies[at].Count));
    }

    private sealed record Choice(int Node, double Worth, List<int> Few, long Cost);
}
