using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("BenchmarkedScore"), Description("One of a company's own scores beside those of its peers.")]
internal sealed class BenchmarkedScoreView(BenchmarkedNode node, IndexModel model, Language language)
{
    /// <summary>What lies behind comes from adding binary fractions.</summary>
    private const int Digits = 9;

    [Description("The index itself, or a dimension.")]
    public NodeView Node => new(node.Node, model, language);

    [Description("The company's own, exact; null where its answers give none.")]
    public double? Score => Math.Round(node.Score, Digits).OrNull;

    [Description("Those that the company is set beside; null before results are shown, and where too few may be told of.")]
    public PeersView? Peers => node is { Peers: { } peers, Figure: { } figure } ? new PeersView(peers, figure, language) : null;
}
