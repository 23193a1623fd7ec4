using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Means are to be shown at one mix of companies.</summary>
/// <param name="Columns">Their combinations are the cells of the mix.</param>
/// <param name="Mix">What each cell weighs; null for the weights of all rows.</param>
/// <param name="EmptyCells">What becomes of cells in which a domain has no estimate. The lender is the same cell of all rows.</param>
public sealed record StandardiseRequest(IReadOnlyList<string> Columns, CalibrationTotals.Margin? Mix, EmptyCells EmptyCells);
