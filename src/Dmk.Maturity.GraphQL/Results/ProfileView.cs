using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Profile"), Description("A node of an index and those below it in a part of the population, beside Germany.")]
internal sealed class ProfileView(Result.OfProfile result, Language language, CodeNames names)
{
    private readonly TableView _table = new(new(result.Study, result.Figures.Table, result.Data), language, names);

    [Description("The index.")]
    public IndexView Index => _table.Index;

    [Description("The part of the population.")]
    public CellCodeView Of => names.OfCell(result.Figures.Asked.Part.Variable, result.Figures.Asked.Part.Code);

    [Description("The node that was asked for, then those below it."), ListSize(12)]
    public IEnumerable<ProfileNodeView> Nodes =>
        result.Figures.Nodes.Select(node => new ProfileNodeView(node, result.Figures.Asked.Model, names, language));

    [Description("The state of the data.")]
    public MadeFrom MadeFrom => new(result.Data, result.Study.Synthetic);

    [Description("What the figures were made from, and how.")]
    public ProvenanceView Provenance => _table.Provenance;
}
