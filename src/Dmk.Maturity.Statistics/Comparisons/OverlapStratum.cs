namespace Dmk.Maturity.Statistics;

/// <summary>A stratum in two waves, with the companies that answered in both.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Population">Companies in the population, at least the respondents; infinite without finite population correction.</param>
/// <param name="Before">Respondents of the earlier wave.</param>
/// <param name="After">Respondents of the later wave.</param>
/// <param name="Both">Per company that answered in both: its linearised residuals, of a mean z = w (y - mean) / sum w in the domain and 0
/// outside of it, in the earlier and in the later wave.</param>
public sealed record OverlapStratum(
    string Name,
    double Population,
    long Before,
    long After,
    IReadOnlyList<(double Before, double After)> Both
);
