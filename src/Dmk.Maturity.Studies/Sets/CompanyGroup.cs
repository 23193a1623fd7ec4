namespace Dmk.Maturity.Studies;

/// <summary>Companies that disclosure control cannot tell apart.</summary>
/// <param name="Stratum">Where the frame has them.</param>
/// <param name="Cell">Where they stand by what they say.</param>
/// <param name="Scores">Of which nodes they have a score.</param>
/// <param name="History">Per table of the study's <see cref="EntryOrder"/> the state in which they entered it; 0 is not yet.</param>
public sealed record CompanyGroup(ReportingCell Stratum, ReportingCell Cell, ScorePattern Scores, IReadOnlyList<int> History, long Count);
