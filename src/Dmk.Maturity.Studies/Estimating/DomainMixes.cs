using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Domains of one file by their mixes of companies: means at one mix, and gaps taken apart.</summary>
/// <param name="rows">All that count: they lend where a domain has none, and are the reference.</param>
internal sealed class DomainMixes(SampleDesign design, MixCells cells, int[] rows, double level)
{
    private readonly int[][] _all = cells.Split(rows);

    /// <returns>Null where no row has a value.</returns>
    public StandardisedDomain? Standardised(Measure measure, int[] domain, EmptyCells emptyCells)
    {
        var mix = cells.Mix(design, measure, rows);
        if (!mix.Any(one => one > 0))
        {
            return null;
        }

        var own = cells.Split(domain);
        var units =
            emptyCells == EmptyCells.Borrow ? [.. own, .. own.Select((cell, at) => cell.Any(measure.IsKnown) ? [] : _all[at])] : own;
        var (means, respondents) = measure.Cells(design, units);
        return new(
            StandardisedMean.Of(means, mix, emptyCells, level),
            respondents.Where((count, at) => count == 1 && mix[at % mix.Length] > 0).Count()
        );
    }

    /// <returns>Without parts where one of the two has no value.</returns>
    public (KitagawaDecomposition? Parts, int CellsOfOne) Decomposed(Measure measure, int[] one, int[] other)
    {
        var (own, others) = (cells.Weights(design, measure, one), cells.Weights(design, measure, other));
        var (means, respondents) = measure.Cells(design, [.. cells.Split(one), .. cells.Split(other)]);
        var parts =
            own.Any(share => share > 0) && others.Any(share => share > 0) ? KitagawaDecomposition.Of(means, own, others, level) : null;
        return (parts, respondents.Count(count => count == 1));
    }
}
