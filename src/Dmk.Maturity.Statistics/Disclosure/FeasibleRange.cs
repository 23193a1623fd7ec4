namespace Dmk.Maturity.Statistics;

/// <summary>Between what a withheld number must lie for somebody who knows all that is published; both ends are possible.</summary>
/// <param name="Lower">Negative infinity where nothing bounds it.</param>
/// <param name="Upper">Infinity where nothing bounds it.</param>
public readonly record struct FeasibleRange(double Lower, double Upper)
{
    /// <summary>0 for a number that is known.</summary>
    public double Width => Upper - Lower;
}
