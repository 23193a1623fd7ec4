using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads which tables a study reports: <c>report: { by: [land, sector], lattice: [[land], [sector], [land, sector]]
/// }</c>.</summary>
internal static class LatticeReader
{
    public static Dictionary<string, ReportingVariable> Names { get; } =
        new(StringComparer.Ordinal)
        {
            ["land"] = ReportingVariable.Land,
            ["sector"] = ReportingVariable.Sector,
            ["size"] = ReportingVariable.Size,
        };

    public static IReadOnlyList<IReadOnlyList<ReportingVariable>> Read(YamlMapping top, IReadOnlyList<ReportingVariable> strata)
    {
        var tables = new List<IReadOnlyList<ReportingVariable>>();
        if (top.Required("report")?.AsMapping() is not { } report)
        {
            return tables;
        }

        var named = report.Required("by");
        var by = named is null ? [] : Variables(named);
        if (by.Except(strata).Any())
        {
            named!.Report(
                "not-a-stratum",
                "The frame knows its units only by the strata of the population. Report by these, or add the stratum there."
            );
        }

        foreach (var node in report.Required("lattice")?.AsList()?.Items ?? [])
        {
            Add(tables, node, by);
        }

        report.NothingElse();
        return tables;
    }

    /// <summary>In the order of the file; unknown ones are reported and left out.</summary>
    public static IReadOnlyList<ReportingVariable> Variables(YamlNode list) =>
        [.. (list.AsList()?.Items ?? []).Select(item => item.AsChoice(Names)).OfType<ReportingVariable>()];

    private static void Add(List<IReadOnlyList<ReportingVariable>> tables, YamlNode node, IReadOnlyList<ReportingVariable> by)
    {
        var named = Variables(node);
        ReportingVariable[] table = [.. named.Distinct().Order()];
        if (table.Length < named.Count)
        {
            node.Report("duplicate-variable", "A reporting variable stands here twice. Keep one.");
        }

        if (node is YamlList { Items.Count: 0 })
        {
            node.Report("empty-table", "A table needs at least one reporting variable. The total is always reported; remove this entry.");
        }
        else if (table.Except(by).Any())
        {
            node.Report("not-reported-by", "This table uses a reporting variable that 'by' does not name. Add it there.");
        }
        else if (tables.Exists(other => other.SequenceEqual(table)))
        {
            node.Report("duplicate-table", "This table stands in the lattice already. Remove it.");
        }
        else if (table.Length > 0)
        {
            tables.Add(table);
        }
    }
}
