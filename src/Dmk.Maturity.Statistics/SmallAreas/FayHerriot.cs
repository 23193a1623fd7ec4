using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>The area model: direct estimates of small areas lean on what is known of the areas without the survey.</summary>
/// <remarks>y_d = x_d'b + v_d + e_d with var(v) = A and var(e_d) = psi_d known (Fay and Herriot 1979; Rao and Molina 2015, chapters 5 and
/// 6). Variance of A: 2 / sum V^-2 with V = A + psi for both likelihoods; 2 m / (sum V^-1)² for Fay and Herriot's moments; 2 / m² sum V²
/// for Prasad and Rao's. Bias of A: -tr((X'V^-1X)^-1 X'V^-2X) / sum V^-2 by maximum likelihood (Datta and Lahiri 2000), 2 (m sum V^-2 -
/// (sum V^-1)²) / (sum V^-1)³ by Fay and Herriot's moments (Datta, Rao and Smith 2005), else 0. Checked against base R to 1e-8.</remarks>
/// <param name="Method">How A was estimated.</param>
/// <param name="Between">A, the variance between areas that the auxiliaries do not explain, 0 or above, in squared points.</param>
/// <param name="BetweenVariance">Of A, asymptotic.</param>
/// <param name="BetweenBias">Of A, asymptotic.</param>
/// <param name="Coefficients">b, in the order of the auxiliaries.</param>
/// <param name="Areas">In the order given, those without a direct estimate, too.</param>
/// <param name="DirectAreas">Areas that took part in the fit.</param>
/// <param name="Iterations">Steps that it took; 0 for the closed estimator.</param>
/// <param name="LogLikelihood">Of the direct estimates at A and b, not restricted.</param>
public sealed record FayHerriot(
    FayHerriotMethod Method,
    double Between,
    double BetweenVariance,
    double BetweenBias,
    IReadOnlyList<ModelCoefficient> Coefficients,
    IReadOnlyList<ModelledArea> Areas,
    int DirectAreas,
    int Iterations,
    double LogLikelihood
)
{
    /// <summary>A is 0: every estimate is its synthetic one, and the mean squared errors are too small to be trusted.</summary>
    public bool IsAtBoundary => Between == 0;

    /// <param name="areas">Those without a direct estimate are predicted.</param>
    /// <param name="auxiliaries">Names of the auxiliaries, in the order of each area's numbers.</param>
    /// <exception cref="ArgumentException">An area with a wrong number of auxiliaries, one that is not a number, a sampling variance that
    /// is not above 0, no more direct areas than auxiliaries, or an auxiliary that depends on those before it; the text names
    /// it.</exception>
    /// <exception cref="InvalidOperationException">A was not found within 200 steps.</exception>
    public static FayHerriot Fit(
        IReadOnlyList<Area> areas,
        IReadOnlyList<string> auxiliaries,
        FayHerriotMethod method = FayHerriotMethod.Reml
    )
    {
        Check(areas, auxiliaries);
        var direct = areas.Where(area => area.IsDirect).ToArray();
        var search = new BetweenVariance(direct, auxiliaries, method);
        var between = search.Find();
        var fit = new AreaRegression(direct, auxiliaries, between);
        var (variance, bias) = Errors(method, fit);
        var next = 0;
        return new FayHerriot(
            method,
            between,
            variance,
            bias,
            [.. auxiliaries.Select((name, column) => CoefficientOf(name, column, fit))],
            [.. areas.Select(area => area.IsDirect ? Modelled(area, next++, fit, between, variance, bias) : Predicted(area, fit, between))],
            direct.Length,
            method == FayHerriotMethod.PrasadRao ? 0 : search.Iterations,
            -0.5 * (fit.Precisions.Sum(one => Math.Log(2 * Math.PI) - Math.Log(one)) + fit.SquaredResiduals)
        );
    }

    /// <summary>The variance and bias of A.</summary>
    private static (double Variance, double Bias) Errors(FayHerriotMethod method, AreaRegression fit)
    {
        var m = (double)fit.Precisions.Length;
        var first = fit.Precisions.Sum();
        var second = fit.Precisions.Sum(one => one * one);
        return method switch
        {
            FayHerriotMethod.Reml => (2 / second, 0),
            FayHerriotMethod.Ml => (2 / second, (fit.Trace - first) / second),
            FayHerriotMethod.FayHerriot => (2 * m / first / first, 2 * ((m * second) - (first * first)) / (first * first * first)),
            _ => (2 / m / m * fit.Precisions.Sum(one => 1 / one / one), 0),
        };
    }

    private static ModelCoefficient CoefficientOf(string name, int column, AreaRegression fit)
    {
        var unit = new double[fit.Beta.Length];
        unit[column] = 1;
        var standardError = Math.Sqrt(fit.PredictionVariance(unit));
        var z = fit.Beta[column] / standardError;
        return new ModelCoefficient(name, fit.Beta[column], standardError, z, StudentLaw.P(z, double.PositiveInfinity));
    }

    private static ModelledArea Modelled(Area area, int place, AreaRegression fit, double between, double variance, double bias)
    {
        var psi = area.SamplingVariance;
        var gamma = between / (between + psi);
        var rest = psi / (between + psi);
        var synthetic = AreaRegression.Dot(fit.Beta, area.Auxiliaries);
        var g1 = gamma * psi;
        var g2 = rest * rest * fit.PredictionVariance(area.Auxiliaries);
        var g3 = rest * rest / (between + psi) * variance;
        return new ModelledArea(
            area.Name,
            area.Direct,
            gamma,
            synthetic,
            synthetic + (gamma * (area.Direct - synthetic)),
            g1,
            g2,
            g3,
            g1 + g2 + (2 * g3) - (bias * rest * rest),
            fit.Residuals[place]
        );
    }

    private static ModelledArea Predicted(Area area, AreaRegression fit, double between)
    {
        var synthetic = AreaRegression.Dot(fit.Beta, area.Auxiliaries);
        var g2 = fit.PredictionVariance(area.Auxiliaries);
        return new ModelledArea(area.Name, area.Direct, 0, synthetic, synthetic, between, g2, double.NaN, between + g2, double.NaN);
    }

    private static void Check(IReadOnlyList<Area> areas, IReadOnlyList<string> auxiliaries)
    {
        ArgumentNullException.ThrowIfNull(areas);
        ArgumentNullException.ThrowIfNull(auxiliaries);
        foreach (var area in areas)
        {
            CheckArea(area, auxiliaries);
        }

        var direct = areas.Count(area => area.IsDirect);
        if (auxiliaries.Count == 0 || direct <= auxiliaries.Count)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A model needs an auxiliary, and more areas with a direct estimate than auxiliaries; "
                        + $"there are {auxiliaries.Count} auxiliaries and {direct} such areas."
                )
            );
        }
    }

    private static void CheckArea(Area area, IReadOnlyList<string> auxiliaries)
    {
        var wrong =
            area.Auxiliaries.Count != auxiliaries.Count
                ? string.Create(CultureInfo.InvariantCulture, $"has {area.Auxiliaries.Count} auxiliaries, not {auxiliaries.Count}")
            : area.Auxiliaries.ToList().FindIndex(one => !double.IsFinite(one)) is var at and >= 0
                ? string.Create(CultureInfo.InvariantCulture, $"has the value {area.Auxiliaries[at]} of auxiliary '{auxiliaries[at]}'")
            : double.IsInfinity(area.Direct) ? string.Create(CultureInfo.InvariantCulture, $"has the direct estimate {area.Direct}")
            : area.IsDirect && !(double.IsFinite(area.SamplingVariance) && area.SamplingVariance > 0)
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"has the sampling variance {area.SamplingVariance}, which must be above 0: smooth it, or model the area without it"
                )
            : null;
        if (wrong is not null)
        {
            throw new ArgumentException($"Area '{area.Name}' {wrong}.");
        }
    }
}
