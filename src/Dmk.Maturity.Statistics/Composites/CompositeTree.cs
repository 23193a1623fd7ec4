using System.Diagnostics;

namespace Dmk.Maturity.Statistics;

/// <summary>A composite as arrays, ready to be computed for many units and many weights.</summary>
/// <remarks>Nodes stand in the order of the tree, each before what is below it; the composite itself has index 0.</remarks>
public sealed class CompositeTree
{
    private readonly double[] _weights;
    private readonly double[] _reached;
    private readonly int[] _columns;
    private readonly int[][] _children;
    private readonly AggregationRule[] _rules;

    /// <exception cref="ArgumentException">Two nodes have the same id, a weight is not positive, or a node has no children.</exception>
    public CompositeTree(CompositeNode root)
    {
        var (nodes, children) = (new List<CompositeNode>(), new List<int[]>());
        Add(root, nodes, children);
        Ids = [.. nodes.Select(node => node.Id)];
        _weights = [.. nodes.Select(node => node.Weight)];
        _reached = [.. nodes.Select(node => node.Reached ?? double.NaN)];
        _columns = [.. nodes.Select(node => node is CompositeNode.Leaf leaf ? leaf.Column : -1)];
        _rules = [.. nodes.Select(node => node is CompositeNode.Branch branch ? branch.Rule : default)];
        _children = [.. children];
        if (Ids.Distinct(StringComparer.Ordinal).Count() < Ids.Count)
        {
            throw new ArgumentException("Two nodes have the same id.", nameof(root));
        }

        if (Array.Exists(_weights, weight => !(weight > 0 && double.IsFinite(weight))))
        {
            throw new ArgumentException("A weight is not above 0.", nameof(root));
        }
    }

    /// <summary>Of all nodes, parents first.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>As declared, of all nodes.</summary>
    public IReadOnlyList<double> Weights => _weights;

    /// <summary>How each node is made; of no meaning for a leaf.</summary>
    public IReadOnlyList<AggregationRule> Rules => _rules;

    /// <summary>The indices of the nodes right below one; none below a leaf.</summary>
    public IReadOnlyList<int> ChildrenOf(int node) => _children[node];

    /// <summary>The column of a leaf, counted from 0; -1 for a node that is made of others.</summary>
    public int ColumnOf(int node) => _columns[node];

    /// <param name="columns">Normalised, by column, then unit; NaN is missing.</param>
    /// <returns>By node, then unit; NaN where too little is there.</returns>
    public double[][] Scores(IReadOnlyList<double[]> columns) => Scores(columns, _weights, _rules);

    /// <summary>With other weights and rules than declared.</summary>
    /// <param name="weights">By node; 0 leaves a node out.</param>
    /// <param name="rules">By node.</param>
    public double[][] Scores(IReadOnlyList<double[]> columns, ReadOnlySpan<double> weights, ReadOnlySpan<AggregationRule> rules)
    {
        var units = columns[0].Length;
        var scores = new double[_columns.Length][];
        for (var node = scores.Length - 1; node >= 0; node--)
        {
            scores[node] = _columns[node] >= 0 ? columns[_columns[node]] : Branch(_children[node], scores, units, weights, rules[node]);
        }

        return scores;
    }

    /// <summary>The share of the composite that each node moves: its weight among its siblings times that of all nodes above.</summary>
    /// <remarks>Those of the leaves add up to 1. They tell how far a point of a leaf moves an arithmetic composite when nothing is missing;
    /// how far it does in data is told by correlations. COINr's <c>get_eff_weights</c>.</remarks>
    public double[] EffectiveWeights()
    {
        var effective = new double[_weights.Length];
        effective[0] = 1;
        for (var node = 0; node < effective.Length; node++)
        {
            var whole = _children[node].Sum(child => _weights[child]);
            foreach (var child in _children[node])
            {
                effective[child] = effective[node] * _weights[child] / whole;
            }
        }

        return effective;
    }

    private double[] Branch(int[] children, double[][] scores, int units, ReadOnlySpan<double> weights, AggregationRule rule)
    {
        var there = new List<int>(children.Length);
        foreach (var child in children)
        {
            if (weights[child] > 0)
            {
                there.Add(child);
            }
        }

        var (here, weigh, reached, made) = (new double[there.Count], new double[there.Count], new double[there.Count], new double[units]);
        for (var k = 0; k < weigh.Length; k++)
        {
            (weigh[k], reached[k]) = (weights[there[k]], _reached[there[k]]);
        }

        for (var unit = 0; unit < units; unit++)
        {
            for (var k = 0; k < here.Length; k++)
            {
                here[k] = scores[there[k]][unit];
            }

            made[unit] = rule.Score(here, weigh, reached);
        }

        return made;
    }

    private static int Add(CompositeNode node, List<CompositeNode> nodes, List<int[]> children)
    {
        var index = nodes.Count;
        nodes.Add(node);
        children.Add([]);
        switch (node)
        {
            case CompositeNode.Leaf:
                break;
            case CompositeNode.Branch { Children.Count: 0 }:
                throw new ArgumentException($"There is nothing below '{node.Id}'.", nameof(node));
            case CompositeNode.Branch branch:
                children[index] = [.. branch.Children.Select(child => Add(child, nodes, children))];
                break;
            default:
                throw new UnreachableException();
        }

        return index;
    }
}
