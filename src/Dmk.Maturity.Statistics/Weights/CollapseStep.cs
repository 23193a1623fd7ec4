namespace Dmk.Maturity.Statistics;

/// <summary>One step of the collapse rule: over which dimension a deficient class looks for a neighbour.</summary>
/// <remarks>A step works on blocks: all classes with one code of its dimension and the same codes elsewhere, the dimensions of earlier
/// steps left aside (they are used up).
/// In the first step a block is one stratum; when sizes have been collapsed, it is a Land x sector. Blocks that merge become one
/// class.</remarks>
/// <param name="Dimension">The index of the design's dimension to collapse over.</param>
/// <param name="Order">The codes of that dimension in their order.</param>
/// <param name="Kind">Adjoining: the deficient block that stands last in Order is merged with the one before it,
/// else with the one after it, until none is deficient (largest size first, next smaller). Cyclic: the first block that is still wholly
/// deficient is merged with the block of the next code, cyclic,
/// until none is deficient.</param>
public sealed record CollapseStep(int Dimension, IReadOnlyList<string> Order, CollapseKind Kind);
