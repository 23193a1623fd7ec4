namespace Dmk.Maturity.Statistics;

/// <summary>Confidence sets for ranks, so that nobody reads a ranking without them.</summary>
/// <remarks>See <see cref="RankLaw"/> for the method and its source.</remarks>
public static class RankSets
{
    /// <param name="draws">100 or more.</param>
    /// <returns>One per estimate, null where it is missing.</returns>
    public static IReadOnlyList<RankSet?> Of(JointEstimates estimates, RankOptions options, int draws = 10_000, int seed = 20240501)
    {
        ArgumentNullException.ThrowIfNull(estimates);
        return new RankLaw(estimates, draws, seed).Sets([.. Enumerable.Range(0, estimates.Count).Select(estimates.Value)], options);
    }
}
