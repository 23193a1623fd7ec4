using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>One table of a study's lattice: its cells, and in which of them each reporting cell of the respondents lies.</summary>
internal sealed class LatticeTable
{
    private LatticeTable(IReadOnlyList<ReportingVariable> by, IReadOnlyList<TableCell> cells, int[] domainOf) =>
        (By, Cells, DomainOf) = (by, cells, domainOf);

    /// <summary>In the order of the study; empty for the total.</summary>
    public IReadOnlyList<ReportingVariable> By { get; }

    /// <summary>In the order of the classifications.</summary>
    public IReadOnlyList<TableCell> Cells { get; }

    /// <summary>Per reporting cell of the respondents.</summary>
    public IReadOnlyList<int> DomainOf { get; }

    /// <param name="respondents">Of each reporting cell. No cell has fewer units than respondents.</param>
    public static LatticeTable Of(PlacedCells placed, long[] respondents)
    {
        var (cells, domainOf) = (placed.Cells, placed.DomainOf);
        var answered = new long[cells.Count];
        for (var i = 0; i < domainOf.Length; i++)
        {
            answered[domainOf[i]] += respondents[i];
        }

        return new(
            placed.By,
            [.. cells.Select((cell, at) => answered[at] > cell.Population ? cell with { Population = answered[at] } : cell)],
            domainOf
        );
    }

    /// <param name="estimates">One per cell.</param>
    /// <param name="population">In a census a cell in which everybody has answered is known exactly, even if that is a single unit; a
    /// sample never is.</param>
    public IEnumerable<RawCell> RawCells(IReadOnlyList<Estimate?> estimates, Population population) =>
        Cells.Select(
            (cell, i) =>
                new RawCell(
                    cell.Codes,
                    cell.Population,
                    population.IsCensus && estimates[i] is { } estimate && estimate.Respondents == cell.Population
                        ? Exact(estimate)
                        : estimates[i]
                )
        );

    private static Estimate Exact(Estimate estimate) =>
        estimate with
        {
            StandardError = 0,
            Lower = estimate.Value,
            Upper = estimate.Value,
            Population = estimate.Respondents,
            Method = IntervalMethod.Exact,
        };
}
