namespace Dmk.Maturity.Statistics;

/// <summary>A sum of products whose result is that of twice the precision, rounded once.</summary>
/// <remarks>Ogita, Rump and Oishi (2005), algorithm 5.3 (Dot2).</remarks>
internal struct ExactSum
{
    private double _sum;
    private double _rest;

    public readonly double Value => _sum + _rest;

    public void AddProduct(double one, double other)
    {
        var product = one * other;
        var together = _sum + product;
        var added = together - _sum;
        _rest += _sum - (together - added) + (product - added) + Math.FusedMultiplyAdd(one, other, -product);
        _sum = together;
    }
}
