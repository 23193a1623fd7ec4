namespace Dmk.Maturity.Statistics;

/// <summary>The moments of one (stratum, reporting cell).</summary>
/// <param name="Stratum">Index into the strata of the design.</param>
/// <param name="Cell">Index of the reporting cell, meaningful to the caller.</param>
public sealed record StratumCell(int Stratum, int Cell, CellMoments Moments);
