using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads which tables a study reports: <c>report: { by: [land, sector], lattice: [[land], [sector], [land, sector]]
/// }</c>.</summary>
/// <param name="variables">Those that the study has declared.</param>
/// <param name="newStudies">Takes what is asked of new studies alone.</param>
internal sealed class LatticeReader(IReadOnlyList<ReportingVariable> variables, NewStudies newStudies)
{
    private readonly Dictionary<string, int> _orders = variables.ToDictionary(one => one.Id, one => one.Order, StringComparer.Ordinal);

    public IReadOnlyList<IReadOnlyList<ReportingVariable>> Read(YamlMapping top)
    {
        var tables = new List<IReadOnlyList<ReportingVariable>>();
        if (top.Required("report")?.AsMapping() is not { } report)
        {
            return tables;
        }

        var named = report.Required("by");
        var by = named is null ? [] : Variables(named);
        if (by.Distinct().Count() < by.Count)
        {
            newStudies.Ask(named!, "duplicate-variable", "A reporting variable stands here twice. Keep one.");
        }

        var lattice = report.Required("lattice");
        if (lattice is YamlList { Items.Count: 0 })
        {
            lattice.Report("no-tables", "The study reports no table. Name at least one, as in [[land]]; the total comes with it.");
        }

        foreach (var node in lattice?.AsList()?.Items ?? [])
        {
            Add(tables, node, by);
        }

        report.NothingElse();
        return tables;
    }

    /// <summary>In the order of the file; unknown ones are reported and left out.</summary>
    private IReadOnlyList<ReportingVariable> Variables(YamlNode list) =>
        [.. (list.AsList()?.Items ?? []).Select(item => item.AsChoice(_orders)).OfType<int>().Select(order => variables[order])];

    private void Add(List<IReadOnlyList<ReportingVariable>> tables, YamlNode node, IReadOnlyList<ReportingVariable> by)
    {
        var named = Variables(node);
        ReportingVariable[] table = [.. named.Distinct().OrderBy(one => one.Order)];
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
        else if (
            table.SelectMany(_ => table, (one, other) => (one, other)).FirstOrDefault(pair => pair.one.CodesIn(pair.other) is not null) is
            { one: { } finer } both
        )
        {
            node.Report("redundant-variable", $"'{both.other}' follows from '{finer}', so that one says all. Keep '{finer}'.");
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
