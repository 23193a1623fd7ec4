namespace Dmk.Maturity.Statistics;

/// <summary>Count, mean and squared deviations of values that arrive in blocks; the sum over blocks does not cancel.</summary>
/// <remarks>Chan, Golub and LeVeque (1983), equation 2.1.</remarks>
internal struct Spread
{
    public long Count { get; private set; }

    public double Mean { get; private set; }

    /// <summary>Sum of squared deviations from the mean.</summary>
    public double SquaredDeviations { get; private set; }

    public void Add(long count, double mean, double squaredDeviations)
    {
        if (count == 0)
        {
            return;
        }

        var together = Count + count;
        var apart = mean - Mean;
        SquaredDeviations += squaredDeviations + (apart * apart * Count * count / together);
        Mean += apart * count / together;
        Count = together;
    }
}
