namespace Dmk.Maturity.Simulation;

/// <summary>Whole numbers that add up: every share gets its whole part, the rest goes to the largest remainders (Hamilton's method), the
/// earlier one where they tie.</summary>
public static class LargestRemainder
{
    /// <param name="total">To be split in proportion to the shares.</param>
    /// <param name="shares">Not negative, at least one above 0.</param>
    public static long[] Split(long total, IReadOnlyList<double> shares)
    {
        var sum = shares.Sum();
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sum);
        return Round([.. shares.Select(share => total * share / sum)], total);
    }

    /// <summary>Rounds to whole numbers with a given sum, each down or up by less than one.</summary>
    public static long[] Round(IReadOnlyList<double> exact, long total)
    {
        var whole = exact.Select(value => (long)Math.Floor(value)).ToArray();
        var rest = (int)(total - whole.Sum());
        ArgumentOutOfRangeException.ThrowIfNegative(rest);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rest, exact.Count);
        foreach (
            var place in Enumerable
                .Range(0, exact.Count)
                .OrderByDescending(place => exact[place] - whole[place])
                .ThenBy(place => place)
                .Take(rest)
        )
        {
            whole[place]++;
        }

        return whole;
    }
}
