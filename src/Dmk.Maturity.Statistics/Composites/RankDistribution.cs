namespace Dmk.Maturity.Statistics;

/// <summary>The ranks that a unit had over the draws of an uncertainty analysis; 1 is the best.</summary>
/// <param name="Draws">In which the unit had a score.</param>
/// <param name="Frequencies">How often it had rank 1, 2 and so on, one per unit of the composite.</param>
public sealed record RankDistribution(int Draws, IReadOnlyList<int> Frequencies)
{
    /// <summary>NaN without any draw, as are the others.</summary>
    public double Mean => Frequencies.Select((count, at) => (double)count * (at + 1)).Sum() / Draws;

    /// <summary>With n - 1.</summary>
    public double StandardDeviation =>
        Math.Sqrt(Frequencies.Select((count, at) => count * (at + 1 - Mean) * (at + 1 - Mean)).Sum() / (Draws - 1));

    /// <summary>The middle rank, or halfway between the two in the middle.</summary>
    public double Median => Quantile(0.5);

    /// <summary>The best rank that occurred; null without any draw.</summary>
    public int? Best => Draws == 0 ? null : At(0);

    /// <summary>The worst rank that occurred; null without any draw.</summary>
    public int? Worst => Draws == 0 ? null : At(Draws - 1);

    /// <summary>The share of draws with this rank or a better one, 0 to 1.</summary>
    public double ShareUpTo(int rank) => Frequencies.Take(rank).Sum() / (double)Draws;

    /// <summary>Definition 7 of Hyndman and Fan (1996), R's default.</summary>
    /// <param name="probability">0 to 1.</param>
    public double Quantile(double probability)
    {
        if (Draws == 0)
        {
            return double.NaN;
        }

        var at = probability * (Draws - 1);
        var below = (int)Math.Floor(at);
        return At(below) + ((at - below) * (At(Math.Min(below + 1, Draws - 1)) - At(below)));
    }

    /// <summary>From the scores of each draw.</summary>
    /// <param name="scores">By draw, then unit; NaN is missing.</param>
    /// <returns>By unit.</returns>
    public static RankDistribution[] Of(IReadOnlyList<double[]> scores)
    {
        var counts = new int[scores[0].Length][];
        for (var unit = 0; unit < counts.Length; unit++)
        {
            counts[unit] = new int[counts.Length];
        }

        foreach (var draw in scores)
        {
            var places = Place.Of(draw);
            for (var unit = 0; unit < counts.Length; unit++)
            {
                if (places[unit] is { Rank: var rank })
                {
                    counts[unit][rank - 1]++;
                }
            }
        }

        return Array.ConvertAll(counts, frequencies => new RankDistribution(frequencies.Sum(), frequencies));
    }

    /// <param name="index">Counted from 0 in ascending ranks.</param>
    private int At(int index)
    {
        var (rank, passed) = (0, 0);
        while (passed <= index)
        {
            passed += Frequencies[rank++];
        }

        return rank;
    }
}
