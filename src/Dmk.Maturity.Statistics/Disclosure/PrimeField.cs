namespace Dmk.Maturity.Statistics;

/// <summary>Arithmetic modulo the prime 2^61 - 1: elimination without rounding and without growing fractions.</summary>
/// <remarks>Instead of doubles, where a tolerance would decide what counts as zero. The equations have coefficients of 0, 1 and -1; a
/// result could differ from that over the rationals only if one of their
/// determinants were a multiple of the prime.</remarks>
internal static class PrimeField
{
    public const ulong Prime = (1UL << 61) - 1;

    public const ulong MinusOne = Prime - 1;

    public static ulong Multiply(ulong one, ulong other)
    {
        var high = Math.BigMul(one, other, out var low);
        return Reduce((low & Prime) + ((high << 3) | (low >> 61)));
    }

    public static ulong Subtract(ulong one, ulong other) => Reduce(one + Prime - other);

    public static ulong Negate(ulong value) => value == 0 ? 0 : Prime - value;

    /// <summary>Fermat: a^(p-2).</summary>
    public static ulong Inverse(ulong value)
    {
        if (value is 1 or MinusOne)
        {
            return value;
        }

        var inverse = 1UL;
        for (var exponent = Prime - 2; exponent > 0; exponent >>= 1)
        {
            inverse = (exponent & 1) == 1 ? Multiply(inverse, value) : inverse;
            value = Multiply(value, value);
        }

        return inverse;
    }

    private static ulong Reduce(ulong value) => value >= Prime ? value - Prime : value;
}
