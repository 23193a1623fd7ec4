namespace Dmk.Maturity.Statistics;

/// <summary>A cell of the lattice as an attacker sees it.</summary>
/// <param name="Table">One bit per dimension that is not totalled; <see cref="Rest"/> for what a table leaves out.</param>
/// <param name="Respondents">Those with a value, or <see cref="Uncounted"/>.</param>
/// <param name="Place">In the caller's list; -1 for a cell that no table shows, but that can be added up.</param>
internal sealed record LatticeCell(ulong Table, long Respondents, int Place)
{
    /// <summary>Companies of the smallest set that the figure tells of; usually its respondents.</summary>
    public long Guard { get; init; } = Respondents;

    /// <summary>Whether everybody can work it out from other tables, so that withholding it hides nothing.</summary>
    public bool IsOpen { get; init; }

    public const ulong Rest = ulong.MaxValue;

    /// <summary>Of a cell finer than any shown one: how many there are is not in the tables.</summary>
    public const long Uncounted = -1;

    /// <summary>Of at least how many companies two cells tell together: cells of one table are disjoint, others may be the same
    /// companies.</summary>
    public long AtLeastWith(LatticeCell other) =>
        Table == other.Table && Table != Rest ? Guard + other.Guard : Math.Max(Guard, other.Guard);
}
