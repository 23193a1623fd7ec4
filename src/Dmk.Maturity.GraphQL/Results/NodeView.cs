using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("IndexNode"), Description("A node of an index: the index itself, a dimension or an indicator.")]
internal sealed class NodeView(IndexNode node, IndexModel model, Language language)
{
    [Id, Description("Unique within the index.")]
    public string Id => node.Id;

    [Description("The title.")]
    public string Title => node.Title.In(language);

    [Description("0 the index, 1 a dimension, deeper an indicator.")]
    public int Depth => node.Depth;

    [Description("Relative to its siblings.")]
    public double Weight => node.Weight;

    [Id, Description("The node above it; null for the index itself.")]
    public string? Parent => node.Parent is { } place ? model.Nodes[place].Id : null;
}
