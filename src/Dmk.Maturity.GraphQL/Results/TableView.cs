using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("IndexTable"), Description("An index, or one of its nodes, by reporting variables, with what it was made from.")]
internal sealed class TableView(Result.Table table, Language language, CodeNames names)
{
    [Description("The index.")]
    public IndexView Index => new(table.Figures.Model, language);

    [Description("The node of the index that the figures are of.")]
    public NodeView Node => new(table.Figures.Node, table.Figures.Model, language);

    [Description("What the figures are, in a sentence.")]
    public string Measure => table.Figures.Measure.Words.In(language);

    [Description("The level whose shares the figures are, in percent; null where they are none.")]
    public LevelView? ShareAt => table.Figures.Measure is NodeMeasure.ShareAt share ? new(share.Level, language) : null;

    [Description("Of which share of the companies the figures are the quantile, as 0.5 for the median; null where they are none.")]
    public double? Quantile => table.Figures.Measure is NodeMeasure.Quantile quantile ? quantile.Probability : null;

    [Description("The reporting variables, in the study's order."), ListSize(3)]
    public IEnumerable<ReportingVariableView> By => table.Figures.By.Select(variable => new ReportingVariableView(variable, language));

    [Description("The part of the population that the table is about; empty for all of it."), ListSize(3)]
    public IEnumerable<CellCodeView> Filter => table.Figures.Filter.Select(part => names.OfCell(part.Variable, part.Code));

    [Description("The table as a file.")]
    public TableFileView Csv => new(table, language);

    [Description("Whether every acknowledged submission is in it. Otherwise companies enter in lots, at the study's rhythm.")]
    public bool Live => table.Data.Sight == Sight.Live;

    [Description("Grows with the data: the same version, the same figures.")]
    public string DataVersion => table.Data.Version.ToString(System.Globalization.CultureInfo.InvariantCulture);

    [Description("When it was computed.")]
    public DateTimeOffset ComputedAt => table.Data.ComputedAt;

    [Description("Companies that have answered; to three digits where the table is not live.")]
    public int Answered => checked((int)table.Figures.Basis.Answered);

    [Description(
        "Those of them that the table speaks of. Under a condition, for readers other than operators, all among whom it was looked for "
            + "where the total is withheld or a part of the population was asked for."
    )]
    public int Companies => checked((int)table.Figures.Basis.Companies);

    [Description(
        "Companies of the frame in the population of the table, which is all or a Land; null for other parts. To three digits for "
            + "readers other than operators."
    )]
    public int? FramePopulation => (int?)table.FieldOfAll?.FramePopulation;

    [Description("Those of them that were drawn; like framePopulation.")]
    public int? Drawn => (int?)table.FieldOfAll?.Drawn;

    [Description("How many of the drawn companies have answered; null where drawn is.")]
    public ResponseRateView? ResponseRate => table.FieldOfAll?.Rate is { } rate ? new(rate.Rr1, rate.Rr2) : null;

    [Description("Whether the companies are made up. Say so wherever you show the figures.")]
    public bool Synthetic => table.Study.Synthetic;

    [Description("What the figures were made from, and how.")]
    public ProvenanceView Provenance => new(table, language);

    [Description("The whole population (Germany), or the whole part.")]
    public CellView Total => new(table.Figures.Total, [], names, language);

    [
        Description("Every combination of codes that exists in the frame or among the respondents, in the order of the classifications."),
        ListSize(ListSizeAttribute.CellsOfTable)
    ]
    public IEnumerable<CellView> Cells => table.Figures.Cells.Select(cell => new CellView(cell, table.Figures.By, names, language));
}
