using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The rank of a domain among those of the file, with the ranks that it may have in truth.</summary>
/// <param name="Rank">1 is the largest estimate; equal ones share the better rank, and the ranks after them are left out.</param>
/// <param name="Tied">How many domains have this rank, itself included.</param>
/// <param name="Marginal">For reading the rank of this domain alone, chosen beforehand.</param>
/// <param name="Simultaneous">For reading the whole ranking: all sets hold their true ranks together.</param>
public sealed record RankedDomain(int Rank, int Tied, RankSet Marginal, RankSet Simultaneous)
{
    /// <returns>One per estimate, null where it is missing.</returns>
    internal static IReadOnlyList<RankedDomain?> Of(JointEstimates estimates, RankRequest wanted, double level)
    {
        double[] values = [.. Enumerable.Range(0, estimates.Count).Select(estimates.Value)];
        var law = new RankLaw(estimates, wanted.Draws, wanted.Seed);
        IReadOnlyList<RankSet?> Sets(RankCoverage coverage)
        {
            return law.Sets(values, new RankOptions(coverage, RankSide.Both, wanted.Procedure, level));
        }

        var (marginal, simultaneous) = (Sets(RankCoverage.Marginal), Sets(RankCoverage.Simultaneous));
        return
        [
            .. Place
                .Of(values)
                .Select(
                    (place, domain) =>
                        place is { } known ? new RankedDomain(known.Rank, known.Tied, marginal[domain]!, simultaneous[domain]!) : null
                ),
        ];
    }
}
