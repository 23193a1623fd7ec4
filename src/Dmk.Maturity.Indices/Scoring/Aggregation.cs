namespace Dmk.Maturity.Indices;

/// <summary>How a node makes one score of those of its children.</summary>
internal enum Aggregation
{
    Arithmetic,
    Geometric,
    Harmonic,
    Minimum,
    Count,
}
