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

    /// <summary>For operators: every company is scored anew under each weighting.</summary>
    /// <param name="lattice">Of the index under its declared weights, tried like any other.</param>
    internal static WeightSensitivity Of(ReportingVariable land, ProtectedLattice lattice, WeightedStudy behind, int draws)
    {
        var cells = lattice.Table([land], []).Cells;
        int[] shown = [.. Enumerable.Range(0, cells.Count).Where(place => cells[place].Figure.Estimate is not null)];
        var domains = Array.ConvertAll([.. behind.TableBy([land]).DomainOf], domain => Array.IndexOf(shown, domain));
        return Of(lattice, cells, shown, behind.PatternMeans(new(domains, shown.Length)), draws);
    }

    /// <summary>For everybody else: each weighting is a mix of the figures of the index and its dimensions, in the Länder that show all of
    /// them that have a weight.</summary>
    /// <param name="lattice">Of the index under the weights around which others are tried.</param>
    /// <param name="index">Under its own weights.</param>
    /// <param name="dimensions">In the order of the model.</param>
    internal static WeightSensitivity OfShown(
        ReportingVariable land,
        ProtectedLattice lattice,
        ProtectedLattice index,
        IReadOnlyList<ProtectedLattice> dimensions,
        int draws
    )
    {
        var cells = lattice.Table([land], []).Cells;
        var whole = Means(index);
        double?[][] parts = [.. dimensions.Select(Means)];
        var tried = ((NodeMeasure.OtherWeights)lattice.Measure).Weights;
        double[] declared = [.. dimensions.Select(dimension => dimension.Node.Weight)];
        int[] shown =
        [
            .. Enumerable
                .Range(0, cells.Count)
                .Where(place =>
                    whole[place] is not null && parts.Index().All(part => part.Item[place] is not null || tried[part.Index] == 0)
                ),
        ];
        var means = new MixedMeans(
            declared,
            [.. shown.Select(place => whole[place]!.Value)],
            [.. shown.Select(place => parts.Select(part => part[place] ?? double.NaN).ToArray())]
        );
        return Of(lattice, cells, shown, means, draws);

        double?[] Means(ProtectedLattice one)
        {
            return [.. one.Table([land], []).Cells.Select(cell => cell.Figure.Estimate?.Value)];
        }
    }

    private static WeightSensitivity Of(
        ProtectedLattice lattice,
        IReadOnlyList<IndexCell> cells,
        int[] shown,
        IWeightedMeans means,
        int draws
    )
    {
        double[] declared = [0, .. ((NodeMeasure.OtherWeights)lattice.Measure).Weights];
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
            [.. cells.Index().Where(cell => !shown.Contains(cell.Index)).Select(cell => cell.Item.Codes[0])]
        );
    }
}
