namespace Dmk.Maturity.Studies;

/// <summary>The codes of a cell, those of coarser variables among them: that is how tables are linked.</summary>
internal static class CellCodes
{
    /// <param name="by">The variables of the cell's table.</param>
    /// <returns>One per variable of the study; null is the total over it.</returns>
    public static string?[] Of(StudyDesign design, IReadOnlyList<ReportingVariable> by, ReportingCell cell) =>
        [
            .. design.Variables.Select(variable =>
                by.Contains(variable) || by.Any(finer => finer.CodesIn(variable) is not null) ? variable.CodeOf(cell) : null
            ),
        ];
}
