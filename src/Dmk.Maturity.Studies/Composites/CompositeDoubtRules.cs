using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What a composite's file says might have been chosen otherwise.</summary>
public sealed record CompositeDoubtRules
{
    public WeightDraw Weights { get; init; } = new WeightDraw.Uniform(0.25);

    /// <summary>Equally likely; at least one.</summary>
    public IReadOnlyList<DoubtedScale> Normalisations { get; init; } = [DoubtedScale.MinMax, DoubtedScale.Z, DoubtedScale.PercentileRank];

    /// <summary>Equally likely; none keeps what is declared.</summary>
    public IReadOnlyList<CompositeAggregation> Aggregations { get; init; } =
    [CompositeAggregation.Arithmetic, CompositeAggregation.Geometric];

    /// <summary>Indicators that a draw leaves out, from none to so many.</summary>
    public int MostLeftOut { get; init; } = 1;
}
