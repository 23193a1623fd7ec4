namespace Dmk.Maturity.Studies;

/// <summary>Estimates are to be compared with those of an earlier wave.</summary>
/// <param name="Panel">Column that names the companies in both files, each once; null for separate samples.</param>
/// <param name="Years">Between the waves, above 0.</param>
public sealed record WaveRequest(string? Panel, double Years);
