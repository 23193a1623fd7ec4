using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Indices;

/// <summary>A cell of a table before it has a figure.</summary>
/// <param name="Codes">Of the reporting variables Land, sector and size; null is the total over that variable.</param>
/// <param name="Population">Units in the frame; at least as many as have answered from there, should companies have moved into a cell that the frame does not have.</param>
internal sealed record LatticeCell(IReadOnlyList<string?> Codes, long Population);

/// <summary>One table of a study's lattice: its cells, and in which of them each reporting cell of the respondents lies.</summary>
internal sealed class LatticeTable
{
    private LatticeTable(IReadOnlyList<ReportingVariable> by, IReadOnlyList<LatticeCell> cells, int[] domainOf) => (By, Cells, DomainOf) = (by, cells, domainOf);

    /// <summary>In the order Land, sector, size; empty for the total.</summary>
    public IReadOnlyList<ReportingVariable> By { get; }

    /// <summary>In the order of the classifications.</summary>
    public IReadOnlyList<LatticeCell> Cells { get; }

    /// <summary>Per reporting cell of the respondents.</summary>
    public IReadOnlyList<int> DomainOf { get; }

    /// <param name="populations">Per stratum of the frame.</param>
    /// <param name="respondents">Per reporting cell.</param>
    public static LatticeTable Of(
        IReadOnlyList<ReportingVariable> by, CodeOrder[] orders, CellPlaces frame, IReadOnlyList<FrameStratum> populations, CellPlaces cells, IReadOnlyList<long> respondents)
    {
        var size = by.Aggregate(1, (product, variable) => checked(product * orders[(int)variable].Count));
        var (exists, population, answered) = (new bool[size], new long[size], new long[size]);
        foreach (var (h, key) in frame.Keys(by).Index())
        {
            exists[key] = true;
            population[key] += populations[h].Population;
        }

        var domainOf = cells.Keys(by);
        foreach (var (place, key) in domainOf.Index())
        {
            exists[key] = true;
            answered[key] += respondents[place];
        }

        var found = new List<LatticeCell>(size);
        var domains = new int[size];
        for (var key = 0; key < size; key++)
        {
            if (exists[key])
            {
                domains[key] = found.Count;
                found.Add(new(CodesOf(key, by, orders), Math.Max(population[key], answered[key])));
            }
        }

        return new(by, found, Array.ConvertAll(domainOf, key => domains[key]));
    }

    /// <param name="estimates">One per cell.</param>
    public IEnumerable<RawCell> RawCells(IReadOnlyList<Estimate?> estimates) => Cells.Select((cell, i) => new RawCell(cell.Codes, cell.Population, estimates[i]));

    private static string?[] CodesOf(int key, IReadOnlyList<ReportingVariable> by, CodeOrder[] orders)
    {
        var found = new string?[orders.Length];
        foreach (var variable in by.Reverse())
        {
            (key, var place) = Math.DivRem(key, orders[(int)variable].Count);
            found[(int)variable] = orders[(int)variable].CodeAt(place);
        }

        return found;
    }
}
