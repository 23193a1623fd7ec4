namespace Dmk.Maturity.Indices;

/// <summary>How a node makes one score of those of its children.</summary>
internal enum Aggregation
{
    Arithmetic,
    Geometric,
    Harmonic,

    /// <summary>The mean of an exponent of the author's choice.</summary>
    Power,
    Minimum,
    Maximum,

    /// <summary>The weighted share of children that reach their threshold.</summary>
    Count,

    /// <summary>Steps that count only when all lower ones are reached.</summary>
    Ladder,
}
