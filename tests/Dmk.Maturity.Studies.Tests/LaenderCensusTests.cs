using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>The census of the sixteen Länder: definition, scores by hand, and a table from all of them and from all but one.</summary>
public class LaenderCensusTests
{
    private static readonly IndexModel _model = DefinitionFiles.LaenderModel.OrThrow();
    private static readonly StudyDesign _study = StudyFiles.Laender.OrThrow();
    private static readonly string[] _laender = [.. _study.Land.Classification.Entries.Select(entry => entry.Code)];
    private static readonly FrameStratum[] _frame = [.. _laender.Select(land => new FrameStratum(new(land, ""), 1, 1))];

    [Fact]
    public void The_files_have_no_problem_and_fit_each_other()
    {
        Assert.Empty(DefinitionFiles.LaenderModel.Problems);
        Assert.Empty(StudyFiles.Laender.Problems);
        Assert.Empty(_study.Check(DefinitionFiles.Laender));
        Assert.Contains(new(_model.Id, _model.Version), _study.Indices);
    }

    [Fact]
    public void Six_dimensions_and_four_levels() =>
        Assert.Equal((6, 4), (_model.Nodes.Count(node => node.Depth == 1), _model.Levels.Count));

    [Theory]
    // Vacancies: 15 of 100 full-time equivalents are half of 30 %, and bad when high; 10 of 50 heads near retirement are half of 40 %.
    [InlineData("it_headcount=90 it_fte=85 it_vacant=15", "staff-vacant", 50)]
    [InlineData("it_headcount=90 it_fte=85 it_vacant=15", "staff", double.NaN)]
    [InlineData("it_headcount=50 it_fte=40 it_vacant=0 it_retiring=10 trainees=0", "staff", (200 + 50 + 0) / 5.0)]
    [InlineData(
        "it_headcount=50 it_fte=40 it_vacant=40 it_retiring=0 trainees=3 trainees_finished=4 trainees_kept=3",
        "staff",
        (0 + 100 + 80 + 75) / 6.0
    )]
    // Without specialists nothing can be vacant of them: left out, and so is what is divided by them.
    [InlineData("it_headcount=0 it_vacant=2 trainees=5", "staff", double.NaN)]
    [InlineData("it_advertised=10 it_filled=9", "recruiting-filled", 100)]
    [InlineData("it_advertised=10 it_filled=0", "recruiting-filled", 0)]
    [InlineData("it_advertised=0", "recruiting-filled", double.NaN)]
    [InlineData("it_advertised=10 it_filled=9 weeks_to_fill=8", "recruiting-weeks", 100)]
    [InlineData("it_advertised=10 it_filled=9 weeks_to_fill=9", "recruiting-weeks", 75)]
    [InlineData("it_advertised=10 it_filled=9 weeks_to_fill=31", "recruiting-weeks", 0)]
    [InlineData("it_advertised=10 it_filled=0", "recruiting-weeks", double.NaN)]
    [InlineData(
        "pay_tools.allowance=regular pay_tools.step=cases pay_tools.bonus=notApplicable! pay_tools.permanent=never "
            + "pay_tools.civil_service=dontKnow!",
        "recruiting-pay",
        50
    )]
    [InlineData(
        "training_digital=25 training_ai=30 learning.platform=all learning.basics=some learning.ai=planned "
            + "learning.leaders=dontKnow! learning.changers=refused!",
        "further-training",
        (50 + 100 + (2 * 65)) / 4.0
    )]
    [InlineData("economy_measures=stem|women|other", "economy-measures", 100 / 3.0)]
    public void A_node_scores_as_by_hand(string answers, string node, double score) =>
        Assert.Equal(
            score,
            DefinitionFiles.Score(_model, DefinitionFiles.Laender, DefinitionFiles.Answers(DefinitionFiles.Laender, answers), node),
            1e-12
        );

    [Fact]
    public void Whatever_is_answered_is_scored_within_the_scale()
    {
        var random = new Random(16);
        for (var i = 0; i < 1000; i++)
        {
            var scores = _model.Score(Interview.Of(DefinitionFiles.Laender, RandomAnswers.To(DefinitionFiles.Laender, random)));
            Assert.All(scores, score => Assert.True(double.IsNaN(score) || score is >= 0 and <= 100));
        }
    }

    [Fact]
    public void Where_all_sixteen_answer_every_figure_is_exact()
    {
        var (scores, table) = Table(without: null);

        Assert.Equal(scores.Values.Average(), table.Total.Figure.Estimate!.Value, 1e-9);
        Assert.Equal(
            (0.0, 16L, CellStatus.Published),
            (table.Total.Figure.Estimate.StandardError, table.Total.Figure.Estimate.Respondents, table.Total.Figure.Status)
        );
        Assert.Equal(_laender, table.Cells.Select(cell => cell.Codes[0]));
        Assert.All(
            table.Cells,
            cell =>
            {
                Assert.Equal(CellStatus.Published, cell.Figure.Status);
                Assert.Equal(scores[cell.Codes[0]], cell.Figure.Estimate!.Value, 1e-9);
                Assert.Equal(0, cell.Figure.Estimate.StandardError);
            }
        );
    }

    [Fact]
    public void Where_one_is_missing_its_cell_is_empty_and_the_mean_is_uncertain()
    {
        var (scores, table) = Table(without: "SL");
        var (mean, count) = (scores.Values.Average(), scores.Count);
        var variance = scores.Values.Sum(score => (score - mean) * (score - mean)) / (count - 1);

        Assert.Equal(mean, table.Total.Figure.Estimate!.Value, 1e-9);
        Assert.Equal(Math.Sqrt((1 - (15 / 16.0)) * variance / 15), table.Total.Figure.Estimate.StandardError, 1e-9);
        Assert.Equal(16, table.Total.Figure.Estimate.Population, 1e-9);
        Assert.Equal(CellStatus.NoRespondents, table.Cells.Single(cell => cell.Codes[0] == "SL").Figure.Status);
        Assert.All(
            table.Cells.Where(cell => cell.Codes[0] != "SL"),
            cell =>
            {
                Assert.Equal(CellStatus.Published, cell.Figure.Status);
                Assert.Equal(scores[cell.Codes[0]], cell.Figure.Estimate!.Value, 1e-9);
                Assert.Equal(0, cell.Figure.Estimate.StandardError);
            }
        );
    }

    private static (Dictionary<string, double> Scores, IndexTable Table) Table(string? without)
    {
        var random = new Random(2027);
        var moments = new StudyMoments(_model.Nodes.Count);
        var totals = new Dictionary<string, double>();
        foreach (var land in _laender.Where(land => land != without))
        {
            var answers = RandomAnswers.To(DefinitionFiles.Laender, random).With("land", new Answer.Coded(land));
            while (double.IsNaN(_model.Score(Interview.Of(DefinitionFiles.Laender, answers))[0]))
            {
                answers = RandomAnswers.To(DefinitionFiles.Laender, random).With("land", new Answer.Coded(land));
            }

            var interview = Interview.Of(DefinitionFiles.Laender, answers);
            var scores = _model.Score(interview);
            var frame = _study.InFrame(land);
            moments.At(frame, _study.CellOf(frame, interview)).Add(scores);
            totals.Add(land, scores[0]);
        }

        return (
            totals,
            IndexTable.Of(WeightedStudy.Of(_study, _frame, moments), _model, _model.Nodes[0], [_study.Land], TestGate.Economist)
        );
    }
}
