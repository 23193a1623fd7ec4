namespace Dmk.Maturity.Studies;

/// <summary>Rows that have the same place, scores of the same nodes and the same mark.</summary>
/// <param name="Of">Per row that was asked about, the number of its group; -1 for those that are left out.</param>
/// <param name="Groups">In the order of their first rows.</param>
public sealed record RowGroups(IReadOnlyList<int> Of, IReadOnlyList<RowGroup> Groups);
