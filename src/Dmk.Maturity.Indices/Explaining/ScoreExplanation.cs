namespace Dmk.Maturity.Indices;

/// <summary>How the scores of one company come about: what each answer gave to every node above it.</summary>
/// <param name="Nodes">In the order of <see cref="IndexModel.Nodes"/>.</param>
public sealed record ScoreExplanation(IReadOnlyList<NodeExplanation> Nodes)
{
    /// <summary>Those that read answers. Their points to a node above them add up to that node's score less the start of the
    /// scale.</summary>
    public IEnumerable<NodeExplanation> Indicators => Nodes.Where(node => node.Answers.Count > 0);
}
