namespace Dmk.Maturity.Statistics;

/// <summary>When a column counts as having outliers, and how far they may be pulled in.</summary>
/// <param name="Skewness">A column is treated when the size of its skewness is this or more, and</param>
/// <param name="Kurtosis">its excess kurtosis is this or more.</param>
/// <param name="MostWinsorised">Points that may be set to their neighbour, 0 and above; tied ones together may exceed it.</param>
/// <param name="Otherwise">What is done with the untouched column when that does not suffice.</param>
public sealed record OutlierRule(double Skewness, double Kurtosis, int MostWinsorised, LogTransform Otherwise)
{
    /// <summary>2, 3.5 and 5 points, then the logarithm: what the composite indicators of the JRC use.</summary>
    public static OutlierRule Usual { get; } = new(2, 3.5, 5, LogTransform.Shifted);

    /// <summary>Whether a column needs no treatment; one without enough values for its moments, or a constant one, needs none.</summary>
    public bool Passes(ReadOnlySpan<double> values) =>
        !(Math.Abs(Tails.Skewness(values)) >= Skewness && Tails.ExcessKurtosis(values) >= Kurtosis);
}
