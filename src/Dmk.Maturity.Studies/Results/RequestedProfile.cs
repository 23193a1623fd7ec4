using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>What a request for a profile names, found in the study.</summary>
/// <param name="Nodes">The node that was asked for, and those below it.</param>
/// <param name="Part">The part of the population that is looked at, as a Land.</param>
public sealed record RequestedProfile(IndexModel Model, IReadOnlyList<IndexNode> Nodes, (ReportingVariable Variable, string Code) Part)
{
    internal (double From, double To) Scale => (Model.ScaleFrom, Model.ScaleTo);

    /// <exception cref="ResultRequestException">Something is not there; the message says what there is.</exception>
    public static RequestedProfile Of(ResultRequest request, VariableCode part)
    {
        var found = (request with { By = [], Filter = [part], ShareAt = null, Weights = [] }).Find();
        return new(found.Model, [found.Node, .. found.Model.Nodes.Where(node => node.Parent == found.Node.Index)], found.Filter[0]);
    }
}
