using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The Länder beside each other: estimates, ranks with what they may be, differences of pairs and to Germany, and what comes from
/// their mix of companies.</summary>
/// <remarks>Covariances of the Länder, and of each with Germany, are those of the sample. Ranks: Mogstad, Romano, Shaikh and Wilhelm
/// (2024), their sets of unrounded values among the Länder that are shown; <see cref="RankSets"/>. Adjusted probabilities: Holm (1979).
/// Mix: <see cref="StandardisedMean"/> and <see cref="KitagawaDecomposition"/>.</remarks>
/// <param name="Laender">In the order of the classification.</param>
/// <param name="Pairs">Every pair of Länder that are shown, once.</param>
public sealed record LaenderComparison(
    RequestedComparison Asked,
    IndexTable Table,
    IReadOnlyList<ComparedLand> Laender,
    IReadOnlyList<ComparedPair> Pairs
)
{
    private const double Level = 0.95;
    private const int Draws = 10_000;
    private const int Seed = 20240501;

    /// <summary>Germany.</summary>
    public IndexCell Germany => Table.Total;

    internal static Result.Comparison Of(
        Study study,
        RequestedComparison asked,
        ProtectedLattice lattice,
        Func<IReadOnlyList<ReportingVariable>, WeightedStudy> behind,
        Gate gate,
        DataState state
    )
    {
        var table = lattice.Table([asked.Land], []);
        var weighted = behind([asked.Land]);
        var joint = weighted.Joint([weighted.TableBy([asked.Land]), weighted.TableBy([])], new CellMeasure.Score(asked.Node.Index));
        int[] shown = [.. Enumerable.Range(0, table.Cells.Count).Where(place => IsCompared(table.Cells[place], joint, place))];
        var laender = new ComparedLand[table.Cells.Count];
        var (together, alone) = RanksOf(joint, shown, Array.ConvertAll(shown, place => table.Cells[place].Figure.Estimate!.Value));
        var toGermany = shown.Select(place => Contrasts.Difference(joint, place, table.Cells.Count)).ToArray();
        var adjusted = Holm.Of([.. toGermany.Select(difference => difference.P)]).P;
        var mixes = LandMixes.Of(asked, lattice, behind, gate);
        for (var place = 0; place < laender.Length; place++)
        {
            var at = Array.IndexOf(shown, place);
            var cell = table.Cells[place];
            laender[place] = new(cell)
            {
                Rank = at < 0 ? null : together[at],
                RankAlone = at < 0 ? null : alone[at],
                ToGermany = at < 0 ? null : gate.Difference(toGermany[at], cell.Figure, table.Total.Figure),
                AdjustedP = at < 0 ? double.NaN : Rounding.Probability(adjusted[at]),
                Mix = mixes.GetValueOrDefault(cell.Codes[0]),
            };
        }

        return new(study, new(asked, table, laender, PairsOf(table, joint, shown, gate)), state);
    }

    private static bool IsCompared(IndexCell cell, JointEstimates joint, int place) =>
        cell.Figure.Estimate is not null && joint.IsKnown(place);

    /// <param name="told">The figures as they are shown: rounded ones share a rank where they are equal, as their order is not
    /// told.</param>
    private static (IReadOnlyList<RankSet> Together, IReadOnlyList<RankSet> Alone) RanksOf(
        JointEstimates joint,
        int[] shown,
        IReadOnlyList<double> told
    )
    {
        if (shown.Length == 0)
        {
            return ([], []);
        }

        var (values, covariance) = (new double[shown.Length], new double[shown.Length, shown.Length]);
        for (var one = 0; one < shown.Length; one++)
        {
            values[one] = joint.Value(shown[one]);
            for (var other = 0; other < shown.Length; other++)
            {
                covariance[one, other] = joint.Covariance(shown[one], shown[other]);
            }
        }

        var law = new RankLaw(new(values, covariance, joint.DegreesOfFreedom), Draws, Seed);
        var ranks = Ranking.Competition(told);
        return (Sets(RankCoverage.Simultaneous), Sets(RankCoverage.Marginal));

        IReadOnlyList<RankSet> Sets(RankCoverage coverage)
        {
            return
            [
                .. law.Sets(values, new(coverage, Level: Level))
                    .Zip(ranks, (set, rank) => new RankSet(rank!.Value, Math.Min(set!.Best, rank.Value), Math.Max(set.Worst, rank.Value))),
            ];
        }
    }

    private static ComparedPair[] PairsOf(IndexTable table, JointEstimates joint, int[] shown, Gate gate)
    {
        var pairs = shown.SelectMany((one, at) => shown.Skip(at + 1).Select(other => (One: one, Other: other))).ToArray();
        var differences = pairs.Select(pair => Contrasts.Difference(joint, pair.One, pair.Other)).ToArray();
        var adjusted = Holm.Of([.. differences.Select(difference => difference.P)]).P;
        return
        [
            .. pairs.Select(
                (pair, at) =>
                    new ComparedPair(
                        table.Cells[pair.One].Codes[0],
                        table.Cells[pair.Other].Codes[0],
                        gate.Difference(differences[at], table.Cells[pair.One].Figure, table.Cells[pair.Other].Figure)!,
                        Rounding.Probability(adjusted[at])
                    )
            ),
        ];
    }
}
