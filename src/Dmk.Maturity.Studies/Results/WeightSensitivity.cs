using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>How the ranking of the Länder hangs on the weights of an index: whoever doubts the weights sees which ranks do not depend on
/// them. It says nothing about the error of the sample.</summary>
/// <param name="Draws">Weightings that were tried.</param>
/// <param name="Laender">Those that are shown, in the order of the classification.</param>
/// <param name="Unranked">Codes of the others, in that order: ranks are among those that are shown, and leave these out.</param>
public sealed record WeightSensitivity(IndexModel Model, int Draws, IReadOnlyList<LandSensitivity> Laender, IReadOnlyList<string> Unranked)
{
    /// <summary>Weightings that are tried unless said.</summary>
    public const int Usual = 10_000;

    /// <summary>More would take no one further.</summary>
    public const int Most = 100_000;

    private const int Seed = 20240501;
    private const int Digits = 3;

    /// <param name="lattice">Of the index under its declared weights, tried like any other.</param>
    internal static WeightSensitivity Of(ReportingVariable land, ProtectedLattice lattice, WeightedStudy behind, int draws)
    {
        var table = behind.TableBy([land]);
        var cells = lattice.Table([land], []).Cells;
        int[] shown = [.. Enumerable.Range(0, cells.Count).Where(place => cells[place].Figure.Estimate is not null)];
        var domains = Array.ConvertAll([.. table.DomainOf], domain => Array.IndexOf(shown, domain));
        double[] declared = [0, .. ((NodeMeasure.OtherWeights)lattice.Measure).Weights];
        var means = behind.PatternMeans(new(domains, shown.Length));
        var under = new double[shown.Length];
        means.Under(declared, under);
        var ranks = Ranking.Competition(under);
        // As many as there are dimensions: with equal weights every weighting is as likely.
        var found = shown.Length == 0 ? [] : WeightTrials.Of(means, declared, declared.Count(weight => weight > 0), draws, Seed);
        return new(
            lattice.Model,
            draws,
            [
                .. shown.Select(
                    (place, at) =>
                        new LandSensitivity(
                            cells[place].Codes[0],
                            ranks[at]!.Value,
                            found[at].Median,
                            found[at].Quantile(0.05),
                            found[at].Quantile(0.95),
                            Math.Round((double)found[at].Frequencies[ranks[at]!.Value - 1] / draws, Digits)
                        )
                ),
            ],
            [.. cells.Where(cell => cell.Figure.Estimate is null).Select(cell => cell.Codes[0])]
        );
    }
}
