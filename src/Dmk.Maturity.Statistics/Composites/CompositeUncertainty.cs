namespace Dmk.Maturity.Statistics;

/// <summary>How far the ranks of units depend on what might have been chosen otherwise.</summary>
/// <remarks>OECD/JRC Handbook (2008), step 7; Saisana, Saltelli and Tarantola (2005), JRSS A 168. The same seed gives the same draws
/// whatever the number of cores.</remarks>
public static class CompositeUncertainty
{
    /// <param name="draws">1 and above.</param>
    /// <param name="done">Told after every draw, from several threads; null for nobody.</param>
    /// <returns>By unit.</returns>
    public static RankDistribution[] Ranks(CompositeTree tree, CompositeDoubts doubts, int draws, long seed, Action? done = null) =>
        RankDistribution.Of(Scores(tree, doubts, draws, seed, done));

    /// <summary>The composite in every draw.</summary>
    /// <returns>By draw, then unit; NaN where it has no score.</returns>
    public static double[][] Scores(CompositeTree tree, CompositeDoubts doubts, int draws, long seed, Action? done = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(draws, 1);
        var scores = new double[draws][];
        Parallel.For(
            0,
            draws,
            draw =>
            {
                scores[draw] = Draw(tree, doubts, seed, draw);
                done?.Invoke();
            }
        );
        return scores;
    }

    /// <summary>Every arithmetic, geometric or harmonic mean of a tree replaced by another; other nodes stay as declared.</summary>
    public static AggregationRule[] Replaced(CompositeTree tree, CompositeAggregation aggregation) =>
        [
            .. tree.Rules.Select(rule =>
                rule.Aggregation is CompositeAggregation.Arithmetic or CompositeAggregation.Geometric or CompositeAggregation.Harmonic
                    ? rule with
                    {
                        Aggregation = aggregation,
                    }
                    : rule
            ),
        ];

    /// <summary>Which of the doubts moves ranks most: effects on the mean number of places by which units move from the declared
    /// composite.</summary>
    /// <param name="size">Rows of the two base samples, 2 and above; the composite is computed 6 times as often.</param>
    /// <param name="done">Told after every time, from several threads; null for nobody.</param>
    /// <returns>Of weights, normalisation, aggregation and what is left out, in this order.</returns>
    public static SobolIndex[] Effects(
        CompositeTree tree,
        CompositeDoubts doubts,
        IReadOnlyList<double[]> declared,
        int size,
        long seed,
        Action? done = null
    )
    {
        var places = Place.Of(tree.Scores(declared)[0]);
        return SobolIndex.Of(
            point =>
            {
                var shift = Shift(places, Place.Of(At(tree, doubts, point, seed)));
                done?.Invoke();
                return shift;
            },
            4,
            size,
            seed
        );
    }

    private static double[] Draw(CompositeTree tree, CompositeDoubts doubts, long seed, int draw)
    {
        var random = new SeededDraws(seed, draw);
        return At(tree, doubts, [random.Uniform(), random.Uniform(), random.Uniform(), random.Uniform()], seed);
    }

    /// <param name="point">For weights, normalisation, aggregation and what is left out; each from 0, below 1.</param>
    private static double[] At(CompositeTree tree, CompositeDoubts doubts, double[] point, long seed)
    {
        var columns = doubts.Normalisations[(int)(point[1] * doubts.Normalisations.Count)];
        var rules =
            doubts.Aggregations.Count == 0
                ? [.. tree.Rules]
                : Replaced(tree, doubts.Aggregations[(int)(point[2] * doubts.Aggregations.Count)]);
        var random = new SeededDraws(seed, BitConverter.DoubleToInt64Bits(point[0]));
        var weights = Weights(tree, doubts.Weights, ref random);
        LeaveOut(tree, weights, doubts.MostLeftOut, new(seed, BitConverter.DoubleToInt64Bits(point[3])));
        return tree.Scores(columns, weights, rules)[0];
    }

    private static double Shift(Place?[] before, Place?[] after)
    {
        var shifts = before.Zip(after, (one, other) => one is { } from && other is { } to ? Math.Abs(from.Rank - to.Rank) : double.NaN);
        return Column.Mean([.. shifts]);
    }

    private static double[] Weights(CompositeTree tree, WeightDraw draw, ref SeededDraws random)
    {
        var weights = tree.Weights.ToArray();
        for (var node = 0; node < weights.Length; node++)
        {
            var children = tree.ChildrenOf(node);
            var whole = children.Sum(child => tree.Weights[child]);
            foreach (var child in children)
            {
                weights[child] = draw switch
                {
                    WeightDraw.Declared => weights[child],
                    WeightDraw.Uniform { Spread: var spread } => weights[child] * (1 - spread + (2 * spread * random.Uniform())),
                    WeightDraw.Dirichlet { Concentration: var sum } => random.Gamma(sum * weights[child] / whole),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            }
        }

        return weights;
    }

    private static void LeaveOut(CompositeTree tree, double[] weights, int most, SeededDraws random)
    {
        if (most == 0)
        {
            return;
        }

        var leaves = Enumerable.Range(0, weights.Length).Where(node => tree.ColumnOf(node) >= 0).ToArray();
        for (var left = random.Below(most + 1); left > 0; left--)
        {
            weights[leaves[random.Below(leaves.Length)]] = 0;
        }
    }
}
