namespace Dmk.Maturity.Statistics;

/// <summary>The fewest companies that tie two parts of a table of two margins together.</summary>
/// <remarks>Cells of one margin less cells of the other leave those companies who are in one of them only. So the cells are points, the
/// companies in two of them join these, and what is left of any choice is the cut between the chosen cells and the others. Smallest cut by
/// Stoer and Wagner, A simple min-cut algorithm (Journal of the ACM 44, 1997); parts that nobody joins are looked at each for
/// itself.</remarks>
public static class SmallestCut
{
    /// <param name="edges">Companies, not negative, in both of two points; the same pair may stand there several times.</param>
    /// <returns>Whether a point lies on one side of the smallest cut that is smaller than the bound; null if there is none.</returns>
    public static IReadOnlyList<bool>? Below(long bound, int points, IReadOnlyList<(int One, int Other, long Companies)> edges)
    {
        var weights = new long[points, points];
        foreach (var (one, other, companies) in edges)
        {
            weights[one, other] += companies;
            weights[other, one] += companies;
        }

        foreach (var part in Parts(weights))
        {
            if (part.Count > 1 && Smallest(weights, part) is var (cut, side) && cut < bound)
            {
                var sides = new bool[points];
                side.ForEach(point => sides[point] = true);
                return sides;
            }
        }

        return null;
    }

    private static IEnumerable<List<int>> Parts(long[,] weights)
    {
        var seen = new bool[weights.GetLength(0)];
        for (var start = 0; start < seen.Length; start++)
        {
            if (seen[start])
            {
                continue;
            }

            seen[start] = true;
            var part = new List<int> { start };
            for (var at = 0; at < part.Count; at++)
            {
                for (var next = 0; next < seen.Length; next++)
                {
                    if (!seen[next] && weights[part[at], next] > 0)
                    {
                        seen[next] = true;
                        part.Add(next);
                    }
                }
            }

            yield return part;
        }
    }

    private static (long Cut, List<int> Side) Smallest(long[,] source, List<int> part)
    {
        var weights = (long[,])source.Clone();
        var merged = part.ToDictionary(point => point, point => new List<int> { point });
        var (least, side) = (long.MaxValue, new List<int>());
        while (merged.Count > 1)
        {
            var (last, before, cut) = Phase(weights, [.. merged.Keys]);
            if (cut < least)
            {
                (least, side) = (cut, [.. merged[last]]);
            }

            merged[before].AddRange(merged[last]);
            _ = merged.Remove(last);
            foreach (var point in merged.Keys)
            {
                weights[before, point] += weights[last, point];
                weights[point, before] = weights[before, point];
            }
        }

        return (least, side);
    }

    /// <summary>Adds the point that is joined most, until all are in: the last one is cut off from the others by what joins it.</summary>
    private static (int Last, int Before, long Cut) Phase(long[,] weights, int[] points)
    {
        var joined = points.ToDictionary(point => point, _ => 0L);
        var (last, before, cut) = (-1, -1, 0L);
        while (joined.Count > 0)
        {
            (before, last) = (last, joined.MaxBy(point => point.Value).Key);
            cut = joined[last];
            _ = joined.Remove(last);
            foreach (var point in joined.Keys)
            {
                joined[point] += weights[last, point];
            }
        }

        return (last, before, cut);
    }
}
