using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("IndexTable"), Description("An index, or one of its nodes, by reporting variables, with what it was made from.")]
internal sealed class TableView(ProvisionalTable table, Language language, CodeNames names)
{
    [Description("The index.")]
    public IndexView Index => new(table.Table.Model, language);

    [Description("The node of the index that the figures are of.")]
    public NodeView Node => new(table.Table.Node, table.Table.Model, language);

    [Description("The reporting variables, in the order Land, sector, size."), ListSize(3)]
    public IReadOnlyList<ReportingVariable> By => table.Table.By;

    [Description("Whether every acknowledged submission is in it. Otherwise a cell changes only after three further respondents.")]
    public bool Live => table.Live;

    [Description("Grows with the data: the same version, the same figures.")]
    public string DataVersion => table.DataVersion.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Description("When it was computed.")]
    public DateTimeOffset ComputedAt => table.ComputedAt;

    [Description("Whether the companies are made up. Say so wherever you show the figures.")]
    public bool Synthetic => table.Study.Synthetic;

    [Description("What the figures were made from, and how.")]
    public ProvenanceView Provenance => new(table, language);

    [Description("The whole population (Germany).")]
    public CellView Total => new(table.Table.Total, [], names, language);

    [
        Description("Every combination of codes that exists in the frame or among the respondents, in the order of the classifications."),
        ListSize(ListSizeAttribute.CellsOfTable)
    ]
    public IEnumerable<CellView> Cells => table.Table.Cells.Select(cell => new CellView(cell, table.Table.By, names, language));
}
