namespace Dmk.Maturity.Statistics;

/// <summary>How one item goes with the others of its scale, as their covariances tell.</summary>
/// <param name="WithRest">Correlation with the sum of the other items; NaN when one of the two does not vary.</param>
/// <param name="AlphaWithout">Alpha of the others; NaN with two items.</param>
/// <param name="Loading">On the one common factor, -1 to 1; NaN where that was not fitted.</param>
public sealed record ScaleItem(double WithRest, double AlphaWithout, double Loading);
