namespace Dmk.Maturity.Statistics;

/// <summary>Of which variance an interval is made. The standard error beside it is the linearised one in any case.</summary>
public enum IntervalVariance
{
    /// <summary>The linearised one, as in R.</summary>
    Linearised,

    /// <summary>That of residuals which know that the mean was estimated from them: see <see cref="Leverage"/>. For means and
    /// shares.</summary>
    Adjusted,
}
