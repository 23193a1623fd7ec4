using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A table that no company has entered, beside a total that is shown: a small study.</summary>
public sealed class UnenteredTableTests
{
    private static readonly StudyDesign _design = StudyDesign.Parse(SmallStudy.Yaml, "study.yaml", SmallSurvey.Classifications).OrThrow();

    private static readonly SimulatedStudy _simulated = SimulatedStudy.Of(_design, SmallSurvey.Model.Nodes.Count, 40, 5);

    private static readonly Study _study = new(
        _design,
        StudyVersion.Of([SmallSurvey.Questionnaire], _ => [SmallSurvey.Model]),
        _simulated.Frame,
        Origin.Synthetic,
        StudyPhase.InField
    );

    [Fact]
    public void Speaks_of_the_companies_of_its_total_and_of_none_in_its_cells()
    {
        var table = Table("land", "sector");

        Assert.NotNull(table.Total.Figure.Estimate);
        Assert.Equal(_simulated.Respondents.Count, table.Basis.Companies);
        Assert.All(table.Cells, cell => Assert.Null(cell.Figure.Estimate));
        Assert.Contains(table.Cells, cell => cell.Figure.Status == CellStatus.NotYetShown);
    }

    private static IndexTable Table(params string[] by)
    {
        var order = new EntryOrder(_design);
        int[] history = [.. order.Tables.Select(table => table.Count > 1 ? Admission.Never : 1)];
        CompanyGroup[] groups =
        [
            .. _simulated.Respondents.Select(one => new CompanyGroup(one.Stratum, one.Cell, ScorePattern.Of([one.Scores]), history, 1)),
        ];
        var moments = new StudyMoments(StudyMoments.LayoutOf(SmallSurvey.Model));
        foreach (var one in _simulated.Respondents)
        {
            moments.At(one.Stratum, one.Cell).Add(one.Scores);
        }

        var decisions = NodeDecisions.Of(_design, new(_study.Indices), groups, null, 1);
        var state = new DataState(1, Sight.Shown, DateTimeOffset.UnixEpoch, VersionMix.Nobody);
        var request = new ResultRequest
        {
            Study = _study,
            Audience = new Audience(Role.Economist, null, "reader"),
            By = by,
        };
        return TableCache.Shown(_study, 0, [new(history, moments)], decisions, state).Table(request.Find(), request.Audience).Figures;
    }
}
