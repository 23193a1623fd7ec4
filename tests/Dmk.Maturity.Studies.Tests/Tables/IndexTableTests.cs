using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

public class IndexTableTests
{
    private static readonly int _nodes = SmallSurvey.Model.Nodes.Count;

    public static TheoryData<string, string, int> Tables =>
        new()
        {
            { "", "total", 1 },
            { "land", "total", 1 },
            { "sector", "ai", 2 },
            { "size", "people", 3 },
            { "land sector", "total", 4 },
            { "land sector", "share", 5 },
            { "land size", "total", 6 },
            { "sector size", "running", 7 },
            { "size land", "hiring", 8 },
        };

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_is_that_of_a_naive_recomputation_from_single_respondents(string by, string node, int seed)
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 12, seed);
        var weights = new NaiveWeights(study);

        var table = TableOf(study, node, by);

        Assert.Contains(table.Cells.Append(table.Total), cell => cell.Figure.Estimate is not null);
        foreach (var cell in table.Cells.Append(table.Total).Where(cell => cell.Figure.Estimate is not null))
        {
            var naive = NaiveEstimate.Of(study, weights, table.Node.Index, InCell(table.By, cell));
            AssertSame(naive, cell);
        }
    }

    [Theory]
    [InlineData("land sector", "total", 1)]
    [InlineData("land size", "ai", 2)]
    public void So_is_a_table_of_the_pilot_study(string by, string node, int seed)
    {
        var model = Repository.Model.OrThrow();
        var study = SimulatedStudy.Of(StudyFiles.Pilot.OrThrow(), model.Nodes.Count, 3, seed);
        var weights = new NaiveWeights(study);

        var table = TableOf(study, node, by, model);

        Assert.Equal(16 * (by == "land sector" ? 13 : 4), table.Cells.Count);
        foreach (var cell in table.Cells.Append(table.Total).Where(cell => cell.Figure.Estimate is not null))
        {
            AssertSame(NaiveEstimate.Of(study, weights, table.Node.Index, InCell(table.By, cell)), cell);
        }
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_cell_says_why_it_has_no_number(string by, string node, int seed)
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 4, seed);

        var table = TableOf(study, node, by);

        foreach (var cell in table.Cells)
        {
            var answered = study.Respondents.Count(one => InCell(table.By, cell)(one.Cell) && !double.IsNaN(one.Scores[table.Node.Index]));
            var inFrame =
                study.Frame.Any(stratum => stratum.Population > 0 && InCell(table.By, cell)(stratum.Cell))
                || study.Respondents.Any(one => InCell(table.By, cell)(one.Cell));
            CellStatus[] possible = (answered, inFrame) switch
            {
                (0, false) => [CellStatus.StructuralZero],
                (0, true) => [CellStatus.NoRespondents],
                (< 3, _) => [CellStatus.FewRespondents],
                _ => [CellStatus.Published, CellStatus.Unreliable, CellStatus.ProtectsAnother],
            };
            Assert.Contains(cell.Figure.Status, possible);
            Assert.Equal(cell.Figure.Status is CellStatus.Published or CellStatus.Unreliable, cell.Figure.Estimate is not null);
            Assert.Equal(
                cell.Figure.Estimate is { } estimate
                && !double.IsNaN(estimate.Lower)
                && SmallSurvey.Model.LevelOf(estimate.Lower) == SmallSurvey.Model.LevelOf(estimate.Upper)
                    ? SmallSurvey.Model.LevelOf(estimate.Value)
                    : null,
                cell.Level
            );
        }
    }

    [Fact]
    public void Cells_stand_in_the_order_of_the_classifications()
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 12, 9);

        Assert.Equal(["A", "B", "C", "D", "E"], TableOf(study, "total", "land").Cells.Select(cell => cell.Codes[0]));
        Assert.Equal(
            ["A p", "A q", "A r", "A s", "B p"],
            TableOf(study, "total", "land sector").Cells.Take(5).Select(cell => string.Join(' ', cell.Codes))
        );
        Assert.Equal(
            ["p A", "p B", "p C", "p D", "p E", "q A"],
            TableOf(study, "total", "sector land").Cells.Take(6).Select(cell => string.Join(' ', cell.Codes))
        );
    }

    [Fact]
    public void The_order_of_the_variables_changes_no_figure()
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 12, 10);

        var one = TableOf(study, "total", "land size").Cells.ToDictionary(cell => (cell.Codes[0], cell.Codes[1]), cell => cell.Figure);
        var other = TableOf(study, "total", "size land").Cells.ToDictionary(cell => (cell.Codes[1], cell.Codes[0]), cell => cell.Figure);

        Assert.Equal(one, other);
    }

    [Fact]
    public void Merged_partitions_give_the_table_of_the_whole_to_the_last_bit_in_any_order()
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 12, 11);
        var merged = new StudyMoments(_nodes);
        foreach (var partition in study.Respondents.Reverse().Chunk(37))
        {
            merged.Merge(SimulatedStudy.Moments(partition));
        }

        var lattice = WeightedStudy
            .Of(study.Design, study.Frame, merged)
            .Protect(SmallSurvey.Model, SmallSurvey.Model.Nodes[0], TestGate.Economist);

        Assert.Equal(
            TableOf(study, "total", "land sector").Cells.Select(cell => cell.Figure.Estimate),
            lattice.Table(Variables("land sector"), []).Cells.Select(cell => cell.Figure.Estimate)
        );
    }

    [Fact]
    public void A_company_that_moved_counts_where_it_is_with_the_weight_of_where_it_was_drawn()
    {
        var (drawnInA, drawnInB) = (ReportingCell.Of("A", "p", "S1"), ReportingCell.Of("B", "p", "S1"));
        FrameStratum[] frame = [new(drawnInA, 40, 4), new(drawnInB, 10, 5)];
        Respondent[] respondents =
        [
            .. Enumerable.Repeat(new Respondent(drawnInA, drawnInA, Scores(20)), 3),
            new(drawnInA, drawnInB, Scores(80)),
            .. Enumerable.Repeat(new Respondent(drawnInB, drawnInB, Scores(50)), 5),
        ];

        var table = TableOf(new(SmallStudy.Design, frame, respondents), "total", "land");

        Assert.Equal([20, ((5 * 2 * 50) + (10 * 80)) / 20.0], table.Cells.Select(cell => cell.Figure.Estimate!.Value));
        Assert.Equal([3, 6], table.Cells.Select(cell => cell.Figure.Estimate!.Respondents));
        Assert.Equal([30, 20], table.Cells.Select(cell => cell.Figure.Estimate!.Population));
        Assert.Equal(50, table.Total.Figure.Estimate!.Population);
    }

    [Fact]
    public void A_cell_into_which_companies_moved_is_a_cell_though_the_frame_has_none()
    {
        var (drawn, now) = (ReportingCell.Of("A", "p", "S1"), ReportingCell.Of("C", "p", "S1"));
        Respondent[] respondents =
        [
            .. Enumerable.Repeat(new Respondent(drawn, drawn, Scores(20)), 4),
            .. Enumerable.Repeat(new Respondent(drawn, now, Scores(60)), 3),
        ];

        var table = TableOf(new(SmallStudy.Design, [new(drawn, 70, 10)], respondents), "total", "land");

        Assert.Equal([("A", 20), ("C", 60)], table.Cells.Select(cell => (cell.Codes[0], cell.Figure.Estimate!.Value)));
    }

    [Fact]
    public void Strata_that_stand_for_others_are_listed()
    {
        var (thin, next, other) = (ReportingCell.Of("A", "p", "S2"), ReportingCell.Of("A", "p", "S1"), ReportingCell.Of("A", "p", "S3"));
        Respondent[] respondents =
        [
            new(thin, thin, Scores(20)),
            .. Enumerable.Repeat(new Respondent(next, next, Scores(60)), 4),
            .. Enumerable.Repeat(new Respondent(other, other, Scores(60)), 3),
        ];

        var table = TableOf(new(SmallStudy.Design, [new(next, 30, 4), new(thin, 10, 3), new(other, 3, 3)], respondents), "total", "");

        Assert.Single(table.Basis.Collapses);
        Assert.Empty(table.Cells);
        Assert.Equal(43, table.Total.Figure.Estimate!.Population, 1e-12);
    }

    [Theory]
    [InlineData("land land")]
    [InlineData("land sector size")]
    public void A_table_outside_of_the_lattice_is_refused(string by)
    {
        var refusal = Assert.Throws<ArgumentException>(() => TableOf(SimulatedStudy.Of(SmallStudy.Design, _nodes, 12, 12), "total", by));

        Assert.Contains("land x sector", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Respondents_from_outside_of_the_frame_are_refused()
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 12, 13);
        var gap = study.Respondents[0].Stratum;

        var refusal = Assert.Throws<ArgumentException>(() =>
            TableOf(study with { Frame = [.. study.Frame.Where(stratum => stratum.Cell != gap)] }, "total", "land")
        );

        Assert.Contains(gap.Land, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_population_without_respondents_or_donor_is_an_error()
    {
        var (answered, silent) = (ReportingCell.Of("A", "p", "S1"), ReportingCell.Of("B", "p", "S1"));
        Respondent[] respondents = [.. Enumerable.Repeat(new Respondent(answered, answered, Scores(20)), 4)];

        Assert.Throws<NoDonorException>(() =>
            TableOf(new(SmallStudy.Design, [new(answered, 70, 10), new(silent, 70, 10)], respondents), "total", "land")
        );
    }

    [Fact]
    public void Where_no_figure_may_rest_on_a_single_respondent_the_answer_names_its_class()
    {
        var (many, one) = (ReportingCell.Of("A", "p", "S1"), ReportingCell.Of("B", "p", "S1"));
        var design = StudyDesign
            .Parse(
                SmallStudy.Yaml.Replace("lonely: adjust", "lonely: fail", StringComparison.Ordinal),
                "study.yaml",
                SmallSurvey.Classifications
            )
            .OrThrow();
        Respondent[] respondents = [.. Enumerable.Repeat(new Respondent(many, many, Scores(20)), 4), new(one, one, Scores(30))];

        var refusal = Assert.Throws<ResultRequestException>(() =>
            TableOf(new(design, [new(many, 70, 10), new(one, 70, 10)], respondents), "total", "land")
        );

        Assert.Equal("LONELY_CLASS", refusal.Code);
        Assert.Contains("The weighting class of B|p|S1 has a single respondent", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_stratum_stands_in_the_frame_once() =>
        Assert.Throws<ArgumentException>(() =>
            WeightedStudy.Of(
                SmallStudy.Design,
                [new(ReportingCell.Of("A", "p", "S1"), 1, 1), new(ReportingCell.Of("A", "p", "S1"), 1, 1)],
                new StudyMoments(_nodes)
            )
        );

    [Fact]
    public void A_frame_has_strata() =>
        Assert.Throws<ArgumentException>(() => WeightedStudy.Of(SmallStudy.Design, [], new StudyMoments(_nodes)));

    [Fact]
    public void Moments_of_another_model_are_refused()
    {
        var study = WeightedStudy.Of(SmallStudy.Design, [new(ReportingCell.Of("A", "p", "S1"), 0, 0)], new StudyMoments(_nodes + 1));

        Assert.Throws<ArgumentException>(() => study.Protect(SmallSurvey.Model, SmallSurvey.Model.Nodes[0], TestGate.Economist));
    }

    [Fact]
    public void A_node_of_another_model_is_refused()
    {
        var study = WeightedStudy.Of(SmallStudy.Design, [new(ReportingCell.Of("A", "p", "S1"), 0, 0)], new StudyMoments(_nodes));

        Assert.Throws<ArgumentException>(() =>
            study.Protect(SmallSurvey.Model, SmallSurvey.Model.Nodes[1] with { Id = "elsewhere" }, TestGate.Economist)
        );
    }

    private static IndexTable TableOf(SimulatedStudy study, string node, string by, IndexModel? model = null) =>
        IndexTable.Of(
            WeightedStudy.Of(study.Design, study.Frame, study.Moments()),
            model ?? SmallSurvey.Model,
            (model ?? SmallSurvey.Model).Node(node)!,
            Variables(by, study.Design),
            TestGate.Economist
        );

    private static ReportingVariable[] Variables(string by, StudyDesign? design = null) =>
        [.. by.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => (design ?? SmallStudy.Design).Variable(id)!)];

    private static double[] Scores(double score) => [.. Enumerable.Repeat(score, _nodes)];

    private static Func<ReportingCell, bool> InCell(IReadOnlyList<ReportingVariable> by, IndexCell cell) =>
        at => cell.Codes.Count == 0 || by.Index().All(one => one.Item.CodeOf(at) == cell.Codes[one.Index]);

    private static void AssertSame(NaiveEstimate naive, IndexCell cell)
    {
        var estimate = cell.Figure.Estimate!;
        Assert.Equal(naive.Respondents, estimate.Respondents);
        Near(naive.Mean, estimate.Value, cell, "mean");
        Near(naive.StandardError, estimate.StandardError, cell, "standard error");
        if (estimate.Method == IntervalMethod.AdjustedLogit)
        {
            Assert.Equal(1, estimate.DegreesOfFreedom / naive.DegreesOfFreedom, 1e-7);
            Near(naive.Upper - naive.Mean, estimate.Upper - estimate.Value, cell, "upper end", 1e-6);
            Near(naive.Mean - naive.Lower, estimate.Value - estimate.Lower, cell, "lower end", 1e-6);
        }
        else
        {
            Assert.True(naive.Respondents == 1 || naive.StandardError < 1e-9, $"{estimate.Method} for {naive}");
        }

        Assert.True(double.IsNaN(estimate.Lower) || (estimate.Lower >= 0 && estimate.Upper <= 100), $"{estimate}");
        Near(naive.Effective, estimate.EffectiveRespondents, cell, "effective respondents");
        Near(naive.Population, estimate.Population, cell, "population");
        Near(naive.StandardError / naive.Mean, estimate.CoefficientOfVariation, cell, "coefficient of variation");
    }

    /// <param name="relative">Ends of intervals are as near as MathNet's quantiles are.</param>
    private static void Near(double expected, double actual, IndexCell cell, string what, double relative = 1e-9) =>
        Assert.True(
            Math.Abs(expected - actual) <= relative * Math.Abs(expected),
            string.Create(CultureInfo.InvariantCulture, $"{string.Join(' ', cell.Codes)}: {what} {actual}, naively {expected}.")
        );
}
