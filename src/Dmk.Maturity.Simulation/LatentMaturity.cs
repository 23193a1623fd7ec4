namespace Dmk.Maturity.Simulation;

/// <summary>The digital maturity that a made-up company really has, in standard deviations around the middle.</summary>
/// <remarks>Larger companies are further ahead, as every survey finds, and sectors stand in their published order
/// (<see cref="SectorOrder"/>). A Land has no effect of its own: Länder differ by their mix of sectors and sizes alone.</remarks>
public static class LatentMaturity
{
    private const double CompanySpread = 0.75;
    private const double PerSizeClass = 0.4;
    private const double GrowthPerWave = 0.15;

    /// <summary>The correlation of a company's own part with that of the wave before.</summary>
    private const double Persistence = 0.8;

    /// <param name="sizeRank">0 for the smallest size class.</param>
    public static double Of(string unitId, RegisterCell cell, int sizeRank, int seed) =>
        SectorOrder.EffectOf(cell.Sector)
        + (PerSizeClass * (sizeRank - 1))
        + (CompanySpread * new Chance(seed, "company", unitId).Normal());

    /// <summary>Of the same company one wave earlier: the whole economy has grown since by a little, and a company is mostly where it
    /// was.</summary>
    /// <inheritdoc cref="Of"/>
    public static double OneWaveEarlier(string unitId, RegisterCell cell, int sizeRank, int seed)
    {
        var (own, then) = (new Chance(seed, "company", unitId).Normal(), new Chance(seed, "companyBefore", unitId).Normal());
        return Of(unitId, cell, sizeRank, seed)
            - GrowthPerWave
            + (CompanySpread * (((Persistence - 1) * own) + (Math.Sqrt(1 - (Persistence * Persistence)) * then)));
    }
}
