namespace Dmk.Maturity.Simulation;

/// <summary>The digital maturity that a made-up company really has, in standard deviations around the middle.</summary>
/// <remarks>Larger companies are further ahead, as every survey finds, and sectors stand in their published order
/// (<see cref="SectorOrder"/>). A Land has no effect of its own: Länder differ by their mix of sectors and sizes alone.</remarks>
public static class LatentMaturity
{
    private const double CompanySpread = 0.75;
    private const double PerSizeClass = 0.4;

    /// <param name="sizeRank">0 for the smallest size class.</param>
    public static double Of(string unitId, RegisterCell cell, int sizeRank, int seed) =>
        SectorOrder.EffectOf(cell.Sector)
        + (PerSizeClass * (sizeRank - 1))
        + (CompanySpread * new Chance(seed, "company", unitId).Normal());
}
