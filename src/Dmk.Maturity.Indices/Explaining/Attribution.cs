namespace Dmk.Maturity.Indices;

/// <summary>Divides the points of a node among its children, so that the parts add up.</summary>
/// <remarks>
/// Points are counted from one end of the scale: as gains above the start, or, below a node that is mirrored on the way up, as losses
/// below the end. Each child gets
/// points * key / (sum of keys), with these keys:
/// arithmetic, geometric, harmonic and power mean: weight times the child's own gain (or loss). For the arithmetic mean that is its share
/// exactly; the other means lie lower or higher than the
/// arithmetic one, and the difference is borne in proportion (proportional cost sharing: Moriarity, The Accounting Review 50, 1975,
/// 791-795; Young, Handbook of Game Theory 2, 1994, ch. 34).
/// Minimum and maximum: the child that decides takes all, ties by weight; this is the Aumann-Shapley price along the diagonal (Billera
/// and Heath, Mathematics of Operations Research 7, 1982).
/// Count: the weight of what is reached (gains) or not reached (losses). Ladder: the heights of the steps climbed (gains), all to the
/// rung at which the climb ends (losses).
/// The Shapley value was rejected: with a start of 0 a geometric or harmonic mean of fewer than all children is 0, so every child would
/// get the same, whatever was answered. The Aumann-Shapley
/// price gives each child of a geometric mean its weight, and of a harmonic mean the more, the lower it is: the opposite of what "which
/// answer gave how much" asks.
/// </remarks>
internal static class Attribution
{
    /// <summary>A child that left gets nothing. One that stands at the end from which is counted gets nothing either.</summary>
    /// <param name="score">Of the node.</param>
    /// <param name="gains">Whether points are gains above the start, or losses below the end.</param>
    public static void Divide(
        Branch branch,
        ReadOnlySpan<ChildScore> entries,
        double score,
        double points,
        bool gains,
        Scale scale,
        Span<double> parts
    )
    {
        var whole = 0.0;
        if (branch.Aggregation == Aggregation.Ladder)
        {
            LadderKeys(entries, gains, scale, parts);
        }

        for (var k = 0; k < entries.Length; k++)
        {
            parts[k] = branch.Aggregation switch
            {
                Aggregation.Ladder => parts[k],
                _ when entries[k].Presence != Presence.Present => 0,
                Aggregation.Minimum or Aggregation.Maximum => entries[k].Score == score ? entries[k].Weight : 0,
                Aggregation.Count => scale.Reaches(entries[k].Score, entries[k].Threshold) == gains ? entries[k].Weight : 0,
                _ => entries[k].Weight * (gains ? entries[k].Score - scale.From : scale.To - entries[k].Score),
            };
            whole += parts[k];
        }

        foreach (ref var part in parts)
        {
            part = whole > 0 ? points * (part / whole) : 0;
        }
    }

    private static void LadderKeys(ReadOnlySpan<ChildScore> rungs, bool gains, Scale scale, Span<double> keys)
    {
        _ = Ladder.Climbed(rungs, scale, out var end);
        for (var k = 0; k < rungs.Length; k++)
        {
            keys[k] = (gains, k < end && rungs[k].Presence == Presence.Present, k == end) switch
            {
                (true, true, _) => rungs[k].Weight,
                (false, _, true) => 1,
                _ => 0,
            };
        }
    }
}
