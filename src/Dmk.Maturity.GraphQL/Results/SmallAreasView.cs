using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[
    Name("SmallAreas"),
    Description("Cells from a model, beside their direct figures. Modelled values are flagged as such wherever they stand.")
]
internal sealed class SmallAreasView(Result.Areas result, Language language, CodeNames names)
{
    private static readonly Text _method = new(
        "Modell von Fay und Herriot mit eingeschränkter Maximum-Likelihood: Konstante, Ausprägungen der anderen Variable, Anteil größerer "
            + "Unternehmen im Register; an die Werte der Länder angepasst",
        "Model of Fay and Herriot by restricted maximum likelihood: a constant, the codes of the other variable, the share of larger "
            + "companies in the frame; brought to the figures of the Länder"
    );

    private readonly TableView _table = new(new(result.Study, result.Figures.Table, result.Data), language, names);

    [Description("The index.")]
    public IndexView Index => _table.Index;

    [Description("The node of the index that the figures are of.")]
    public NodeView Node => _table.Node;

    [Description("How the values were modelled, in words.")]
    public string Method => _method.In(language);

    [Description("Cells with a direct figure that the model was fitted to.")]
    public int DirectCells => result.Figures.Model.DirectAreas;

    [Description(
        "The variance between cells that the model does not explain, in squared points; at 0 every value is what the model predicts."
    )]
    public double Between => Math.Round(result.Figures.Model.Between, 2);

    [Description("Every cell of the table."), ListSize(208)]
    public IEnumerable<ModelledCellView> Cells =>
        result.Figures.Cells.Select(cell => new ModelledCellView(cell, result.Figures.Table.By, names, language));

    [Description("The state of the data.")]
    public MadeFrom MadeFrom => new(result.Data, result.Study.Synthetic);

    [Description("What the direct figures were made from, and how.")]
    public ProvenanceView Provenance => _table.Provenance;
}
