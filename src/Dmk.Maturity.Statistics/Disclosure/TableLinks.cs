namespace Dmk.Maturity.Statistics;

/// <summary>How tables hang together that companies enter; coarser ones stand before finer ones.</summary>
/// <param name="Finer">Per table the places of those that refine it, itself among them, ascending.</param>
/// <param name="Needing">Per table the places of those that nobody is in who is not in it, itself and the finer ones among them,
/// ascending.</param>
public sealed record TableLinks(IReadOnlyList<IReadOnlyList<int>> Finer, IReadOnlyList<IReadOnlyList<int>> Needing)
{
    /// <summary>The finest table that both refine.</summary>
    internal int Shared(int one, int other) =>
        Enumerable.Range(0, Finer.Count).Last(table => Finer[table].Contains(one) && Finer[table].Contains(other));
}
