namespace Dmk.Maturity.Studies;

/// <summary>The ordinal order of cells: by Land, then by codes.</summary>
internal sealed class ReportingCellOrder : IComparer<ReportingCell>
{
    public static ReportingCellOrder Cells { get; } = new();

    public int Compare(ReportingCell x, ReportingCell y) =>
        string.CompareOrdinal(x.Land, y.Land) is var lands and not 0 ? lands : string.CompareOrdinal(x.Codes, y.Codes);
}
