using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>What the mean of a domain would be if its companies had another mix of sectors and sizes: sum P_k y_k over the cells
/// k.</summary>
/// <remarks>Direct standardisation (Kitagawa 1964; Fleiss, Levin and Paik 2003, chapter 19), the mix taken as known, standard errors
/// from the covariances of the cell means. Checked against base R.</remarks>
/// <param name="Mean">With standard error, interval and degrees of freedom; its test against 0 has no meaning.</param>
/// <param name="Empty">Cells with a share of the mix in which the domain has no mean.</param>
/// <param name="Covered">Share of the mix, 0 to 1, in which the domain has its own mean.</param>
public sealed record StandardisedMean(Comparison Mean, int Empty, double Covered)
{
    /// <param name="cells">K cell means of the domain, NaN where it has no respondents; for <see cref="EmptyCells.Borrow"/> K means of
    /// the lender after them, in the same order, with the covariances of both.</param>
    /// <param name="mix">K weights, 0 or above, on any scale.</param>
    /// <returns>NaN where no cell with a share has a mean. A cell that the lender lacks, too, is left out and the others are scaled
    /// up.</returns>
    /// <exception cref="ArgumentException">Counts that do not fit, or a weight below 0; the text names the cell, from 0.</exception>
    public static StandardisedMean Of(JointEstimates cells, IReadOnlyList<double> mix, EmptyCells emptyCells, double level = 0.95)
    {
        ArgumentNullException.ThrowIfNull(cells);
        ArgumentNullException.ThrowIfNull(mix);
        var count = emptyCells == EmptyCells.Borrow ? 2 * mix.Count : mix.Count;
        if (cells.Count != count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"A mix of {mix.Count} cells needs {count} cell means, not {cells.Count}.")
            );
        }

        var shares = Shares.Of(mix, mix.Count);
        var coefficients = new double[count];
        var (empty, covered, used) = (0, new ExactSum(), new ExactSum());
        for (var cell = 0; cell < shares.Length; cell++)
        {
            var isEmpty = double.IsNaN(cells.Value(cell));
            var from = isEmpty ? cell + shares.Length : cell;
            empty += isEmpty && shares[cell] > 0 ? 1 : 0;
            covered.AddProduct(isEmpty ? 0 : shares[cell], 1);
            if (from < count && !double.IsNaN(cells.Value(from)))
            {
                coefficients[from] = shares[cell];
                used.AddProduct(shares[cell], 1);
            }
        }

        var mean =
            used.Value > 0
                ? Contrasts.Linear(cells, [.. coefficients.Select(one => one / used.Value)], level)
                : Comparison.Of(double.NaN, double.NaN, cells.DegreesOfFreedom, 0, level);
        return new StandardisedMean(mean, empty, covered.Value);
    }
}
