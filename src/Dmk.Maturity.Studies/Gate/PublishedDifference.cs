using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A difference of two figures, or a part of one, that has passed the gate.</summary>
/// <remarks>For readers other than operators it is that of the figures as they read them, and its error and interval are rounded like
/// theirs.</remarks>
public sealed record PublishedDifference
{
    private PublishedDifference(Comparison comparison) =>
        (Value, StandardError, Lower, Upper, Level, P) = (
            comparison.Value,
            comparison.StandardError,
            comparison.Lower,
            comparison.Upper,
            comparison.Level,
            comparison.P
        );

    /// <summary>In points of the index.</summary>
    public double Value { get; }

    /// <summary>NaN where it is not known.</summary>
    public double StandardError { get; }

    /// <summary>Of the interval, included; NaN where it is not known.</summary>
    public double Lower { get; }

    /// <summary>Of the interval, included; NaN where it is not known.</summary>
    public double Upper { get; }

    /// <summary>Of the interval, between 0 and 1.</summary>
    public double Level { get; }

    /// <summary>Of a two-sided t test against no difference, 0 to 1; NaN without a test.</summary>
    public double P { get; }

    internal static PublishedDifference Shown(Comparison comparison) => new(comparison);
}
