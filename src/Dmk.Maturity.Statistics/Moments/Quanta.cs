namespace Dmk.Maturity.Statistics;

/// <summary>Fixed point: scores as multiples of 2^-32, persons as multiples of 2^-8, so that sums are integers and exact.</summary>
internal static class Quanta
{
    public const double OfScore = 4294967296.0;
    public const double OfPersons = 256.0;

    // 1e6 * 2^32 is below 2^52, so the product is exact and the conversion cannot overflow.
    public static long Score(double score) => (long)Math.Round(score * OfScore, MidpointRounding.ToEven);

    public static long Persons(double persons) => (long)Math.Round(persons * OfPersons, MidpointRounding.ToEven);

    /// <summary>Sum (a - mean a)(b - mean b) of n pairs without cancellation: 0 if either is the same throughout.</summary>
    /// <remarks>Centred in integers: with S = c n + r for either, sum (a - c_a)(b - c_b) = sum a b - c_a S_b - c_b S_a + n c_a c_b, and
    /// what is left, r_a r_b / n, is below n quanta.</remarks>
    public static double Codeviations(long n, Int128 sumA, Int128 sumB, Int128 products)
    {
        var (centreA, restA) = Divided(sumA, n);
        var (centreB, restB) = Divided(sumB, n);
        var around = checked(products - (centreA * sumB) - (centreB * restA));
        return ((double)around - ((double)restA * (double)restB / n)) / OfScore / OfScore;
    }

    /// <summary>The processor divides 64 bits many times as fast, which hold the sums of all but the largest cells.</summary>
    private static (Int128 Whole, Int128 Remainder) Divided(Int128 sum, long n) =>
        sum >= long.MinValue && sum <= long.MaxValue ? Math.DivRem((long)sum, n) : Int128.DivRem(sum, n);
}
