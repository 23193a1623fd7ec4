using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How a study weights its respondents, as its file declares it.</summary>
/// <param name="Collapse">Of non-response groups that are too thin.</param>
public sealed record WeightRule(CollapseRule Collapse)
{
    /// <summary>No weight is larger than this many times the mean one; null for no bound. Above 1.</summary>
    public double? MostTimesMean { get; init; }

    /// <summary>Whether variances take into account that a class has only so many companies.</summary>
    public FinitePopulation FinitePopulation { get; init; } = FinitePopulation.WithinClasses;

    /// <summary>Null where weights correct for non-response alone.</summary>
    public CalibrationRule? Calibration { get; init; }
}
