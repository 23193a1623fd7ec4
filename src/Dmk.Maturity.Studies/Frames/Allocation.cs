using System.Diagnostics;
using System.Numerics;

namespace Dmk.Maturity.Studies;

/// <summary>By what rule the companies to draw are divided among the strata.</summary>
public enum AllocationMethod
{
    /// <summary>As many parts of the sample as of the frame.</summary>
    Proportional,

    /// <summary>The same number everywhere.</summary>
    Equal,

    /// <summary>By number of companies times standard deviation: the smallest variance of the mean (Neyman 1934).</summary>
    Neyman,

    /// <summary>Everybody.</summary>
    Census,

    /// <summary>As the file says.</summary>
    Given,
}

/// <summary>How many companies to draw of each stratum: whole numbers that add up to the total, none above what there is.</summary>
/// <remarks>Proportional n N_h / N and optimal n N_h S_h / sum N_h S_h: Neyman (1934); Cochran (1977), chapter 5. Where a stratum would
/// get more companies than it has it is taken whole and the rest is divided again (Cochran, same chapter, on optimum allocation that
/// requires more than 100 per cent sampling); bounds are pegged as Bitran and Hax (1981) do, in whole numbers, so that every machine finds
/// the same. Rounding by largest remainder, the earlier stratum where they tie.</remarks>
internal static class Allocation
{
    /// <param name="populations">Companies in the frame, per stratum.</param>
    /// <param name="weights">In what proportion the total is divided; 0 gives the lowest number.</param>
    /// <param name="lowest">Per stratum; not above its population.</param>
    /// <param name="total">Between the sum of the lowest numbers and that of the populations.</param>
    public static long[] Divide(IReadOnlyList<long> populations, IReadOnlyList<BigInteger> weights, IReadOnlyList<long> lowest, long total)
    {
        if (total < lowest.Sum() || total > populations.Sum())
        {
            throw new ArgumentOutOfRangeException(nameof(total), total, "It cannot be divided within the bounds.");
        }

        var fixedTo = new long?[populations.Count];
        while (true)
        {
            var open = Enumerable.Range(0, populations.Count).Where(h => fixedTo[h] is null).ToArray();
            var (rest, sum) = (total - fixedTo.Sum(one => one ?? 0), Sum(open.Select(h => weights[h])));
            if (sum.IsZero)
            {
                return Even(fixedTo, open, populations, lowest, rest);
            }

            // Shares are rest * weight / sum; all are compared times the sum, in whole numbers.
            var above = open.Where(h => rest * weights[h] > populations[h] * sum).ToArray();
            var below = open.Where(h => rest * weights[h] < lowest[h] * sum).ToArray();
            if (above.Length == 0 && below.Length == 0)
            {
                return Round(fixedTo, open, weights, rest, sum);
            }

            var excess = Sum(above.Select(h => (rest * weights[h]) - (populations[h] * sum)));
            var lack = Sum(below.Select(h => (lowest[h] * sum) - (rest * weights[h])));
            foreach (var h in excess >= lack ? above : below)
            {
                fixedTo[h] = excess >= lack ? populations[h] : lowest[h];
            }
        }
    }

    /// <summary>A number with its decimals as a whole one, so many times larger.</summary>
    public static BigInteger Scaled(decimal number) => new(number * 1_000_000_000m);

    private static long[] Round(long?[] fixedTo, int[] open, IReadOnlyList<BigInteger> weights, long rest, BigInteger sum)
    {
        var whole = open.ToDictionary(h => h, h => (long)(rest * weights[h] / sum));
        var left = (int)(rest - whole.Values.Sum());
        foreach (var h in open.OrderByDescending(h => rest * weights[h] % sum).ThenBy(h => h).Take(left))
        {
            whole[h]++;
        }

        return [.. fixedTo.Select((one, h) => one ?? whole[h])];
    }

    /// <summary>What is left where nobody weighs anything: the lowest numbers first, then one by one in turn.</summary>
    private static long[] Even(long?[] fixedTo, int[] open, IReadOnlyList<long> populations, IReadOnlyList<long> lowest, long rest)
    {
        if (open.Length == 0 || rest == open.Sum(h => lowest[h]))
        {
            return [.. fixedTo.Select((one, h) => one ?? lowest[h])];
        }

        var equal = Divide(
            [.. open.Select(h => populations[h])],
            [.. open.Select(_ => BigInteger.One)],
            [.. open.Select(h => lowest[h])],
            rest
        );
        foreach (var (place, h) in open.Index())
        {
            fixedTo[h] = equal[place];
        }

        return [.. fixedTo.Select(one => one!.Value)];
    }

    private static BigInteger Sum(IEnumerable<BigInteger> numbers) => numbers.Aggregate(BigInteger.Zero, (sum, one) => sum + one);

    /// <summary>In one word, as in the file.</summary>
    public static string Word(AllocationMethod method) =>
        method switch
        {
            AllocationMethod.Proportional => "proportional",
            AllocationMethod.Equal => "equal",
            AllocationMethod.Neyman => "neyman",
            AllocationMethod.Census => "census",
            AllocationMethod.Given => "given",
            _ => throw new UnreachableException(method.ToString()),
        };
}
