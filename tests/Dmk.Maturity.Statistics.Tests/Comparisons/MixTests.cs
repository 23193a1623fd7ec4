using CsCheck;
using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Standardised means and Kitagawa's decomposition: the pilot study's as in base R to 1e-9 (see reference/README.md), and by
/// laws.</summary>
public sealed class MixTests
{
    private const double Tolerance = 1e-9;

    private static readonly string[] _kinds = ["sector_x_size", "sector", "size"];

    public static TheoryData<string, string> Mixes =>
        [.. _kinds.SelectMany(kind => new[] { (kind, "with_frame_shares"), (kind, "with_estimated_shares") })];

    public static TheoryData<string> Kinds => [.. _kinds];

    [Theory]
    [MemberData(nameof(Mixes))]
    public void Standardised_means_are_those_of_R(string kind, string shares)
    {
        var cells = CellsOf(kind);
        var mix = shares == "with_frame_shares" ? FrameMix(kind, cells) : WeightsOf(kind, cells, _ => true);
        var rows = Reference.Rows("pilot-standardised.csv").Where(row => row["cells"] == kind && row["shares"] == shares).ToArray();
        Assert.Equal(16, rows.Length);
        var means = rows.Select(row => Standardised(row["land"], kind, cells, mix)).ToArray();
        var ranks = Ranking.Competition([.. means.Select(one => one.Left.Mean.Value)]);
        var borrowedRanks = Ranking.Competition([.. means.Select(one => one.Borrowed.Mean.Value)]);
        foreach (var (row, (left, borrowed), at) in rows.Zip(means, Enumerable.Range(0, 16)))
        {
            var what = $"{kind} {row["land"]}";
            Reference.Equal(row.Number("std_renormalised"), left.Mean.Value, Tolerance, what);
            Reference.Equal(row.Number("std_borrow_national"), borrowed.Mean.Value, Tolerance, $"{what} borrowed");
            Reference.Equal(row.Number("se_renormalised"), left.Mean.StandardError, Tolerance, $"{what} se");
            Reference.Equal(row.Number("se_borrow_national"), borrowed.Mean.StandardError, Tolerance, $"{what} borrowed se");
            Reference.Equal(row.Number("share_covered"), left.Covered, Tolerance, $"{what} covered");
            Assert.Equal(row.Whole("cells_empty"), left.Empty);
            Assert.Equal((row.Whole("rank_renormalised"), row.Whole("rank_borrow_national")), (ranks[at]!.Value, borrowedRanks[at]!.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Parts_of_a_gap_are_those_of_R_and_add_up(string kind)
    {
        var cells = CellsOf(kind);
        var rows = Reference.Rows("pilot-kitagawa.csv").Where(row => row["cells"] == kind).ToArray();
        Assert.Equal(16, rows.Length);
        foreach (var row in rows)
        {
            var land = row["land"];
            var parts = KitagawaDecomposition.Of(
                Means(land, kind, cells),
                WeightsOf(kind, cells, one => one.Land == land),
                WeightsOf(kind, cells, _ => true)
            );

            // Differences of sums around 50 carry the rounding of those sums; the file's do, too.
            void Close(string column, Comparison part)
            {
                Assert.True(
                    Math.Abs(row.Number(column) - part.Value) <= Tolerance * Math.Max(Math.Abs(part.Value), 1e-4),
                    $"{land} {column}"
                );
            }

            Close("difference", parts.Difference);
            Close("composition", parts.Composition);
            Close("within", parts.Within);
            Close("three_fold_endowment", parts.Endowment);
            Close("three_fold_rate", parts.Rate);
            Close("three_fold_interaction", parts.Interaction);
            Assert.True(parts.Within.StandardError > 0 && parts.Composition.StandardError > 0);
            AddUp(parts);
        }
    }

    /// <summary>A law: whatever the cells, the parts add up to the gap, exchanging domain and reference turns the signs, and the scale of
    /// the weights does not matter.</summary>
    [Fact]
    public void Parts_of_any_gap_add_up() =>
        Gen.Select(Gen.Double[-1000, 1000], Gen.Double[-1000, 1000], Gen.Double[0.001, 10], Gen.Double[0.001, 10], Gen.Int[0, 5])
            .Array[1, 60]
            .Sample(cells =>
            {
                // One in six has no companies in the domain, one in six none in the reference; the first cell has both.
                var own = cells.Select((cell, at) => at > 0 && cell.Item5 == 0 ? 0 : cell.Item3).ToArray();
                var others = cells.Select((cell, at) => at > 0 && cell.Item5 == 1 ? 0 : cell.Item4).ToArray();
                var y = cells.Select((cell, at) => own[at] == 0 ? double.NaN : cell.Item1).ToArray();
                var z = cells.Select((cell, at) => others[at] == 0 ? double.NaN : cell.Item2).ToArray();

                var parts = KitagawaDecomposition.Of(JointEstimates.WithoutErrors([.. y, .. z]), own, others);
                var turned = KitagawaDecomposition.Of(
                    JointEstimates.WithoutErrors([.. z, .. y]),
                    others,
                    [.. own.Select(one => 1000 * one)]
                );

                AddUp(parts);
                Assert.Equal(parts.Composition.Value, -turned.Composition.Value, 1e-9);
                Assert.Equal(parts.Within.Value, -turned.Within.Value, 1e-9);
                Assert.True(double.IsNaN(parts.Within.StandardError) && !double.IsNaN(parts.Within.Value));
            });

    [Fact]
    public void The_same_mix_leaves_nothing_to_composition_and_equal_cells_nothing_to_within()
    {
        var means = JointEstimates.Independent([60, 40, 50, 30], [1, 2, 3, 4]);

        var sameMix = KitagawaDecomposition.Of(means, [1, 3], [2, 6]);
        var sameMeans = KitagawaDecomposition.Of(JointEstimates.Independent([50, 30, 50, 30], [1, 2, 3, 4]), [1, 3], [1, 1]);

        Assert.Equal((0, 0), (sameMix.Composition.Value, sameMix.Composition.StandardError));
        Assert.Equal(10, sameMix.Within.Value, 12);
        Assert.Equal(Math.Sqrt((10 + (9 * 20)) / 16.0), sameMix.Within.StandardError, 12);
        Assert.Equal((-5, 0), (sameMeans.Composition.Value, sameMeans.Within.Value));
    }

    /// <summary>By hand: (0.2 x 60 + 0.3 x 40) / 0.5, and with 0.5 of the lender's 20; the lender's error and the covariance with it
    /// count.</summary>
    [Fact]
    public void An_empty_cell_is_left_out_or_borrowed_with_its_error()
    {
        var covariance = Matrix<double>.Build.DenseIdentity(6);
        covariance[0, 5] = covariance[5, 0] = 0.5;
        var cells = new JointEstimates([60, 40, double.NaN, 0, 0, 20], covariance);
        var own = JointEstimates.Independent([60, 40, double.NaN], [1, 1, 1]);

        var left = StandardisedMean.Of(own, [2, 3, 5], EmptyCells.Renormalise);
        var borrowed = StandardisedMean.Of(cells, [2, 3, 5], EmptyCells.Borrow);

        Assert.Equal(48, left.Mean.Value, 12);
        Assert.Equal(Math.Sqrt(0.16 + 0.36), left.Mean.StandardError, 12);
        Assert.Equal((1, 0.5), (left.Empty, left.Covered));
        Assert.Equal(34, borrowed.Mean.Value, 12);
        Assert.Equal(Math.Sqrt(0.04 + 0.09 + 0.25 + (2 * 0.2 * 0.5 * 0.5)), borrowed.Mean.StandardError, 12);
        Assert.True(double.IsNaN(StandardisedMean.Of(own, [0, 0, 1], EmptyCells.Renormalise).Mean.Value));
        Assert.Equal(60, StandardisedMean.Of(own, [1, 0, 0], EmptyCells.Renormalise).Mean.Value);
    }

    [Fact]
    public void Refusals_name_the_cell()
    {
        var means = JointEstimates.WithoutErrors([60, double.NaN, 50, 30]);
        Assert.StartsWith(
            "Cell 1 has a weight and no mean",
            Refused(() => KitagawaDecomposition.Of(means, [1, 1], [1, 1])),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The weight of cell 0 is -1",
            Refused(() => KitagawaDecomposition.Of(means, [-1, 1], [1, 1])),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "All weights are 0",
            Refused(() => StandardisedMean.Of(means, [0, 0, 0, 0], EmptyCells.Renormalise)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "A mix of 3 cells needs 6",
            Refused(() => StandardisedMean.Of(means, [1, 1, 1], EmptyCells.Borrow)),
            StringComparison.Ordinal
        );
    }

    private static void AddUp(KitagawaDecomposition parts)
    {
        var scale = Math.Max(1, Math.Abs(parts.Composition.Value) + Math.Abs(parts.Within.Value));
        Assert.Equal(parts.Difference.Value, parts.Composition.Value + parts.Within.Value, 1e-12 * scale);
        Assert.Equal(
            parts.Difference.Value,
            parts.Endowment.Value + parts.Rate.Value + parts.Interaction.Value,
            1e-12 * Math.Max(scale, Math.Abs(parts.Endowment.Value) + Math.Abs(parts.Interaction.Value))
        );
    }

    private static (StandardisedMean Left, StandardisedMean Borrowed) Standardised(
        string land,
        string kind,
        List<string> cells,
        double[] mix
    )
    {
        var own = PilotDomains.Of(cells.Count, one => one.Land == land ? [cells.IndexOf(CellOf(one, kind))] : []);
        return (
            StandardisedMean.Of(own, mix, EmptyCells.Renormalise),
            StandardisedMean.Of(Means(land, kind, cells), mix, EmptyCells.Borrow)
        );
    }

    /// <summary>The cells of a Land, then those of Germany.</summary>
    private static JointEstimates Means(string land, string kind, List<string> cells) =>
        PilotDomains.Of(
            2 * cells.Count,
            one =>
            {
                var cell = cells.IndexOf(CellOf(one, kind));
                return one.Land == land ? [cell, cell + cells.Count] : [cell + cells.Count];
            }
        );

    private static double[] WeightsOf(string kind, List<string> cells, Func<PilotRespondent, bool> isMeant)
    {
        var weights = new double[cells.Count];
        foreach (var one in PilotDomains.Respondents().Where(one => !double.IsNaN(one.Index) && isMeant(one)))
        {
            weights[cells.IndexOf(CellOf(one, kind))] += one.Weight;
        }

        return weights;
    }

    private static double[] FrameMix(string kind, List<string> cells)
    {
        var mix = new double[cells.Count];
        foreach (var row in Pilot.StrataRows)
        {
            mix[cells.IndexOf(CellOf(row["sector"], row["size"], kind))] += row.Whole("N");
        }

        return mix;
    }

    private static List<string> CellsOf(string kind) =>
        [.. Pilot.StrataRows.Select(row => CellOf(row["sector"], row["size"], kind)).Distinct()];

    private static string CellOf(PilotRespondent one, string kind) => CellOf(one.Sector, one.Size, kind);

    private static string CellOf(string sector, string size, string kind) =>
        kind switch
        {
            "sector" => sector,
            "size" => size,
            _ => $"{sector}|{size}",
        };

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
