namespace Dmk.Maturity.Statistics;

/// <summary>How much each unit of the file moves an estimate, per unit of its weight: the linearised variable u of Woodruff (1971) and
/// Deville (1999). Units that are not listed do not move it.</summary>
/// <param name="Units">Indices into the file, ascending.</param>
/// <param name="Values">One per listed unit, finite.</param>
internal readonly record struct Influence(int[] Units, double[] Values)
{
    /// <summary>Of an estimate that is a weighted sum of others.</summary>
    /// <param name="parts">At least one.</param>
    public static Influence Combined(IReadOnlyList<(double Factor, Influence Of)> parts)
    {
        var sums = new SortedDictionary<int, double>();
        foreach (var (factor, one) in parts)
        {
            for (var i = 0; i < one.Units.Length; i++)
            {
                sums[one.Units[i]] = sums.GetValueOrDefault(one.Units[i]) + (factor * one.Values[i]);
            }
        }

        return new([.. sums.Keys], [.. sums.Values]);
    }
}
