using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The respondents of one (stratum, reporting cell) with their weight.</summary>
/// <param name="Stratum">Where they were drawn.</param>
/// <param name="Cell">Where they stand now.</param>
/// <param name="Weight">Of each of them.</param>
/// <param name="Before">The same before trimming and calibration.</param>
internal sealed record WeightedRespondents(ReportingCell Stratum, ReportingCell Cell, double Weight, double Before, CellMoments Moments)
{
    /// <summary>The weighting class, by the name of its first stratum.</summary>
    public required string Class { get; init; }

    /// <summary>Companies of the frame in the class.</summary>
    public required long ClassPopulation { get; init; }

    /// <summary>The weight after trimming and before calibration.</summary>
    public required double BeforeCalibration { get; init; }

    public long Respondents => Moments.Respondents;
}
