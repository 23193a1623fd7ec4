namespace Dmk.Maturity.Statistics;

/// <summary>The rank of a domain, with the ranks that its true value may have.</summary>
/// <param name="Rank">1 is the largest value; equal values share the better rank, and the ranks after them are left out.</param>
/// <param name="Best">The best possible rank, 1 or above.</param>
/// <param name="Worst">The worst possible rank, at most the number of ranked domains.</param>
public sealed record RankSet(int Rank, int Best, int Worst);
