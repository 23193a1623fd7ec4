using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>How much of the gap between a domain and the whole comes from its mix of companies, and how much from companies of the same
/// kind being ahead or behind.</summary>
/// <remarks>Kitagawa (1955), for means: with shares p and q and cell means y and z of domain and reference, composition = sum (p - q) (y
/// + z) / 2, within = sum (p + q) / 2 (y - z). Threefold (Winsborough and Dickinson 1971) with the reference's means and shares:
/// endowment = sum (p - q) z, rate = sum q (y - z), interaction = sum (p - q) (y - z). In a cell that the domain lacks, y is taken to be
/// z, and the other way round; a cell that both lack does not count. The parts are sums of products of twice the precision: they add up
/// to the gap to 1e-12. Standard errors by the delta method with the shares taken as known. Checked against base R.</remarks>
/// <param name="Difference">Mean of the domain minus mean of the reference: Composition + Within.</param>
/// <param name="Composition">Due to the mix.</param>
/// <param name="Within">Due to companies of the same kind.</param>
/// <param name="Endowment">Threefold: due to the mix at the reference's means.</param>
/// <param name="Rate">Threefold: due to companies of the same kind at the reference's mix.</param>
/// <param name="Interaction">Threefold: due to both at once; endowment, rate and interaction add up to the difference.</param>
/// <param name="Empty">Cells in which the domain has no companies and the reference has.</param>
public sealed record KitagawaDecomposition(
    Comparison Difference,
    Comparison Composition,
    Comparison Within,
    Comparison Endowment,
    Comparison Rate,
    Comparison Interaction,
    int Empty
)
{
    /// <param name="means">K cell means of the domain, then K of the reference in the same order, with the covariances of both
    /// (<see cref="JointEstimates.WithoutErrors"/> where they are not known: then the parts have no standard errors).</param>
    /// <param name="domain">K weights of the domain's cells, 0 or above, on any scale; 0 where it has no companies.</param>
    /// <param name="reference">K weights of the reference's cells likewise.</param>
    /// <exception cref="ArgumentException">Counts that do not fit, a weight below 0, or a cell with a weight and no mean; the text names
    /// it, from 0.</exception>
    public static KitagawaDecomposition Of(
        JointEstimates means,
        IReadOnlyList<double> domain,
        IReadOnlyList<double> reference,
        double level = 0.95
    )
    {
        ArgumentNullException.ThrowIfNull(means);
        ArgumentNullException.ThrowIfNull(domain);
        ArgumentNullException.ThrowIfNull(reference);
        if (means.Count != 2 * domain.Count)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{domain.Count} cells need {2 * domain.Count} means, not {means.Count}.")
            );
        }

        var (p, q) = (Shares.Of(domain, domain.Count), Shares.Of(reference, domain.Count));
        Check(means, p, q);
        Comparison Part(Func<double, double, (double Own, double Others)> coefficient)
        {
            return PartOf(means, p, q, coefficient, level);
        }

        return new KitagawaDecomposition(
            Part((own, other) => (own, -other)),
            Part((own, other) => ((own - other) / 2, (own - other) / 2)),
            Part((own, other) => ((own + other) / 2, -(own + other) / 2)),
            Part((own, other) => (0, own - other)),
            Part((_, other) => (other, -other)),
            Part((own, other) => (own - other, other - own)),
            p.Zip(q).Count(cell => cell.First == 0 && cell.Second > 0)
        );
    }

    /// <summary>A part is linear in the means. What counts for a mean that does not exist counts for the other one.</summary>
    private static Comparison PartOf(
        JointEstimates means,
        double[] p,
        double[] q,
        Func<double, double, (double Own, double Others)> coefficient,
        double level
    )
    {
        var coefficients = new double[2 * p.Length];
        for (var cell = 0; cell < p.Length; cell++)
        {
            var (own, others) = coefficient(p[cell], q[cell]);
            if (p[cell] == 0 || q[cell] == 0)
            {
                coefficients[p[cell] == 0 ? cell + p.Length : cell] = own + others;
            }
            else
            {
                (coefficients[cell], coefficients[cell + p.Length]) = (own, others);
            }
        }

        return Contrasts.Linear(means, coefficients, level);
    }

    private static void Check(JointEstimates means, double[] p, double[] q)
    {
        for (var cell = 0; cell < p.Length; cell++)
        {
            if ((p[cell] > 0 && double.IsNaN(means.Value(cell))) || (q[cell] > 0 && double.IsNaN(means.Value(cell + p.Length))))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Cell {cell} has a weight and no mean: weights are of companies with a value."
                    )
                );
            }
        }
    }
}
