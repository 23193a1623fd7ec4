namespace Dmk.Maturity.Statistics;

/// <summary>How the scores below a node of a composite become its own.</summary>
public enum CompositeAggregation
{
    /// <summary>A low score can be made up for by a high one.</summary>
    Arithmetic,

    /// <summary>Less so: the mean of the logarithms. A score of 0 makes it 0, one below 0 leaves it missing.</summary>
    Geometric,

    /// <summary>Still less: the mean of the reciprocals. A score of 0 makes it 0, one below 0 leaves it missing.</summary>
    Harmonic,

    /// <summary>The generalised mean with a power of the node.</summary>
    Power,

    /// <summary>Only the lowest score counts.</summary>
    Minimum,

    /// <summary>Only the highest score counts.</summary>
    Maximum,

    /// <summary>The share of weight whose score reaches its threshold, on the scale of the node.</summary>
    Count,

    /// <summary>The children are rungs from the lowest up: the share of weight up to the highest rung below which none is missed, on the
    /// scale of the node.</summary>
    Ladder,
}
