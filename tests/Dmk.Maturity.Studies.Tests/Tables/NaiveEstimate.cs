namespace Dmk.Maturity.Studies.Tests;

/// <summary>A domain's mean with its uncertainty, in two passes over single respondents, by the textbook formula alone.</summary>
internal sealed record NaiveEstimate(
    int Respondents,
    double Mean,
    double StandardError,
    double Lower,
    double Upper,
    double DegreesOfFreedom,
    double Effective,
    double Population
)
{
    public static NaiveEstimate Of(SimulatedStudy study, NaiveWeights weights, int node, Func<ReportingCell, bool> domain)
    {
        bool Counts(Respondent one)
        {
            return domain(one.Cell) && !double.IsNaN(one.Scores[node]);
        }

        var counted = study.Respondents.Where(Counts).Select(one => (Weight: weights.Of(one.Stratum), Score: one.Scores[node])).ToArray();
        var population = counted.Sum(one => one.Weight);
        var mean = counted.Sum(one => one.Weight * one.Score) / population;

        var variance = 0.0;
        var classes = study.Respondents.GroupBy(one => weights.ClassOf(one.Stratum)).ToArray();
        foreach (var one in classes)
        {
            var residuals = one.Select(respondent =>
                    Counts(respondent) ? weights.Of(respondent.Stratum) * (respondent.Scores[node] - mean) / population : 0
                )
                .ToArray();
            var (n, correction) = (residuals.Length, 1 - ((double)residuals.Length / weights.PopulationOf(one.First().Stratum)));
            var centre = n > 1 ? residuals.Average() : 0;
            variance +=
                correction * (n > 1 ? (double)n / (n - 1) : 1) * residuals.Sum(residual => (residual - centre) * (residual - centre));
        }

        var standardError = counted.Length == 1 ? double.NaN : Math.Sqrt(variance);
        var degreesOfFreedom = counted.Length < 30 ? counted.Length - 1 : study.Respondents.Count - classes.Length;
        var half = standardError * TQuantile(degreesOfFreedom);
        return new(
            counted.Length,
            mean,
            standardError,
            mean - half,
            mean + half,
            degreesOfFreedom,
            population * population / counted.Sum(one => one.Weight * one.Weight),
            population
        );
    }

    /// <summary>The 97.5 % quantile of Student's t, by bisection of its distribution function for whole degrees of freedom (Abramowitz
    /// and Stegun 1972, 26.7.3 and 26.7.4).</summary>
    public static double TQuantile(int degreesOfFreedom)
    {
        var (low, high) = (0.0, 100.0);
        while (high - low > 1e-14 * high)
        {
            var middle = (low + high) / 2;
            (low, high) = TwoSided(middle, degreesOfFreedom) < 0.95 ? (middle, high) : (low, middle);
            if (middle == low && Math.BitIncrement(low) >= high)
            {
                break;
            }
        }

        return (low + high) / 2;
    }

    private static double TwoSided(double t, int degreesOfFreedom)
    {
        var angle = Math.Atan(t / Math.Sqrt(degreesOfFreedom));
        var (sine, cosine) = Math.SinCos(angle);
        var odd = degreesOfFreedom % 2 == 1;
        var (sum, term) = (0.0, odd ? cosine : 1);
        for (var k = odd ? 1 : 0; k <= degreesOfFreedom - 2; k += 2)
        {
            sum += term;
            term *= cosine * cosine * (k + 1) / (k + 2);
        }

        return odd ? 2 / Math.PI * (angle + (sine * sum)) : sine * sum;
    }
}
