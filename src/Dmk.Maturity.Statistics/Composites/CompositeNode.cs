namespace Dmk.Maturity.Statistics;

/// <summary>One node of the tree of a composite.</summary>
/// <param name="Id">Unique in the tree.</param>
/// <param name="Weight">Above 0, relative to the weights of the other children of its parent.</param>
public abstract record CompositeNode(string Id, double Weight)
{
    /// <summary>Below a count or a ladder: the score from which on it is reached; null for the threshold of its parent.</summary>
    public double? Reached { get; init; }

    /// <summary>A normalised column.</summary>
    /// <param name="Column">Which, counted from 0.</param>
    public sealed record Leaf(string Id, double Weight, int Column) : CompositeNode(Id, Weight);

    /// <summary>A node that is made of others.</summary>
    /// <param name="Children">At least one.</param>
    public sealed record Branch(string Id, double Weight, AggregationRule Rule, IReadOnlyList<CompositeNode> Children)
        : CompositeNode(Id, Weight);
}
