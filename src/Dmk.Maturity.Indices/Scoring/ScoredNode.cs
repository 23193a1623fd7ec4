namespace Dmk.Maturity.Indices;

/// <summary>One node of the tree, ready to score.</summary>
/// <param name="Reversed">Its score enters its parent mirrored on the scale.</param>
/// <param name="Threshold">What a count or a ladder above asks of it.</param>
/// <param name="Indicator">Null for a node with children.</param>
internal sealed record ScoredNode(double Weight, bool Reversed, double Threshold, Indicator? Indicator, Branch? Branch);
