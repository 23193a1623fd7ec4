using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("ComparedLand"), Description("A Land among the others.")]
internal sealed class ComparedLandView(ComparedLand land, IndexTable table, CodeNames names, Language language)
{
    [Description("Its figure.")]
    public CellView Figure => new(land.Cell, table.By, names, language);

    [Description("Its rank among the Länder that are shown; the sets of all Länder hold together. Null where it has no figure.")]
    public RankView? Rank => RankView.Of(land.Rank);

    [Description("The same for whoever looks at this Land alone and chose it beforehand.")]
    public RankView? RankAlone => RankView.Of(land.RankAlone);

    [Description("The Land minus Germany, of which it is a part; null where either is withheld.")]
    public DifferenceView? DifferenceToGermany => land.ToGermany is { } difference ? new(difference, land.AdjustedP) : null;

    [Description("What of the difference comes from its mix of companies; null where that would tell withheld cells.")]
    public LandMixView? Mix => land.Mix is { } mix ? new(mix) : null;
}
