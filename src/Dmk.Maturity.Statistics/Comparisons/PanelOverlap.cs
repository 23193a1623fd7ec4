using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>The covariance of an estimate with itself one wave later, from the companies that answered in both.</summary>
/// <remarks>Tam (1984), for simple random samples of n and n' with m in common: Cov(zbar, zbar') = (m / (n n') - 1/N) S,
/// hence for the totals of residuals (m - n n'/N) S, summed over the strata; S = sum (z - zbar)(z' - zbar') / (m - 1) over the common
/// companies (Berger and Priam 2016). With full overlap it is the variance of one wave.</remarks>
/// <param name="Covariance">Of the two estimates, in squared units.</param>
/// <param name="Companies">That answered in both waves.</param>
/// <param name="WithoutCovariance">Strata with a single common company: they have none and are left out of the sum, which leaves the
/// standard error of a change too large where companies stay what they are.</param>
public sealed record PanelOverlap(double Covariance, long Companies, IReadOnlyList<string> WithoutCovariance)
{
    /// <exception cref="ArgumentException">More common companies than respondents, more respondents than population, or a residual that is
    /// not a number; the text names the stratum.</exception>
    public static PanelOverlap Of(IReadOnlyList<OverlapStratum> strata)
    {
        ArgumentNullException.ThrowIfNull(strata);
        foreach (var stratum in strata)
        {
            Check(stratum);
        }

        return new PanelOverlap(
            strata.Where(stratum => stratum.Both.Count > 1).Sum(CovarianceOf),
            strata.Sum(stratum => (long)stratum.Both.Count),
            [.. strata.Where(stratum => stratum.Both.Count == 1).Select(stratum => stratum.Name)]
        );
    }

    private static double CovarianceOf(OverlapStratum stratum)
    {
        var common = (double)stratum.Both.Count;
        var (before, after) = (stratum.Both.Average(one => one.Before), stratum.Both.Average(one => one.After));
        var spread = stratum.Both.Sum(one => (one.Before - before) * (one.After - after)) / (common - 1);
        return (common - ((double)stratum.Before * stratum.After / stratum.Population)) * spread;
    }

    private static void Check(OverlapStratum stratum)
    {
        var wrong =
            stratum.Both.Count > Math.Min(stratum.Before, stratum.After)
                ? $"{stratum.Both.Count} companies in both waves, of {stratum.Before} and {stratum.After}"
            : !(stratum.Population >= Math.Max(stratum.Before, stratum.After))
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"{stratum.Population} companies, and {stratum.Before} and {stratum.After} respondents"
                )
            : stratum.Both.Any(one => !double.IsFinite(one.Before) || !double.IsFinite(one.After)) ? "a residual that is not a number"
            : null;
        if (wrong is not null)
        {
            throw new ArgumentException($"Stratum '{stratum.Name}' has {wrong}.");
        }
    }
}
