namespace Dmk.Maturity.Studies;

/// <summary>A part of the population in the frame and among those who answered.</summary>
/// <param name="Frame">Companies of the frame.</param>
/// <param name="Estimated">Companies for which those stand that have answered, where they stand now.</param>
/// <param name="Respondents">Companies that have answered.</param>
public sealed record WeightedDomain(ReportingVariable Variable, string Code, long Frame, double Estimated, long Respondents);
