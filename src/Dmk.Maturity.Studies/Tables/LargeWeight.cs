namespace Dmk.Maturity.Studies;

/// <summary>Respondents whose weight moves a figure.</summary>
/// <param name="Stratum">Where they were drawn.</param>
/// <param name="Cell">Where they stand now.</param>
/// <param name="Weight">Of each.</param>
/// <param name="Pull">Weight x distance: by how many points the index of their Land would move if one of them, scoring as they do on
/// average, scored as the Land does. 0 and above.</param>
public sealed record LargeWeight(ReportingCell Stratum, ReportingCell Cell, long Respondents, double Weight, double Pull);
