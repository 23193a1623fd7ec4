namespace Dmk.Maturity.Studies;

/// <summary>The name of a cell of a table, whoever makes it: its codes in the order of the table's variables.</summary>
internal static class ShownKey
{
    public static string Of(IReadOnlyList<ReportingVariable> by, ReportingCell cell) =>
        string.Join(ReportingCell.Separator, by.Select(variable => variable.CodeOf(cell)));

    public static string Of(IReadOnlyList<ReportingVariable> by, TableCell cell) =>
        string.Join(ReportingCell.Separator, by.Select(variable => cell.Codes[variable.Order]));
}
