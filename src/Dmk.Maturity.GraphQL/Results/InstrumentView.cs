using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Instrument"), Description("How well the items below a node of an index measure one thing, in all of the population.")]
internal sealed class InstrumentView(Result.OfInstrument result, Language language, CodeNames names)
{
    private static readonly Text _method = new(
        "Cronbachs Alpha und McDonalds Omega (ein Faktor, Maximum-Likelihood) aus den gewichteten Kovarianzen der Unternehmen, die Punkte "
            + "in allen Merkmalen haben",
        "Cronbach's alpha and McDonald's omega (one factor, maximum likelihood) from the weighted covariances of the companies that have a "
            + "score of all items"
    );

    private readonly TableView _table = new(new(result.Study, result.Figures.Table, result.Data), language, names);

    [Description("The index.")]
    public IndexView Index => _table.Index;

    [Description("The node whose items are looked at.")]
    public NodeView Node => _table.Node;

    [Description("How reliability was computed, in words.")]
    public string Method => _method.In(language);

    [Description("Of the items together.")]
    public ReliabilityView Reliability => new(result.Figures.Reliability, language);

    [Description("The nodes directly below, in the order of the model."), ListSize(12)]
    public IEnumerable<InstrumentItemView> Items =>
        result.Figures.Items.Select((item, place) => new InstrumentItemView(item, place, result.Figures, names, language));

    [Description("The state of the data.")]
    public MadeFrom MadeFrom => new(result.Data, result.Study.Synthetic);

    [Description("What the figures were made from, and how.")]
    public ProvenanceView Provenance => _table.Provenance;
}
