namespace Dmk.Maturity.Studies;

/// <summary>One of the groups that rows are put in.</summary>
/// <param name="Mark">That of its rows.</param>
/// <param name="Count">How many rows, from 1.</param>
public sealed record RowGroup(ReportingCell Stratum, ReportingCell Cell, ScorePattern Scores, long Mark, long Count);
