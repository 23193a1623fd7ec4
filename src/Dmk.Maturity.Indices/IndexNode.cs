using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>A node of the index tree: the index itself, a dimension or an indicator.</summary>
/// <param name="Index">Its place in <see cref="IndexModel.Nodes"/> and in every array of scores; 0 is the index itself.</param>
/// <param name="Parent">The place of its parent; null for the index itself.</param>
/// <param name="Weight">Relative to its siblings.</param>
/// <param name="Depth">0 the index, 1 a dimension, deeper an indicator.</param>
public sealed record IndexNode(string Id, Text Title, int Index, int? Parent, double Weight, int Depth)
{
    public Direction Direction { get; init; }
}
