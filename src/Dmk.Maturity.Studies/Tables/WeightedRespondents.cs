using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The respondents of one (stratum, reporting cell) with their weight.</summary>
/// <param name="Stratum">Where they were drawn.</param>
/// <param name="Cell">Where they stand now.</param>
/// <param name="Weight">Of each of them.</param>
/// <param name="Before">The same before trimming and calibration.</param>
internal sealed record WeightedRespondents(ReportingCell Stratum, ReportingCell Cell, double Weight, double Before, CellMoments Moments)
{
    public long Respondents => Moments.Respondents;
}
