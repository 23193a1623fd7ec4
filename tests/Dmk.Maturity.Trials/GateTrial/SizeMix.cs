using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Trials;

/// <summary>How many respondents of a cell have which weight, as far as printed numbers tell.</summary>
/// <param name="Weights">Each once.</param>
/// <param name="Counts">Per weight; all at least 1.</param>
internal sealed record SizeMix(IReadOnlyList<Between> Weights, IReadOnlyList<int> Counts)
{
    private const int MostWeights = 6;
    private const int MostSteps = 2_000_000;
    private const int MostRespondents = 30;
    private const int Removed = 3;

    /// <summary>From differences of nodes: w = pop_i - pop_j where the two differ by one respondent, and w squared = pop_i²/neff_i -
    /// pop_j²/neff_j.</summary>
    /// <returns>Null where the numbers allow no mix, or more than one.</returns>
    public static SizeMix? FromDigits(IReadOnlyList<ReaderCell> nodes)
    {
        var found = new List<Between>();
        foreach (var one in nodes)
        {
            foreach (var other in nodes)
            {
                if (one.Respondents - other.Respondents == 1)
                {
                    var weight = one.Population!.Value - other.Population!.Value;
                    var square = Squares(one) - Squares(other);
                    if (
                        weight.Low > 0
                        && weight.Half < 0.01 * weight.Middle
                        && (weight * weight).Meets(square)
                        && !found.Exists(weight.Meets)
                    )
                    {
                        found.Add(weight);
                    }
                }
            }
        }

        return found.Count is 0 or > MostWeights ? null : Only(Solutions(nodes.MaxBy(node => node.Respondents)!, found, null), found);
    }

    /// <summary>From the frame: everybody knows the companies of each stratum, so that the number of respondents of each gives all
    /// weights; those are left that fit the printed numbers of every node.</summary>
    public static SizeMix? FromFrame(IReadOnlyList<ReaderCell> nodes, IReadOnlyList<FrameStratum> strata, StudyDesign design)
    {
        var whole = nodes.MaxBy(node => node.Respondents)!;
        if (whole.Respondents > MostRespondents || strata.Count is 0 or > MostWeights)
        {
            return null;
        }

        var drawn = strata
            .Select(stratum => new Stratum(
                [.. design.Population.Strata.Select(variable => variable.CodeOf(stratum.Cell))],
                stratum.Population,
                stratum.Sampled
            ))
            .ToArray();
        SizeMix? only = null;
        foreach (var counts in Parts((int)whole.Respondents!, [.. strata.Select(stratum => (int)Math.Min(stratum.Sampled, int.MaxValue))]))
        {
            if (Weighted(drawn, counts, design.Weights.Collapse) is { } mix && nodes.All(mix.Fits))
            {
                if (only is not null)
                {
                    return null;
                }

                only = mix;
            }
        }

        return only;
    }

    /// <summary>How many of each weight have a value of one node.</summary>
    /// <returns>Null where that is not certain.</returns>
    public IReadOnlyList<int>? Of(ReaderCell node)
    {
        var found = Solutions(node, Weights, Counts);
        return found.Count == 1 ? found[0] : null;
    }

    private bool Fits(ReaderCell node)
    {
        var lacking = Counts.Sum() - node.Respondents;
        return lacking is < 0 or > Removed || Solutions(node, Weights, Counts).Count > 0;
    }

    private static SizeMix? Only(List<int[]> solutions, List<Between> weights) =>
        solutions.Count == 1 && solutions[0].Index().Where(count => count.Item > 0).ToArray() is var kept
            ? new([.. kept.Select(count => weights[count.Index])], [.. kept.Select(count => count.Item)])
            : null;

    private static SizeMix? Weighted(Stratum[] strata, int[] counts, CollapseRule rule)
    {
        try
        {
            var weights = Weighting.Of(strata, [.. counts.Select(count => (long)count)], rule).Weights;
            var kept = counts.Index().Where(count => count.Item > 0).ToArray();
            return new(
                [.. kept.Select(count => Between.Around(weights[count.Index], 1e-9 * weights[count.Index]))],
                [.. kept.Select(count => count.Item)]
            );
        }
        catch (NoDonorException)
        {
            return null;
        }
    }

    private static IEnumerable<int[]> Parts(int total, int[] most)
    {
        var counts = new int[most.Length];
        return Fill(0, total);

        IEnumerable<int[]> Fill(int place, int left)
        {
            if (place == most.Length - 1)
            {
                if (left <= most[place])
                {
                    counts[place] = left;
                    yield return [.. counts];
                }

                yield break;
            }

            for (counts[place] = 0; counts[place] <= Math.Min(left, most[place]); counts[place]++)
            {
                var here = counts[place];
                foreach (var filled in Fill(place + 1, left - here))
                {
                    yield return filled;
                }

                counts[place] = here;
            }
        }
    }

    /// <summary>At most two: what is not unique is not known.</summary>
    private static List<int[]> Solutions(ReaderCell node, IReadOnlyList<Between> weights, IReadOnlyList<int>? most)
    {
        var solutions = new List<int[]>();
        var (counts, steps) = (new int[weights.Count], 0);
        var squares = Squares(node);
        Search(0, (int)node.Respondents!.Value, new(0, 0), new(0, 0));

        // What was not searched to its end may have another solution.
        return steps >= MostSteps ? [] : solutions;

        void Search(int place, int left, Between sum, Between sumOfSquares)
        {
            if (++steps >= MostSteps || solutions.Count > 1 || sum.Low > node.Population!.Value.High)
            {
                return;
            }

            if (place == weights.Count)
            {
                if (left == 0 && sum.Meets(node.Population.Value) && sumOfSquares.Meets(squares))
                {
                    solutions.Add([.. counts]);
                }

                return;
            }

            var square = weights[place] * weights[place];
            var from = place == weights.Count - 1 ? left : 0;
            for (var count = from; count <= Math.Min(left, most?[place] ?? left); count++)
            {
                counts[place] = count;
                Search(place + 1, left - count, sum + (count * weights[place]), sumOfSquares + (count * square));
            }
        }
    }

    /// <summary>The sum of squared weights; 0 and more where the effective number of respondents is not printed.</summary>
    private static Between Squares(ReaderCell node) =>
        node is { Effective: { Low: > 0 } effective, Population: { } population }
            ? population * population / effective
            : new(0, double.PositiveInfinity);
}
