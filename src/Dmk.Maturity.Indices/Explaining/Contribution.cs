namespace Dmk.Maturity.Indices;

/// <summary>What one node gave to a node above it.</summary>
/// <param name="To">The node above.</param>
/// <param name="Points">Of that node's score, counted from the start of the scale; 0 when left out on the way, NaN when that node has no
/// score.</param>
public readonly record struct Contribution(IndexNode To, double Points);
