namespace Dmk.Maturity.Statistics;

/// <summary>How far the estimates of replicates scatter.</summary>
/// <param name="Matrix">Variances and covariances of the statistics, in their order; NaN where fewer than two replicates have one.</param>
/// <param name="LeftOut">Per statistic: replicates that do not have it, since none of its units was drawn.</param>
public sealed record ReplicateCovariances(double[,] Matrix, IReadOnlyList<int> LeftOut);
