namespace Dmk.Maturity.Statistics;

/// <summary>The best orders by pairwise votes.</summary>
/// <param name="Support">The sum of the shares of weight that agree with each pair of an order.</param>
/// <param name="Count">How many orders have this support: above 1 there are ties, and no single order may be published as the optimum.
/// Exact up to 2^53.</param>
/// <param name="Orders">Units by place, the best first; not all when there are very many.</param>
public sealed record KemenyOrders(double Support, double Count, IReadOnlyList<int[]> Orders);
