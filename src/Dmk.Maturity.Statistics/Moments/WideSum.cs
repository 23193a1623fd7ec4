using System.Numerics;

namespace Dmk.Maturity.Statistics;

/// <summary>An exact sum of integers of any size: in 128 bits for as long as it fits, which takes no memory.</summary>
internal struct WideSum
{
    private Int128 _near;
    private BigInteger _far;

    public readonly BigInteger Value => _far + _near;

    public void Add(Int128 summand)
    {
        var sum = unchecked(_near + summand);
        if (Int128.IsNegative((_near ^ sum) & (summand ^ sum)))
        {
            _far += _near;
            sum = summand;
        }

        _near = sum;
    }

    public void Add(in WideSum other)
    {
        Add(other._near);
        if (!other._far.IsZero)
        {
            _far += other._far;
        }
    }

    public static WideSum Of(BigInteger value) =>
        value >= Int128.MinValue && value <= Int128.MaxValue ? new() { _near = (Int128)value } : new() { _far = value };

    /// <summary>Adds a product.</summary>
    public void AddProduct(Int128 one, long other)
    {
        // Bits of both together: a product has no more, and one bit is for the sign.
        if (Int128.LeadingZeroCount(Int128.Abs(one)) + long.LeadingZeroCount(Math.Abs(other)) > 64 + 1)
        {
            Add(one * other);
        }
        else
        {
            _far += (BigInteger)one * other;
        }
    }
}
