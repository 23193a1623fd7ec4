namespace Dmk.Maturity.Statistics;

/// <summary>Count, means and codeviations of pairs of values that arrive in blocks; the sum over blocks does not cancel.</summary>
/// <remarks>Chan, Golub and LeVeque (1983), equation 2.1, for two variables.</remarks>
internal struct CoSpread
{
    private double _one;
    private double _other;

    public long Count { get; private set; }

    /// <summary>Sum of (u - mean u)(v - mean v).</summary>
    public double Codeviations { get; private set; }

    public void Add(long count, double one, double other, double codeviations)
    {
        if (count == 0)
        {
            return;
        }

        var together = Count + count;
        var (apart, otherApart) = (one - _one, other - _other);
        Codeviations += codeviations + (apart * otherApart * Count * count / together);
        _one += apart * count / together;
        _other += otherApart * count / together;
        Count = together;
    }
}
