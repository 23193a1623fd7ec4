namespace Dmk.Maturity.Statistics;

/// <summary>Domains that do not overlap, such as the Länder.</summary>
/// <param name="DomainOf">Per reporting cell index: its domain, or -1 for none.</param>
/// <param name="Count">How many domains there are.</param>
public sealed record CellPartition(IReadOnlyList<int> DomainOf, int Count)
{
    /// <summary>One domain that holds everybody.</summary>
    public static CellPartition Whole(int cells) => new(new int[cells], 1);
}
