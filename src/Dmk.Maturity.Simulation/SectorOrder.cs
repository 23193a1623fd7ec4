namespace Dmk.Maturity.Simulation;

/// <summary>How far each sector of the pilot study is ahead of the middle, in standard deviations of maturity.</summary>
/// <remarks>
/// The order follows official figures as they are remembered; it has not been held against the tables named here.
/// Eurostat, Digital Intensity Index by NACE Rev. 2 activity (isoc_e_diin2, survey years 2023 and
/// 2024): information and communication first, then professional services; construction and transport last. Destatis, use of ICT in
/// enterprises (EVAS 52911, 2023 and 2024): the same ends for Germany, with accommodation and food service among the last. Finance,
/// education and health, and other services are outside of Eurostat's survey; finance stands second by the use of AI in German companies
/// (ZEW 2024, survey of 2023), the others in the middle by judgement. The distances are made up, for made-up companies: no figure can be
/// read from them.
/// </remarks>
public static class SectorOrder
{
    private static readonly Dictionary<string, double> _effects = new(StringComparer.Ordinal)
    {
        ["information"] = 0.85,
        ["finance"] = 0.50,
        ["professional"] = 0.35,
        ["utilities"] = 0.20,
        ["real_estate"] = 0.10,
        ["manufacturing"] = 0.02,
        ["trade"] = -0.06,
        ["education_health"] = -0.14,
        ["support"] = -0.22,
        ["other_services"] = -0.30,
        ["hospitality"] = -0.40,
        ["transport"] = -0.50,
        ["construction"] = -0.62,
    };

    /// <summary>Codes of the classification of sectors, the furthest ahead first.</summary>
    public static IReadOnlyList<string> Sectors { get; } = [.. _effects.OrderByDescending(pair => pair.Value).Select(pair => pair.Key)];

    /// <returns>0, the middle, for a code of another classification.</returns>
    public static double EffectOf(string sector) => _effects.GetValueOrDefault(sector);
}
