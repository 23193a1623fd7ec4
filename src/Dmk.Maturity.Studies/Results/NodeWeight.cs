namespace Dmk.Maturity.Studies;

/// <summary>A weight to try for a dimension of an index, as a reader names it.</summary>
/// <param name="Node">The id of the dimension.</param>
/// <param name="Weight">Relative to its siblings, 0 or above.</param>
public sealed record NodeWeight(string Node, double Weight);
