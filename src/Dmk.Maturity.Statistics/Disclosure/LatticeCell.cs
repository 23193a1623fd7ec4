namespace Dmk.Maturity.Statistics;

/// <summary>A cell of the lattice as an attacker sees it.</summary>
/// <param name="Table">One bit per dimension that is not totalled; <see cref="Rest"/> for what a table leaves out.</param>
/// <param name="Respondents">Those with a value, or <see cref="Uncounted"/>.</param>
/// <param name="Place">In the caller's list; -1 for a cell that no table shows, but that can be added up.</param>
internal sealed record LatticeCell(ulong Table, long Respondents, int Place)
{
    public const ulong Rest = ulong.MaxValue;

    /// <summary>Of a cell finer than any shown one: how many there are is not in the tables.</summary>
    public const long Uncounted = -1;

    /// <summary>At least how many respondents two cells have together: cells of one table are disjoint, others may be the same
    /// companies.</summary>
    public long AtLeastWith(LatticeCell other) =>
        Table == other.Table && Table != Rest ? Respondents + other.Respondents : Math.Max(Respondents, other.Respondents);
}
