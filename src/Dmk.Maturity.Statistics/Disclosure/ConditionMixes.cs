using System.Collections.Concurrent;
using System.Numerics;

namespace Dmk.Maturity.Statistics;

/// <summary>Figures of those of whom conditions are true, multiplied and added up: of how many companies such a mixture tells at
/// least.</summary>
/// <remarks>A mixture takes each company as often as the sum of the factors of those conditions that are true of it. Whoever knows the sum
/// over all companies as well can let those drop out whom it takes equally often. These are, of the corners of a cube with one edge for
/// each condition, those on one plane; so at least those are left who lie beside the fullest plane.</remarks>
public sealed class ConditionMixes
{
    /// <summary>Conditions at most: five have 3,254 planes.</summary>
    public const int Most = 4;

    /// <summary>Factors of a plane through corners of such a cube are determinants of at most four rows of 0 and 1, which are 3 at
    /// most.</summary>
    private const int LargestFactor = 3;

    private static readonly ConcurrentDictionary<int, uint[]> _known = new();

    /// <summary>Per plane the corners on it, one bit each.</summary>
    private readonly uint[] _planes;

    /// <param name="conditions">1 to <see cref="Most"/>.</param>
    public ConditionMixes(int conditions)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(conditions, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(conditions, Most);
        (Corners, _planes) = (1 << conditions, _known.GetOrAdd(conditions, Planes));
    }

    /// <summary>Ways in which the conditions can be true or not.</summary>
    public int Corners { get; }

    /// <summary>How many different planes there are.</summary>
    public int PlaneCount => _planes.Length;

    /// <summary>Of how many companies every mixture tells at least.</summary>
    /// <param name="companies">Per corner; bit for bit, which conditions are true.</param>
    public long Least(ReadOnlySpan<long> companies)
    {
        var (all, fullest) = (0L, 0L);
        foreach (var some in companies)
        {
            all += some;
        }

        foreach (var plane in _planes)
        {
            var on = 0L;
            for (var rest = plane; rest != 0; rest &= rest - 1)
            {
                on += companies[BitOperations.TrailingZeroCount(rest)];
            }

            fullest = Math.Max(fullest, on);
        }

        return all - fullest;
    }

    private static uint[] Planes(int conditions)
    {
        var found = new HashSet<uint>();
        var choices = (2 * LargestFactor) + 1;
        for (var number = 0; number < (int)Math.Pow(choices, conditions); number++)
        {
            var factors = new int[conditions];
            for (var (at, rest) = (0, number); at < conditions; at++, rest /= choices)
            {
                factors[at] = (rest % choices) - LargestFactor;
            }

            if (Array.TrueForAll(factors, factor => factor == 0))
            {
                continue;
            }

            var levels = Enumerable
                .Range(0, 1 << conditions)
                .GroupBy(corner => factors.Index().Sum(one => one.Item * (corner >> one.Index & 1)));
            foreach (var level in levels)
            {
                found.Add(level.Aggregate(0u, (plane, corner) => plane | (1u << corner)));
            }
        }

        return [.. found.Where(plane => !found.Any(other => other != plane && (other & plane) == plane)).Order()];
    }
}
