namespace Dmk.Maturity.Statistics;

/// <summary>The classes' contributions to the variance of one domain.</summary>
internal struct ClassVariances
{
    private double _sum;
    private int _known;
    private int _unknown;

    /// <summary>Unknown contributions count as the mean of the known ones; NaN if none is known.</summary>
    public readonly double Total =>
        _unknown == 0 ? _sum
        : _known == 0 ? double.NaN
        : _sum * (_known + _unknown) / _known;

    public void Add(double contribution)
    {
        _sum += contribution;
        _known++;
    }

    public void AddUnknown() => _unknown++;
}
