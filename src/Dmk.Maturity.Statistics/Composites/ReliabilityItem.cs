namespace Dmk.Maturity.Statistics;

/// <summary>How one item goes with the others of its scale.</summary>
/// <param name="Count">Units with a value.</param>
/// <param name="WithTotal">Correlation of the item with the unit's mean over its items, itself included; psych's <c>raw.r</c>.</param>
/// <param name="WithStandardTotal">The same when all items are standardised; psych's <c>std.r</c>.</param>
/// <param name="WithTotalCorrected">The same, corrected for its own share by its squared multiple correlation; psych's
/// <c>r.cor</c>.</param>
/// <param name="WithRest">Correlation with the sum of the other items; psych's <c>r.drop</c>.</param>
/// <param name="AlphaWithout">Alpha of the others; NaN with 2 items.</param>
/// <param name="StandardAlphaWithout">From correlations.</param>
/// <param name="AverageCorrelationWithout">Mean correlation among the others.</param>
public sealed record ReliabilityItem(
    int Count,
    double Mean,
    double StandardDeviation,
    double WithTotal,
    double WithStandardTotal,
    double WithTotalCorrected,
    double WithRest,
    double AlphaWithout,
    double StandardAlphaWithout,
    double AverageCorrelationWithout
);
