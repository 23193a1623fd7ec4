using MathNet.Numerics.Distributions;

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

        var standardError = counted.Length == 1 ? double.NaN : Math.Sqrt(Contributions(_ => 1).Sum(one => one.Variance));
        // The interval is that of residuals which know that the mean was estimated from them.
        var enlarged = Contributions(Enlargement);
        var variance = enlarged.Sum(one => one.Variance);
        var degreesOfFreedom = variance * variance / enlarged.Sum(one => one.Variance * one.Variance / Math.Max(1, one.Respondents - 1));
        var (lower, upper) = counted.Length == 1 ? (double.NaN, double.NaN) : Logit(mean, Math.Sqrt(variance), degreesOfFreedom);
        return new(
            counted.Length,
            mean,
            standardError,
            lower,
            upper,
            degreesOfFreedom,
            population * population / counted.Sum(one => one.Weight * one.Weight),
            population
        );

        double Enlargement(double weight)
        {
            return 1 / Math.Sqrt(1 - (2 * weight / population) + counted.Sum(one => one.Weight / population * (one.Weight / population)));
        }

        List<(double Variance, int Respondents)> Contributions(Func<double, double> factor)
        {
            var contributions = new List<(double Variance, int Respondents)>();
            foreach (var one in study.Respondents.GroupBy(one => weights.ClassOf(one.Stratum)))
            {
                var residuals = one.Select(respondent =>
                        Counts(respondent)
                            ? weights.Of(respondent.Stratum)
                                * factor(weights.Of(respondent.Stratum))
                                * (respondent.Scores[node] - mean)
                                / population
                            : 0
                    )
                    .ToArray();
                var (n, correction) = (residuals.Length, 1 - ((double)residuals.Length / weights.PopulationOf(one.First().Stratum)));
                var centre = n > 1 ? residuals.Average() : 0;
                contributions.Add(
                    (
                        correction
                            * (n > 1 ? (double)n / (n - 1) : 1)
                            * residuals.Sum(residual => (residual - centre) * (residual - centre)),
                        n
                    )
                );
            }

            return contributions;
        }
    }

    /// <summary>On a scale from 0 to 100.</summary>
    private static (double Lower, double Upper) Logit(double mean, double standardError, double degreesOfFreedom)
    {
        if (!(standardError > 0))
        {
            return (double.NaN, double.NaN);
        }

        var odds = mean / (100 - mean);
        var half = StudentT.InvCDF(0, 1, degreesOfFreedom, 0.975) * standardError * 100 / (mean * (100 - mean));
        return (100 * odds / (odds + Math.Exp(half)), 100 * odds / (odds + Math.Exp(-half)));
    }
}
