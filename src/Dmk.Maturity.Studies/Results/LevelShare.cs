using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>The share of companies at a level of the index.</summary>
/// <param name="Figure">In percent of those that have a score, in all of the population.</param>
public sealed record LevelShare(Level Level, PublishedFigure Figure);
