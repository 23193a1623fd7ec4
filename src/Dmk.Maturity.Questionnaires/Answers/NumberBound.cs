namespace Dmk.Maturity.Questionnaires;

/// <summary>How large and how exact a number in an answer can be: at most 15 digits that count, so below a thousand million millions.
/// Sums and products of such numbers stay far within decimal.</summary>
public static class NumberBound
{
    /// <summary>Before and behind the point together; zeros in front and at the end of a fraction do not count.</summary>
    public const int MostDigits = 15;

    /// <summary>Every number in an answer lies between this and its negative, neither included.</summary>
    internal const decimal Beyond = 1_000_000_000_000_000;

    /// <summary>Dividing by it takes the zeros from the end of a fraction.</summary>
    private const decimal One = 1.0000000000000000000000000000m;

    public static bool Holds(decimal number)
    {
        if (Math.Abs(number) >= Beyond)
        {
            return false;
        }

        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number / One, parts);
        return new decimal(parts[0], parts[1], parts[2], false, 0) < Beyond;
    }
}
