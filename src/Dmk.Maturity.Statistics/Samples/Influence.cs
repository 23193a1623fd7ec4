namespace Dmk.Maturity.Statistics;

/// <summary>How much each unit of the file moves an estimate, per unit of its weight: the linearised variable u of Woodruff (1971) and
/// Deville (1999). Units that are not listed do not move it.</summary>
/// <param name="Units">Indices into the file, ascending.</param>
/// <param name="Values">One per listed unit, finite.</param>
internal readonly record struct Influence(int[] Units, double[] Values);
