namespace Dmk.Maturity.Statistics;

/// <summary>How a node of a composite is made of the scores below it.</summary>
/// <param name="Exponent">Of <see cref="CompositeAggregation.Power"/>.</param>
/// <param name="Threshold">Of <see cref="CompositeAggregation.Count"/>.</param>
/// <param name="Availability">The share of the children that must have a score, 0 to 1, whatever they weigh; without any the node has none
/// in any case.</param>
public readonly record struct AggregationRule(
    CompositeAggregation Aggregation,
    double Exponent = 1,
    double Threshold = 100,
    double Availability = 0
)
{
    /// <returns>NaN when too few children have a score.</returns>
    public double Score(ReadOnlySpan<double> scores, ReadOnlySpan<double> weights) =>
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
                CompositeAggregation.Count => CompositeMean.Count(scores, weights, Threshold),
                _ => throw new InvalidOperationException($"{Aggregation} is no aggregation."),
            };
}
