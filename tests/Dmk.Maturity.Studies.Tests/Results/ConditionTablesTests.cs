using Dmk.Maturity.Indices.Tests;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Tables under a declared condition as readers other than operators see them: how many companies it is true of is told with the
/// figure of the total, and with no other one.</summary>
public sealed class ConditionTablesTests
{
    private const int Every = 3;

    private static readonly ComparedSurvey _survey = new(40, 5);
    private static readonly EntryOrder _order = new(SmallStudy.Design);
    private static readonly NodeFamily _family = new(_survey.Study.Indices);

    [Fact]
    public void Where_the_total_is_shown_its_companies_are_counted()
    {
        var table = Table(Decided(), []);

        Assert.Equal(table.Total.Figure.Estimate!.Respondents, table.Basis.Companies);
        Assert.True(table.Basis.Companies < _survey.Simulated.Respondents.Count);
    }

    [Fact]
    public void Where_it_is_withheld_nobody_is_told_how_many_they_are()
    {
        var decided = Decided();
        var nodes = decided.Nodes.Select(tables => tables.ToArray()).ToArray();
        nodes[0][0] = new Dictionary<string, CellStatus> { [""] = CellStatus.ProtectsAnother };

        var table = Table(decided with { Nodes = nodes }, []);

        Assert.Null(table.Total.Figure.Estimate);
        Assert.Equal(_survey.Simulated.Respondents.Count, table.Basis.Companies);
    }

    [Fact]
    public void Nor_where_a_part_was_asked_for() =>
        Assert.Equal(_survey.Simulated.Respondents.Count, Table(Decided(), [new("land", "A")]).Basis.Companies);

    private static ShownDecisions Decided()
    {
        int[] everywhere = [.. _order.Tables.Select(_ => 1)];
        CompanyGroup[] groups =
        [
            .. _survey.Simulated.Respondents.Select(one => new CompanyGroup(
                one.Stratum,
                one.Cell,
                ScorePattern.Of([one.Scores]),
                everywhere,
                1
            )),
        ];
        return NodeDecisions.Of(SmallStudy.Design, _family, groups, null, 1);
    }

    private static IndexTable Table(ShownDecisions decided, IReadOnlyList<VariableCode> filter)
    {
        var moments = new StudyMoments(StudyMoments.LayoutOf(SmallSurvey.Model).Alone(0)) { Node = 0 };
        foreach (var (at, one) in _survey.Simulated.Respondents.Index())
        {
            if (at % Every == 0)
            {
                moments.At(one.Stratum, one.Cell).Add([one.Scores[0]]);
            }
            else
            {
                moments.At(one.Stratum, one.Cell).AddWithout(1);
            }
        }

        var request = _survey.Request with { Audience = new(Role.Economist, null, "reader"), Filter = filter };
        var asked = request.Find();
        return ConditionTables
            .Of(
                _survey.Study,
                asked,
                ConditionTables.PlacesOf(_order, asked).ToDictionary(place => place, _ => moments),
                decided,
                new(1, Sight.Shown, DateTimeOffset.UnixEpoch, VersionMix.Nobody),
                request.Audience
            )
            .Figures;
    }
}
