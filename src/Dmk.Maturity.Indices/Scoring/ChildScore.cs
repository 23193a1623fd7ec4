namespace Dmk.Maturity.Indices;

/// <summary>What one child brings to its parent.</summary>
/// <param name="Score">On the scale, mirrored where the child's direction is negative; NaN when it is left out.</param>
/// <param name="Weight">Relative to its siblings.</param>
/// <param name="Threshold">What a count or a ladder asks of it.</param>
internal readonly record struct ChildScore(double Score, double Weight, double Threshold, Presence Presence);
