using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Which companies wait because they lack a dimension that few others lack.</summary>
/// <remarks>An index less its dimensions tells of those who have the index and lack a dimension. Where there are few of them, either the
/// dimension is withheld from everybody's figures or they are left out of all figures. Leaving out costs a few answers, withholding a
/// column; so companies are left out as long as it costs little, the cheapest dimension first.</remarks>
internal sealed class LeavingOut(NodeFamily family, IReadOnlyList<AlikeCompanies> companies, IReadOnlyList<ScorePattern> scores)
{
    /// <summary>For one dimension, so that all tables can show it.</summary>
    private const double ForAllTables = 0.01;

    /// <summary>For one dimension, so that the tables by one variable can show it.</summary>
    private const double ForMargins = 0.02;

    /// <returns>Per group whether it waits.</returns>
    public bool[] Waiting(EntryOrder order, ConfidentialityRule rule)
    {
        var all = companies.Sum(one => one.Count);
        int[] tables = [.. Enumerable.Range(0, order.Tables.Count)];
        int[] margins = [.. tables.Where(table => order.Tables[table].Count <= 1)];
        var waiting = new bool[companies.Count];
        var left = rule.LeaveOutAtMost * all;
        var dimensions = Enumerable.Range(0, family.Count).Where(node => family.Depths[node] == 1 && family.Counts[node]);
        var choices = dimensions
            .SelectMany(node => new[] { Odd(node, tables, rule), Odd(node, margins, rule) })
            .Where(choice => choice.Few.Count > 0)
            .OrderBy(choice => choice.Cost)
            .ThenBy(choice => choice.Node)
            .ToArray();
        foreach (var choice in choices)
        {
            var further = choice.Few.Where(at => !waiting[at]).ToArray();
            var cost = further.Sum(at => companies[at].Count);
            if (choice.Cost <= (choice.Tables == tables ? ForAllTables : ForMargins) * all && cost <= left)
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

    /// <summary>Those who have either the index or the dimension, in cells in which there are few of them.</summary>
    private Choice Odd(int node, int[] tables, ConfidentialityRule rule)
    {
        var parent = family.Parents[node];
        var few = new List<int>();
        foreach (var hasIndex in new[] { true, false })
        {
            int[] odd =
            [
                .. Enumerable.Range(0, companies.Count).Where(at => scores[at][parent] == hasIndex && scores[at][node] != hasIndex),
            ];
            var enough = Admission.Greatest([.. odd.Select(at => companies[at])], tables, rule.MinimumRespondents);
            few.AddRange(odd.Where((_, place) => !enough[place]));
        }

        return new(node, tables, few, few.Sum(at => companies[at].Count));
    }

    private sealed record Choice(int Node, int[] Tables, List<int> Few, long Cost);
}
