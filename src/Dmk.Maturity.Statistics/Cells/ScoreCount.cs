namespace Dmk.Maturity.Statistics;

/// <summary>How many respondents of a cell have one score.</summary>
/// <param name="Score">A number; those without a score are not counted.</param>
/// <param name="Count">1 and above.</param>
public readonly record struct ScoreCount(double Score, long Count);
