using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("ProfileNode"), Description("A node of an index in a part of the population, beside Germany.")]
internal sealed class ProfileNodeView(ProfileNode node, IndexModel model, CodeNames names, Language language)
{
    [Description("The node.")]
    public NodeView Node => new(node.Node, model, language);

    [Description("In the part.")]
    public CellView Part => new(node.Part, [], names, language);

    [Description("In all of Germany.")]
    public CellView Germany => new(node.Germany, [], names, language);

    [Description("The part minus Germany, with their covariance; null where either is withheld.")]
    public DifferenceView? Difference => node.Difference is { } difference ? new(difference, node.AdjustedP) : null;
}
