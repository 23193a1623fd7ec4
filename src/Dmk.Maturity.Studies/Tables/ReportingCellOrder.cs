namespace Dmk.Maturity.Studies;

/// <summary>The ordinal order of (stratum, reporting cell): by Land and codes of the stratum, then of the cell.</summary>
internal sealed class ReportingCellOrder : IComparer<(ReportingCell Stratum, ReportingCell Cell)>
{
    public static ReportingCellOrder Pairs { get; } = new();

    public int Compare((ReportingCell Stratum, ReportingCell Cell) x, (ReportingCell Stratum, ReportingCell Cell) y) =>
        Compare(x.Stratum, y.Stratum) is var strata and not 0 ? strata : Compare(x.Cell, y.Cell);

    private static int Compare(ReportingCell x, ReportingCell y) =>
        string.CompareOrdinal(x.Land, y.Land) is var lands and not 0 ? lands : string.CompareOrdinal(x.Codes, y.Codes);
}
