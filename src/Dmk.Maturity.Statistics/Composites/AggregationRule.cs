namespace Dmk.Maturity.Statistics;

/// <summary>How a node of a composite is made of the scores below it.</summary>
/// <param name="Exponent">Of <see cref="CompositeAggregation.Power"/>.</param>
/// <param name="Threshold">Of <see cref="CompositeAggregation.Count"/> and <see cref="CompositeAggregation.Ladder"/>, for children
/// without one of their own.</param>
/// <param name="Availability">The share of the children that must have a score, 0 to 1, whatever they weigh; without any the node has none
/// in any case.</param>
/// <param name="From">Where the scale of counts and ladders begins.</param>
/// <param name="To">Where it ends.</param>
public readonly record struct AggregationRule(
    CompositeAggregation Aggregation,
    double Exponent = 1,
    double Threshold = 100,
    double Availability = 0,
    double From = 0,
    double To = 100
)
{
    /// <param name="thresholds">One per score, of counts and ladders; NaN for that of the rule.</param>
    /// <returns>NaN when too few children have a score.</returns>
    public double Score(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights, ReadOnlySpan<double> thresholds) =>
        Availability > 0 && Column.Count(scores) < (Availability * scores.Length) - 1e-9
            ? double.NaN
            : Aggregation switch
            {
                CompositeAggregation.Arithmetic => CompositeMean.Arithmetic(scores, weights),
                CompositeAggregation.Geometric => CompositeMean.Geometric(scores, weights),
                CompositeAggregation.Harmonic => CompositeMean.Harmonic(scores, weights),
                CompositeAggregation.Power => CompositeMean.Power(scores, weights, Exponent),
                CompositeAggregation.Minimum => CompositeMean.Minimum(scores),
                CompositeAggregation.Maximum => CompositeMean.Maximum(scores),
                CompositeAggregation.Count => Scaled(CompositeMean.Count(scores, weights, Thresholds(thresholds))),
                CompositeAggregation.Ladder => Scaled(CompositeMean.Ladder(scores, weights, Thresholds(thresholds))),
                _ => throw new InvalidOperationException($"{Aggregation} is no aggregation."),
            };

    private double Scaled(double share) => From + ((To - From) * share);

    private double[] Thresholds(ReadOnlySpan<double> own)
    {
        var thresholds = own.ToArray();
        for (var k = 0; k < thresholds.Length; k++)
        {
            thresholds[k] = double.IsNaN(thresholds[k]) ? Threshold : thresholds[k];
        }

        return thresholds;
    }
}
