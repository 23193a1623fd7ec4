using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Totals that the weights are to meet.</summary>
public sealed record CalibrationRequest(IReadOnlyList<CalibrationTotals> Totals, CalibrationDistance Distance)
{
    internal IEnumerable<WantedColumn> Columns =>
        Totals.SelectMany(totals => totals.Columns).Where(column => column.Name != CalibrationTotals.Units);
}
