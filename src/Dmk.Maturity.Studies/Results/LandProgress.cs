namespace Dmk.Maturity.Studies;

/// <summary>The field work in one Land.</summary>
/// <param name="Drawn">Companies in the sample.</param>
/// <param name="Submitted">Companies that have answered.</param>
public sealed record LandProgress(long Drawn, long Submitted);
