using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Totals that the weights are to meet.</summary>
public sealed record CalibrationRequest(IReadOnlyList<CalibrationTotals> Totals, CalibrationDistance Distance)
{
    /// <summary>Whether margins that must agree do.</summary>
    /// <exception cref="DataException">They have different sums.</exception>
    public CalibrationRequest Agreeing()
    {
        CalibrationTotals.Agree(Totals);
        return this;
    }

    internal IEnumerable<WantedColumn> Columns =>
        Totals.SelectMany(totals => totals.Columns).Where(column => column.Name != CalibrationTotals.Units);
}
