using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The mean of a domain at another mix of companies.</summary>
/// <param name="CellsOfOne">Cells that count and rest on one respondent: they add nothing to the standard error, which is too small
/// then.</param>
public sealed record StandardisedDomain(StandardisedMean Mean, int CellsOfOne);
