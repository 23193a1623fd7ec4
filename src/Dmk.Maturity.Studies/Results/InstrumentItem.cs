using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>One item of a scale.</summary>
/// <param name="Figure">The mean of its scores in all of the population, as in the index table.</param>
public sealed record InstrumentItem(IndexNode Node, IndexCell Figure);
