using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>A node of an index in a part of the population, beside Germany.</summary>
/// <param name="Part">Its figure in the part.</param>
/// <param name="Germany">Its figure in all of the population.</param>
/// <param name="Difference">The part minus Germany; null where either is withheld.</param>
/// <param name="AdjustedP">Of the difference, adjusted after Holm (1979) for all nodes of the profile; NaN without a test.</param>
public sealed record ProfileNode(IndexNode Node, IndexCell Part, IndexCell Germany, PublishedDifference? Difference, double AdjustedP);
