using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("LaenderComparison"), Description("The Länder beside each other, with what the comparison was made from.")]
internal sealed class ComparisonView(Result.Comparison result, Language language, CodeNames names)
{
    private static readonly Text _method = new(
        "Ränge unter den gezeigten Ländern mit Konfidenzmengen zu 95 % (Mogstad, Romano, Shaikh und Wilhelm 2024), Unterschiede mit den "
            + "Kovarianzen der Stichprobe, Wahrscheinlichkeiten nach Holm, direkte Standardisierung und Zerlegung nach Kitagawa",
        "Ranks among the Länder that are shown with 95 % confidence sets (Mogstad, Romano, Shaikh and Wilhelm 2024), differences with the "
            + "covariances of the sample, probabilities after Holm, direct standardisation and decomposition after Kitagawa"
    );

    private readonly TableView _table = new(new(result.Study, result.Figures.Table, result.Data), language, names);

    [Description("The index.")]
    public IndexView Index => _table.Index;

    [Description("The node of the index that the figures are of.")]
    public NodeView Node => _table.Node;

    [Description("By what the Länder differ in their companies; empty where the study has no such table."), ListSize(2)]
    public IEnumerable<ReportingVariableView> Mix =>
        result.Figures.Asked.Mix.Select(variable => new ReportingVariableView(variable, language));

    [Description("Germany.")]
    public CellView Germany => _table.Total;

    [Description("All Länder, in the order of their classification."), ListSize(16)]
    public IEnumerable<ComparedLandView> Laender =>
        result.Figures.Laender.Select(land => new ComparedLandView(land, result.Figures.Table, names, language));

    [Description("Every pair of Länder that are shown, once."), ListSize(120)]
    public IEnumerable<ComparedPairView> Pairs =>
        result.Figures.Pairs.Select(pair => new ComparedPairView(pair, result.Figures.Asked.Land, names));

    [Description("How the comparison was made, in words.")]
    public string Method => _method.In(language);

    [Description("Whether every acknowledged submission is in it. Otherwise companies enter in lots, at the study's rhythm.")]
    public bool Live => _table.Live;

    [Description("Grows with the data: the same version, the same figures.")]
    public string DataVersion => _table.DataVersion;

    [Description("When it was computed.")]
    public DateTimeOffset ComputedAt => _table.ComputedAt;

    [Description("Companies that have answered; to three digits where the comparison is not live.")]
    public int Answered => _table.Answered;

    [Description("Those of them that the comparison speaks of.")]
    public int Companies => _table.Companies;

    [Description("Whether the companies are made up. Say so wherever you show the figures.")]
    public bool Synthetic => _table.Synthetic;

    [Description("What the figures were made from, and how.")]
    public ProvenanceView Provenance => _table.Provenance;

    [Description("The comparison as a file: one line per Land, Germany last.")]
    public ComparisonFileView Csv => new(result, language);
}
