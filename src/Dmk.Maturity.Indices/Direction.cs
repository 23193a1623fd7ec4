namespace Dmk.Maturity.Indices;

/// <summary>Whether a high score of a node is good for its parent.</summary>
public enum Direction
{
    Positive,

    /// <summary>High is bad: the node's own score stays as it is, and enters its parent mirrored on the scale.</summary>
    Negative,
}
