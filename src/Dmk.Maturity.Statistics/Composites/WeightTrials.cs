namespace Dmk.Maturity.Statistics;

/// <summary>How the ranks of domains hang on the weights of an index: many seeded weightings around the declared one.</summary>
/// <remarks>Dirichlet with the declared weights as its mean (OECD/JRC Handbook 2008, step 7, for weights). A seed fixes the result on any
/// number of cores. Cost: draws x domains x patterns x dimensions.</remarks>
public static class WeightTrials
{
    /// <param name="declared">Per crossed variable, 0 or above, not all 0; those of weight 0 stay without.</param>
    /// <param name="concentration">Above 0; the higher, the nearer to the declared weights. With as many as there are dimensions and equal
    /// weights every weighting is as likely.</param>
    /// <param name="draws">1 and above.</param>
    /// <returns>By domain.</returns>
    public static IReadOnlyList<RankDistribution> Of(
        IWeightedMeans means,
        IReadOnlyList<double> declared,
        double concentration,
        int draws,
        int seed
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(concentration);
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var whole = declared.Sum();
        double[] shapes = [.. declared.Select(weight => concentration * weight / whole)];
        var scores = new double[draws][];
        Parallel.For(
            0,
            draws,
            draw =>
            {
                var chance = new SeededDraws(seed, draw);
                var weights = new double[shapes.Length];
                for (var place = 0; place < weights.Length; place++)
                {
                    weights[place] = shapes[place] > 0 ? chance.Gamma(shapes[place]) : 0;
                }

                means.Under(weights, scores[draw] = new double[means.Domains]);
            }
        );
        return RankDistribution.Of(scores);
    }
}
