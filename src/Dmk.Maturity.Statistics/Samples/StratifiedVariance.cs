namespace Dmk.Maturity.Statistics;

/// <summary>Variances and covariances of estimates from their influences, over the strata of a design.</summary>
/// <remarks>V = sum_h (1 - f_h) n_h/(n_h - 1) sum (z - zbar_h)^2 with z = w u, where n_h and zbar_h run over all units of the stratum in
/// the file, those that do not move the estimate with z = 0 (Särndal, Swensson and Wretman 1992, section 5.5). After a calibration u is
/// replaced by its residual from the weighted regression on the calibration variables (Deville and Särndal 1992, section 3.4), as
/// svyrecvar of R survey 4.1-1 does.</remarks>
internal sealed class StratifiedVariance(SampleDesign design)
{
    /// <summary>NaN where no stratum has more than one unit and lonely ones count as their mean.</summary>
    /// <exception cref="LonelyUnitException">A stratum has a single unit, and that shall be an error.</exception>
    public VarianceParts Of(Influence influence) => Parts(influence).Averaged;

    private VarianceParts Parts(Influence influence)
    {
        CheckLonely(design);
        var moved = Projected(influence);
        var spreads = new Dictionary<int, Spread>();
        for (var i = 0; i < moved.Units.Length; i++)
        {
            var unit = moved.Units[i];
            var stratum = design.StratumOf[unit];
            var spread = spreads.GetValueOrDefault(stratum);
            spread.Add(1, design.Weights[unit] * moved.Values[i], 0);
            spreads[stratum] = spread;
        }

        var parts = new VarianceParts();
        foreach (var (stratum, moving) in spreads.OrderBy(one => one.Key))
        {
            var (n, spread) = (design.Respondents[stratum], moving);
            parts.IsSampled |= design.Corrections[stratum] > 0;
            spread.Add(n - spread.Count, 0, 0);
            if (n > 1)
            {
                parts.Add(design.Corrections[stratum] * n / (n - 1) * spread.SquaredDeviations, n);
            }
            else if (design.Corrections[stratum] == 0 || design.Lonely == LonelyUnit.Certainty)
            {
                parts.Add(0, n);
            }
            else if (design.Lonely == LonelyUnit.Adjust)
            {
                parts.Add(design.Corrections[stratum] * spread.Mean * spread.Mean, n);
            }
            else
            {
                parts.AddUnknown();
            }
        }

        return parts;
    }

    /// <summary>Symmetric, in the order given.</summary>
    /// <inheritdoc cref="Of"/>
    public double[,] Matrix(IReadOnlyList<Influence> influences)
    {
        Influence[] moved = [.. influences.Select(Projected)];
        var means = moved.Select(StratumSums).ToArray();
        var matrix = new double[moved.Length, moved.Length];
        VarianceParts[] parts = [.. influences.Select(Parts)];
        for (var a = 0; a < moved.Length; a++)
        {
            matrix[a, a] = parts[a].Averaged.Total;
            for (var b = 0; b < a; b++)
            {
                var factor = Math.Sqrt(parts[a].AveragingFactor * parts[b].AveragingFactor);
                matrix[a, b] = matrix[b, a] = factor * Covariance(moved[a], means[a], moved[b], means[b]);
            }
        }

        return matrix;
    }

    /// <exception cref="LonelyUnitException">A stratum has a single unit, and that shall be an error.</exception>
    public static void CheckLonely(SampleDesign design)
    {
        for (var stratum = 0; design.Lonely == LonelyUnit.Fail && stratum < design.Strata; stratum++)
        {
            if (design.Respondents[stratum] == 1 && design.Corrections[stratum] > 0)
            {
                throw new LonelyUnitException(stratum);
            }
        }
    }

    /// <summary>With residuals in place of values where the weights have been calibrated.</summary>
    private Influence Projected(Influence influence) => design.Projection?.Residuals(influence) ?? influence;

    private Dictionary<int, double> StratumSums(Influence moved)
    {
        var sums = new Dictionary<int, double>();
        for (var i = 0; i < moved.Units.Length; i++)
        {
            var stratum = design.StratumOf[moved.Units[i]];
            sums[stratum] = sums.GetValueOrDefault(stratum) + (design.Weights[moved.Units[i]] * moved.Values[i]);
        }

        return sums;
    }

    private double Covariance(Influence one, Dictionary<int, double> sums, Influence other, Dictionary<int, double> otherSums)
    {
        var products = new Dictionary<int, double>();
        for (int i = 0, j = 0; i < one.Units.Length && j < other.Units.Length; )
        {
            if (one.Units[i] == other.Units[j])
            {
                var unit = one.Units[i];
                var stratum = design.StratumOf[unit];
                products[stratum] =
                    products.GetValueOrDefault(stratum) + (design.Weights[unit] * one.Values[i] * design.Weights[unit] * other.Values[j]);
                i++;
                j++;
            }
            else if (one.Units[i] < other.Units[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        var covariance = 0.0;
        foreach (var (stratum, sum) in sums.Where(at => otherSums.ContainsKey(at.Key)).OrderBy(at => at.Key))
        {
            var n = design.Respondents[stratum];
            var product = products.GetValueOrDefault(stratum);
            covariance +=
                n > 1 ? design.Corrections[stratum] * n / (n - 1) * (product - (sum * otherSums[stratum] / n))
                : design.Lonely == LonelyUnit.Adjust ? design.Corrections[stratum] * product
                : 0;
        }

        return covariance;
    }
}
