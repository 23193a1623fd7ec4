namespace Dmk.Maturity.Statistics;

/// <summary>An estimate of one wave of a survey.</summary>
/// <param name="Value">NaN where there is none.</param>
/// <param name="StandardError">0 or above, NaN where unknown.</param>
/// <param name="DegreesOfFreedom">Above 0; infinite for the normal distribution.</param>
public readonly record struct WaveEstimate(double Value, double StandardError, double DegreesOfFreedom = double.PositiveInfinity);
