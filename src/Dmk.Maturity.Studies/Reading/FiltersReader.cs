using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads <c>filters: [strategy_plan, areas_invested.ai]</c>: the answers that results can be filtered by.</summary>
internal static class FiltersReader
{
    /// <summary>Every one is kept for each company, in memory too.</summary>
    private const int Most = 40;

    public static IReadOnlyList<KeptAnswer> Read(YamlMapping top)
    {
        var found = new List<KeptAnswer>();
        if (top.Optional("filters")?.AsList() is not { } list)
        {
            return found;
        }

        foreach (var node in list.Items)
        {
            if (node.AsString() is not { } id)
            {
                continue;
            }

            if (found.Exists(other => other.Id == id))
            {
                node.Report("duplicate-id", $"The filter '{id}' stands here twice. Keep one.");
                continue;
            }

            found.Add(new(id, node.Place));
        }

        if (found.Count > Most)
        {
            list.Report("too-many", $"There are {found.Count} filters, and a study keeps at most {Most}. Keep those that are asked for.");
        }

        return found;
    }
}
