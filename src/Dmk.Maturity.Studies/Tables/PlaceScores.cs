using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How often each score of a node occurs among the companies of one stratum and reporting cell.</summary>
/// <param name="Scores">Each once.</param>
/// <param name="Without">Those who have no score, or of whom a condition is not true.</param>
public sealed record PlaceScores(ReportingCell Stratum, ReportingCell Cell, IReadOnlyList<ScoreCount> Scores, long Without);
