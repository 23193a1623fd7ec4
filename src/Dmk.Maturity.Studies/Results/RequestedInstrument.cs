using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What a request for the quality of a scale names, found in the study.</summary>
/// <param name="Items">The nodes directly below the node, in the order of the model.</param>
public sealed record RequestedInstrument(IndexModel Model, IndexNode Node, IReadOnlyList<IndexNode> Items)
{
    /// <summary>The places of the node and its items in the model.</summary>
    public IReadOnlyList<int> Places => [Node.Index, .. Items.Select(item => item.Index)];

    internal (double From, double To) Scale => (Model.ScaleFrom, Model.ScaleTo);

    /// <exception cref="ResultRequestException">Something is not there, or the node has no items or too many; the message says what there
    /// is.</exception>
    public static RequestedInstrument Of(ResultRequest request)
    {
        var found = (request with { By = [], Filter = [], ShareAt = null, Weights = [], Where = null }).Find();
        IndexNode[] items = [.. found.Model.Nodes.Where(node => node.Parent == found.Node.Index)];
        return items.Length is >= 2 and <= MomentLayout.MostCrossed
            ? new(found.Model, found.Node, items)
            : throw new ResultRequestException(
                "ITEMS_REFUSED",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"'{found.Node.Id}' has {items.Length} nodes below it. How items go together is told of 2 to "
                        + $"{MomentLayout.MostCrossed}: of {string.Join(", ", WithItems(found.Model))}."
                )
            );
    }

    private static IEnumerable<string> WithItems(IndexModel model) =>
        model.Nodes.Where(node => model.Nodes.Count(one => one.Parent == node.Index) >= 2).Select(node => node.Id);
}
