using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("InstrumentItem"), Description("One item of a scale, and how it goes with the others. A number that does not exist is null.")]
internal sealed class InstrumentItemView(InstrumentItem item, int place, Instrument instrument, CodeNames names, Language language)
{
    [Description("The node.")]
    public NodeView Node => new(item.Node, instrument.Asked.Model, language);

    [Description("The mean of its scores, as in the index table.")]
    public CellView Figure => new(item.Figure, [], names, language);

    [Description("Its correlation with the sum of the other items, under the weights.")]
    public double? WithRest => Weighted?.WithRest.OrNull;

    [Description("Cronbach's alpha of the other items; null with two items.")]
    public double? AlphaWithout => Weighted?.AlphaWithout.OrNull;

    [Description("On the one common factor, -1 to 1; null below three items.")]
    public double? Loading => Weighted?.Loading.OrNull;

    [Description("Shares of companies at each level of the index by their scores of the item, from the lowest."), ListSize(5)]
    public IEnumerable<LevelShareView> Levels => item.Levels.Select(share => new LevelShareView(share, language));

    [Description("How many have a score of it, and how many have none.")]
    public ItemNonresponseView Nonresponse => new(item.Response, language);

    private ScaleItem? Weighted => instrument.Reliability.Weighted?.Items[place];
}
