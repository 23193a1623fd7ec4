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

    /// <param name="cells">The reporting cells of the respondents.</param>
    /// <param name="respondents">Of each.</param>
    /// <exception cref="ArgumentException">A code that its classification does not have.</exception>
    public static LatticeTable Of(
        IReadOnlyList<ReportingVariable> by,
        StudyDesign design,
        IReadOnlyList<FrameStratum> frame,
        IReadOnlyList<ReportingCell> cells,
        IReadOnlyList<long> respondents
    )
    {
        var codes = by.Select(variable => CodeOrder.Of(variable.Classification)).ToArray();
        var coarser = CoarserThan(by, design);
        var population = new SortedDictionary<long, long>();
        foreach (var stratum in frame)
        {
            foreach (var key in Keys(stratum.Cell, by, codes))
            {
                population[key] = population.GetValueOrDefault(key) + stratum.Population;
            }
        }

        var answered = new Dictionary<long, long>();
        var keys = new long[cells.Count];
        for (var i = 0; i < cells.Count; i++)
        {
            keys[i] = Key(cells[i], by, codes);
            answered[keys[i]] = answered.GetValueOrDefault(keys[i]) + respondents[i];
            _ = population.TryAdd(keys[i], 0);
        }

        var place = population.Keys.Select((key, index) => (key, index)).ToDictionary(one => one.key, one => one.index);
        return new(
            by,
            [
                .. population.Select(one => new TableCell(
                    CodesOf(one.Key, by, codes, coarser, design.Variables.Count),
                    Math.Max(one.Value, answered.GetValueOrDefault(one.Key))
                )),
            ],
            [.. keys.Select(key => place[key])]
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

    /// <summary>Where units of the frame may lie: in each cell of a variable that the frame does not know.</summary>
    private static IEnumerable<long> Keys(ReportingCell cell, IReadOnlyList<ReportingVariable> by, CodeOrder[] codes)
    {
        IEnumerable<long> keys = [0L];
        for (var i = 0; i < codes.Length; i++)
        {
            var (order, possible) = (codes[i], by[i].IsInFrame ? [by[i].CodeOf(cell)] : by[i].PossibleCodes);
            keys = [.. keys.SelectMany(_ => possible, (key, code) => (key * order.Count) + order.PlaceOf(code))];
        }

        return keys;
    }

    /// <summary>A number that sorts cells in the order of the classifications.</summary>
    private static long Key(ReportingCell cell, IReadOnlyList<ReportingVariable> by, CodeOrder[] codes)
    {
        var key = 0L;
        for (var i = 0; i < codes.Length; i++)
        {
            key = (key * codes[i].Count) + codes[i].PlaceOf(by[i].CodeOf(cell));
        }

        return key;
    }

    /// <summary>The codes of a cell, those of coarser variables among them: that is how the tables of a lattice are linked.</summary>
    private static string?[] CodesOf(
        long key,
        IReadOnlyList<ReportingVariable> by,
        CodeOrder[] codes,
        CoarserCodes[] coarser,
        int variables
    )
    {
        var found = new string?[variables];
        for (var i = codes.Length - 1; i >= 0; i--)
        {
            (key, var place) = Math.DivRem(key, codes[i].Count);
            var code = codes[i].CodeAt((int)place);
            found[by[i].Order] = code;
            foreach (var (_, order, above) in coarser.Where(one => one.By == i))
            {
                found[order] = above[code];
            }
        }

        return found;
    }

    private static CoarserCodes[] CoarserThan(IReadOnlyList<ReportingVariable> by, StudyDesign design) =>
        [
            .. by.SelectMany(
                    (variable, place) =>
                        design.Variables.Select(coarser =>
                            variable.CodesIn(coarser) is { } codes ? new CoarserCodes(place, coarser.Order, codes) : (CoarserCodes?)null
                        )
                )
                .OfType<CoarserCodes>(),
        ];

    /// <summary>A variable that a table is not by, and whose codes follow from one that it is by.</summary>
    private readonly record struct CoarserCodes(int By, int Order, IReadOnlyDictionary<string, string> Codes);
}
