namespace Dmk.Maturity.Statistics;

/// <summary>What might have been chosen otherwise in a composite: each draw takes one of each.</summary>
/// <param name="Normalisations">Normalised columns, by choice, then column, then unit; at least one. All are equally likely.</param>
/// <param name="Weights">How weights are drawn.</param>
/// <param name="Aggregations">Put in the place of every arithmetic, geometric or harmonic mean; none keeps what is declared. All are
/// equally likely.</param>
/// <param name="MostLeftOut">Leaves that a draw leaves out, drawn from 0 to this; nodes left without any child have no score.</param>
public sealed record CompositeDoubts(
    IReadOnlyList<IReadOnlyList<double[]>> Normalisations,
    WeightDraw Weights,
    IReadOnlyList<CompositeAggregation> Aggregations,
    int MostLeftOut
);
