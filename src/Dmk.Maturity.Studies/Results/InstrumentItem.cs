using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>One item of a scale.</summary>
/// <param name="Figure">The mean of its scores in all of the population, as in the index table.</param>
/// <param name="Levels">How the companies are spread over the levels of the index by their scores of the item, from the lowest; as shares
/// in the index table.</param>
/// <param name="Response">How many have a score of it, and how many have none.</param>
public sealed record InstrumentItem(IndexNode Node, IndexCell Figure, IReadOnlyList<LevelShare> Levels, PublishedResponse Response);
