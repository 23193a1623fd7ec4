namespace Dmk.Maturity.Statistics;

/// <summary>How far the residuals of a weighted mean fall short, as the mean was estimated from them.</summary>
/// <remarks>With h = w / sum w the residual y - mean has the variance (1 - 2h + sum h^2) s^2 where all values vary alike by s. Divided by
/// the root of that factor it has s^2: the bias-reduced linearization of Bell and McCaffrey (2002, section 3) for a regression on a
/// constant; for equal weights the factor is 1 - 1/n, and this is the estimator HC2 of MacKinnon and White (1985). Much for small domains
/// with unequal weights, next to nothing for large ones.</remarks>
/// <param name="Weight">Sum of w over the respondents of the domain.</param>
/// <param name="SquaredWeight">Sum of w^2.</param>
/// <param name="Respondents">How many they are.</param>
internal readonly record struct Leverage(double Weight, double SquaredWeight, long Respondents)
{
    /// <summary>By what the residual of a respondent is multiplied. 1 for a single one, whose residual is 0.</summary>
    public double Enlargement(double weight) =>
        Respondents < 2 ? 1 : 1 / Math.Sqrt(1 - (2 * weight / Weight) + (SquaredWeight / Weight / Weight));
}
