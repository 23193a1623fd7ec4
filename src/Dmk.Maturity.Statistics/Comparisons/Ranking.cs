namespace Dmk.Maturity.Statistics;

/// <summary>Ranks of unrounded values, ties shown as ties.</summary>
public static class Ranking
{
    /// <summary>1 is the largest value; equal values share the better rank (1, 2, 2, 4).</summary>
    /// <returns>One per value, null for NaN.</returns>
    public static IReadOnlyList<int?> Competition(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. values.Select(one => double.IsNaN(one) ? (int?)null : 1 + values.Count(other => other > one))];
    }
}
