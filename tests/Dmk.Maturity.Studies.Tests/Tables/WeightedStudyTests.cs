using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Weights of a study as its file declares them: trimmed, calibrated to the frame, and what operators see of them.</summary>
public sealed class WeightedStudyTests
{
    private static readonly int _nodes = SmallSurvey.Model.Nodes.Count;

    [Theory]
    [InlineData("raking")]
    [InlineData("linear")]
    [InlineData("logit, bounds: [0.05, 20]")]
    public void Calibrated_respondents_stand_for_as_many_of_every_category_as_the_frame_has(string distance)
    {
        var design = Weighted($"calibrate: {{ margins: [[land], [sector], [size]], distance: {distance} }}");
        var study = SimulatedStudy.Of(design, _nodes, 30, 4);

        var before = WeightedStudy.Of(SmallStudy.Design, study.Frame, study.Moments()).Diagnostics;
        var after = WeightedStudy.Of(design, study.Frame, study.Moments()).Diagnostics;

        Assert.Contains(before.Domains, domain => Math.Abs(domain.Estimated - domain.Frame) > 1);
        Assert.All(after.Domains, domain => Assert.Equal(domain.Frame, domain.Estimated, 1e-6));
        Assert.True(after.Factors.Smallest < 1 && after.Factors.Largest > 1);
    }

    [Fact]
    public void Calibration_takes_out_of_the_standard_error_what_the_margins_explain()
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 30, 4);
        // Scores that follow from the sector: the estimate of the whole is then known from the frame.
        study = study with
        {
            Respondents = [.. study.Respondents.Select(one => one with { Scores = [.. Enumerable.Repeat(Expected(one.Cell), _nodes)] })],
        };
        var design = Weighted("calibrate: { margins: [[sector]] }");

        var before = Total(study);
        var after = Total(study with { Design = design });

        Assert.True(before.StandardError > 0.1);
        Assert.Equal(0, after.StandardError, 1e-7);
        var (sum, companies) = (
            study.Frame.Sum(stratum => stratum.Population * Expected(stratum.Cell)),
            study.Frame.Sum(stratum => stratum.Population)
        );
        Assert.Equal(sum / companies, after.Value, 1e-7);

        static double Expected(ReportingCell cell)
        {
            return 20 + (10 * (cell[1][0] - 'p'));
        }
    }

    [Fact]
    public void A_margin_that_nobody_of_the_respondents_fills_is_named()
    {
        var (answered, silent) = (ReportingCell.Of("A", "p", "S1"), ReportingCell.Of("A", "q", "S1"));
        var scores = Enumerable.Repeat(20.0, _nodes).ToArray();
        Respondent[] respondents = [.. Enumerable.Repeat(new Respondent(answered, answered, scores), 4)];
        var study = new SimulatedStudy(
            Weighted("calibrate: { margins: [[sector]] }"),
            [new(answered, 70, 10), new(silent, 70, 10)],
            respondents
        );

        var refusal = Assert.Throws<ResultRequestException>(() => Total(study));

        Assert.Equal("WEIGHTS_IMPOSSIBLE", refusal.Code);
        Assert.Contains("sector=q has the total 70", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Trimmed_weights_have_a_bound_and_the_same_sum()
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 30, 4);
        var before = WeightedStudy.Of(SmallStudy.Design, study.Frame, study.Moments()).Diagnostics;

        var after = WeightedStudy.Of(Weighted("trim: 3"), study.Frame, study.Moments()).Diagnostics;

        var (sumBefore, sumAfter) = (Land(before).Sum(one => one.Estimated), Land(after).Sum(one => one.Estimated));
        Assert.Equal(sumBefore, sumAfter, 1e-6);
        Assert.True(before.Weights.Largest > 3 * sumBefore / before.Respondents);
        Assert.Equal(3 * sumAfter / after.Respondents, after.Weights.Largest, 1e-9);

        static IEnumerable<WeightedDomain> Land(WeightDiagnostics weights)
        {
            return weights.Domains.Where(domain => domain.Variable.Id == ReportingVariable.Land);
        }
    }

    [Fact]
    public void Without_finite_population_correction_standard_errors_are_larger()
    {
        var study = SimulatedStudy.Of(SmallStudy.Design, _nodes, 30, 4);

        Assert.True(Total(study with { Design = Weighted("finitePopulation: none") }).StandardError > Total(study).StandardError);
    }

    [Fact]
    public void A_company_that_mistyped_its_size_stands_among_the_largest_pulls()
    {
        var (small, large) = (ReportingCell.Of("A", "p", "S1"), ReportingCell.Of("A", "p", "S3"));
        Respondent[] respondents =
        [
            .. Enumerable.Range(0, 10).Select(i => new Respondent(small, small, Scores(20 + i))),
            new(small, large, Scores(90)),
            .. Enumerable.Range(0, 10).Select(i => new Respondent(large, large, Scores(80 + i))),
        ];
        var study = new SimulatedStudy(SmallStudy.Design, [new(small, 11_000, 50), new(large, 10, 10)], respondents);

        var weights = WeightedStudy.Of(study.Design, study.Frame, study.Moments()).Diagnostics;

        Assert.Equal((small, large, 1), (weights.Largest[0].Stratum, weights.Largest[0].Cell, weights.Largest[0].Respondents));
        Assert.Equal(1000, weights.Largest[0].Weight, 1e-9);
        var domain = Assert.Single(weights.Domains, one => one is { Variable.Id: "size", Code: "S3" });
        Assert.Equal((10, 11), (domain.Frame, domain.Respondents));
        Assert.Equal(1010, domain.Estimated, 1e-9);

        static double[] Scores(double score)
        {
            return [.. Enumerable.Repeat(score, _nodes)];
        }
    }

    [Fact]
    public void What_everybody_in_a_Land_has_is_withheld_from_operators_where_few_of_a_size_follow_from_it()
    {
        // Of A two small companies are withheld, and all of A have 0, so that these would have 0, too.
        Respondent[] respondents =
        [
            .. In("A", "S1", 2, 0),
            .. In("A", "S2", 9, 0),
            .. In("B", "S1", 8, 60),
            .. In("B", "S2", 9, 40),
            .. In("C", "S1", 2, 30),
            .. In("C", "S2", 20, 50),
        ];
        FrameStratum[] frame = [.. respondents.GroupBy(one => one.Stratum).Select(one => new FrameStratum(one.Key, 100, one.Count()))];
        var study = new SimulatedStudy(SmallStudy.Design, frame, respondents);
        var model = SmallSurvey.Model;

        var lattice = WeightedStudy
            .Of(study.Design, study.Frame, study.Moments())
            .Protect(model, model.Nodes[0], new(Role.Operator, null, "operator"));

        Assert.Equal(CellStatus.FewRespondents, Status("land,size", "A", "S1"));
        Assert.Equal(CellStatus.ProtectsAnother, Status("land", "A"));
        Assert.Equal(CellStatus.ProtectsAnother, Status("land", "B"));

        CellStatus Status(string table, params string[] codes)
        {
            var cells = lattice.Table(study.Design.Table(table.Split(','))!, []).Cells;
            return cells.Single(cell => cell.Codes.SequenceEqual(codes)).Figure.Status;
        }

        static IEnumerable<Respondent> In(string land, string size, int companies, double score)
        {
            var cell = ReportingCell.Of(land, "p", size);
            return Enumerable
                .Range(0, companies)
                .Select(i => new Respondent(cell, cell, [.. Enumerable.Repeat(score == 0 ? 0 : score + i, _nodes)]));
        }
    }

    [Fact]
    public void An_index_with_the_declared_weights_of_its_dimensions_is_the_index()
    {
        var model = SmallSurvey.Model;
        var layout = StudyMoments.LayoutOf(model);
        var random = new Random(7);
        int[] dimensions = [.. layout.Crossed.Skip(1)];
        double[] declared = [.. dimensions.Select(dimension => model.Nodes[dimension].Weight)];
        var moments = new CellMoments(layout);
        for (var company = 0; company < 200; company++)
        {
            var scores = Enumerable.Repeat(double.NaN, _nodes).ToArray();
            var (sum, weight) = (0.0, 0.0);
            for (var one = 0; one < dimensions.Length; one++)
            {
                if (random.NextDouble() < 0.8)
                {
                    scores[dimensions[one]] = 100 * random.NextDouble();
                    (sum, weight) = (sum + (declared[one] * scores[dimensions[one]]), weight + declared[one]);
                }
            }

            scores[0] = weight > 0 ? sum / weight : double.NaN;
            moments.Add(scores);
        }

        var estimates = new CellEstimates(WeightedCells.Of([new(0, 0, moments)], Weighting.Given([30], [6000])), new());
        var index = estimates.Means(new CellMeasure.Score(0), CellPartition.Whole(1))[0]!;
        var whatIf = estimates.Means(new CellMeasure.WhatIf([0, .. declared], Needed: 0), CellPartition.Whole(1))[0]!;

        Assert.Equal(index.Respondents, whatIf.Respondents);
        Assert.Equal(index.Value, whatIf.Value, 1e-9);
        Assert.Equal(index.StandardError, whatIf.StandardError, 1e-9);
        Assert.NotEqual(
            index.Value,
            estimates.Means(
                new CellMeasure.WhatIf([0, .. declared.Select((weight, i) => i == 0 ? 10 * weight : weight)], Needed: 0),
                CellPartition.Whole(1)
            )[0]!.Value,
            0.01
        );
    }

    private static StudyDesign Weighted(string rule) =>
        StudyDesign
            .Parse(
                SmallStudy.Yaml.Replace("weights:\n", $"weights:\n  {rule}\n", StringComparison.Ordinal),
                "study.yaml",
                SmallSurvey.Classifications
            )
            .OrThrow();

    private static Estimate Total(SimulatedStudy study) =>
        WeightedStudy
            .Of(study.Design, study.Frame, study.Moments())
            .Protect(SmallSurvey.Model, SmallSurvey.Model.Nodes[0], TestGate.Economist)
            .Table([], [])
            .Total.Figure.Estimate!;
}
