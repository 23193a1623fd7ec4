namespace Dmk.Maturity.Simulation;

/// <summary>The digital maturity that a made-up company really has, in standard deviations around the middle.</summary>
/// <remarks>Larger companies are further ahead, as every survey finds. Which Land and which sector is ahead is drawn from the seed and
/// says nothing about the real ones.</remarks>
public static class LatentMaturity
{
    private const double LandSpread = 0.15;
    private const double SectorSpread = 0.35;
    private const double CompanySpread = 0.75;
    private const double PerSizeClass = 0.4;

    /// <param name="sizeRank">0 for the smallest size class.</param>
    public static double Of(string unitId, RegisterCell cell, int sizeRank, int seed) =>
        (LandSpread * new Chance(seed, "land", cell.Land).Normal())
        + (SectorSpread * new Chance(seed, "sector", cell.Sector).Normal())
        + (PerSizeClass * (sizeRank - 1))
        + (CompanySpread * new Chance(seed, "company", unitId).Normal());
}
