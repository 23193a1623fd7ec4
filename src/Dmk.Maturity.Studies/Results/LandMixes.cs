using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Works out what of each Land's distance to Germany comes from its mix of companies.</summary>
/// <remarks>Of the companies in the table of the Land by the variables of the mix. A mix is taken as known.</remarks>
internal static class LandMixes
{
    /// <returns>By the code of the Land; those are missing of which the parts would tell withheld cells, and those without a
    /// figure.</returns>
    public static IReadOnlyDictionary<string, LandMix> Of(
        RequestedComparison asked,
        ProtectedLattice lattice,
        Func<IReadOnlyList<ReportingVariable>, WeightedStudy> behind,
        Gate gate
    )
    {
        if (asked.Mix.Count == 0)
        {
            return new Dictionary<string, LandMix>();
        }

        ReportingVariable[] by = [asked.Land, .. asked.Mix];
        var weighted = behind([.. by.OrderBy(variable => variable.Order)]);
        var (fine, national) = (weighted.TableBy([.. by.OrderBy(variable => variable.Order)]), TableOf(weighted, asked.Mix));
        if (national is null)
        {
            return new Dictionary<string, LandMix>();
        }

        var joint = weighted.Joint([fine, national], new CellMeasure.Score(asked.Node.Index));
        var weights = Weights(weighted, [fine, national], asked);
        var figures = lattice.Table(by, []).Cells.ToDictionary(cell => string.Join('|', cell.Codes), cell => cell.Figure);
        var places = fine.Cells.Index().ToDictionary(cell => Key(cell.Item, by), cell => cell.Index);
        var found = new Dictionary<string, LandMix>(StringComparer.Ordinal);
        foreach (var land in asked.Land.PossibleCodes)
        {
            // Per kind of company its place in the Land, -1 where there is none, and in Germany.
            var kinds = national
                .Cells.Select(
                    (cell, kind) => (Own: places.GetValueOrDefault($"{land}|{Key(cell, asked.Mix)}", -1), Whole: fine.Cells.Count + kind)
                )
                .Where(kind => joint.IsKnown(kind.Whole))
                .ToArray();
            var cells = kinds.Where(kind => kind.Own >= 0).Select(kind => figures[Key(fine.Cells[kind.Own], by)]).ToArray();
            if (kinds.Any(kind => IsIn(joint, kind.Own)) && MixOf(joint, weights, kinds, cells, gate) is { } mix)
            {
                found.Add(land, mix);
            }
        }

        return found;
    }

    private static LandMix? MixOf(JointEstimates joint, double[] weights, (int Own, int Whole)[] kinds, PublishedFigure[] cells, Gate gate)
    {
        var means = Means(joint, kinds);
        var own = kinds.Select(kind => IsIn(joint, kind.Own) ? weights[kind.Own] : 0).ToArray();
        var whole = kinds.Select(kind => weights[kind.Whole]).ToArray();
        var standardised = StandardisedMean.Of(means, whole, EmptyCells.Borrow);
        var parts = KitagawaDecomposition.Of(means, own, whole);
        return
            gate.Combination(standardised.Mean, cells) is { } adjusted
            && gate.Combination(parts.Difference, cells) is { } difference
            && gate.Combination(parts.Composition, cells) is { } composition
            && gate.Combination(parts.Within, cells) is { } within
            ? new(adjusted, Math.Round(standardised.Covered, 3), difference, composition, within)
            : null;
    }

    /// <summary>The means of the Land's kinds, then those of Germany's, with their covariances. A kind of which the Land has a single
    /// company with a score has no error, so Germany's stands in for it.</summary>
    private static JointEstimates Means(JointEstimates joint, (int Own, int Whole)[] kinds)
    {
        int[] elements = [.. kinds.Select(kind => IsIn(joint, kind.Own) ? kind.Own : -1), .. kinds.Select(kind => kind.Whole)];
        var (values, covariance) = (new double[elements.Length], new double[elements.Length, elements.Length]);
        for (var one = 0; one < elements.Length; one++)
        {
            values[one] = elements[one] < 0 ? double.NaN : joint.Value(elements[one]);
            for (var other = 0; other < elements.Length; other++)
            {
                covariance[one, other] =
                    elements[one] < 0 || elements[other] < 0 ? double.NaN : joint.Covariance(elements[one], elements[other]);
            }
        }

        return new(values, covariance, joint.DegreesOfFreedom);
    }

    private static bool IsIn(JointEstimates joint, int own) => own >= 0 && joint.IsKnown(own);

    private static double[] Weights(WeightedStudy weighted, LatticeTable[] tables, RequestedComparison asked) =>
        [
            .. tables.SelectMany(table =>
                weighted.RawCells(table, asked.Model, asked.Node, NodeMeasure.OfScores).Select(cell => cell.Estimate?.Population ?? 0)
            ),
        ];

    private static LatticeTable? TableOf(WeightedStudy weighted, IReadOnlyList<ReportingVariable> by) =>
        weighted.Design.Table([.. by.Select(one => one.Id)]) is { } declared ? weighted.TableBy(declared) : null;

    private static string Key(TableCell cell, IReadOnlyList<ReportingVariable> by) =>
        string.Join('|', by.Select(variable => cell.Codes[variable.Order]));
}
