using Dmk.Maturity.Indices.Tests;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Profiles, what ranks owe to weights, and modelled cells.</summary>
public sealed class FurtherResultsTests
{
    private readonly ComparedSurvey _survey = new(30, 5);

    [Fact]
    public void A_profile_of_a_Land_is_its_cells_beside_Germany()
    {
        var land = SmallStudy.Design.Land.PossibleCodes[0];
        var asked = RequestedProfile.Of(_survey.Request, new("land", land));

        var profile = _survey.Cache().Profile(asked, ComparedSurvey.Operator).Figures;

        Assert.Equal(
            SmallSurvey.Model.Nodes.Where(node => node.Depth <= 1).Select(node => node.Id),
            profile.Nodes.Select(node => node.Node.Id)
        );
        foreach (var node in profile.Nodes)
        {
            var table = _survey.TableOf(_survey.Request with { Node = node.Node.Id, By = ["land"] });
            var cell = table.Cells.Single(one => one.Codes[0] == land);
            Assert.Equal(ComparedSurvey.Shown(cell).Value, ComparedSurvey.Shown(node.Part).Value);
            Assert.Equal(ComparedSurvey.Shown(table.Total).Value, ComparedSurvey.Shown(node.Germany).Value);
            Assert.Equal(ComparedSurvey.Shown(cell).Value - ComparedSurvey.Shown(table.Total).Value, node.Difference!.Value, 1e-9);
        }

        var compared = _survey.Cache().Compare(RequestedComparison.Of(_survey.Request, null), ComparedSurvey.Operator).Figures;
        Assert.Equal(
            compared.Laender.Single(one => one.Cell.Codes[0] == land).ToGermany!.StandardError,
            profile.Nodes[0].Difference!.StandardError,
            1e-12
        );
    }

    [Theory]
    [InlineData("land", "nowhere", "FILTER_UNKNOWN")]
    [InlineData("region", "A", "FILTER_UNKNOWN")]
    public void A_part_that_is_not_there_is_refused(string variable, string code, string refusal) =>
        Assert.Equal(refusal, Assert.Throws<ResultRequestException>(() => RequestedProfile.Of(_survey.Request, new(variable, code))).Code);

    [Fact]
    public void Ranks_over_weightings_hold_the_declared_one_and_a_better_index_is_never_tried_with_more_than_all()
    {
        var declared = RequestedMeasure.Declared(_survey.Request, 2000);

        var figures = _survey.Cache().Sensitivity(declared, 2000, ComparedSurvey.Operator).Figures;

        Assert.Equal(SmallStudy.Design.Land.PossibleCodes, figures.Laender.Select(land => land.Land));
        Assert.Equal(Enumerable.Range(1, figures.Laender.Count), figures.Laender.Select(land => land.Declared).Order());
        Assert.All(
            figures.Laender,
            land =>
            {
                Assert.True(land.From <= land.Median && land.Median <= land.To);
                Assert.InRange(land.Same, 0, 1);
            }
        );
        Assert.Equal("DRAWS_REFUSED", Assert.Throws<ResultRequestException>(() => RequestedMeasure.Declared(_survey.Request, 0)).Code);
        Assert.Equal(
            "WEIGHTS_REFUSED",
            Assert.Throws<ResultRequestException>(() => RequestedMeasure.Declared(_survey.Request with { Node = "ai" }, 10)).Code
        );
    }

    [Fact]
    public void Länder_that_ranks_leave_out_are_named()
    {
        var few = SmallStudy.Design.Land.PossibleCodes[0];
        var all = _survey.Simulated.Respondents;
        var survey = new ComparedSurvey(30, 5)
        {
            Simulated = _survey.Simulated with
            {
                Respondents =
                [
                    .. all.Where(one => one.Stratum.Land != few && one.Cell.Land != few),
                    .. all.Where(one => one.Stratum.Land == few && one.Cell.Land == few).Take(3),
                ],
            },
        };

        var figures = survey.Cache().Sensitivity(RequestedMeasure.Declared(survey.Request, 100), 100, ComparedSurvey.Operator).Figures;

        Assert.Contains(few, figures.Unranked);
        Assert.Equal(
            SmallStudy.Design.Land.PossibleCodes.Order(StringComparer.Ordinal),
            figures.Laender.Select(land => land.Land).Concat(figures.Unranked).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Modelled_cells_add_up_to_their_Land_and_stand_beside_the_direct_figures()
    {
        var figures = _survey.Cache().Areas(RequestedAreas.Of(_survey.Request, "sector"), ComparedSurvey.Operator).Figures;
        var laender = _survey.TableOf(_survey.Request with { By = ["land"] });

        Assert.Equal(figures.Table.Cells.Select(cell => cell.Codes), figures.Cells.Select(cell => cell.Direct.Codes));
        foreach (var land in laender.Cells)
        {
            var (sum, companies) = (0.0, 0.0);
            foreach (var cell in figures.Cells.Where(one => one.Direct.Codes[0] == land.Codes[0]))
            {
                var inFrame = _survey
                    .Study.Frame.Where(one => one.Cell.Land == land.Codes[0] && one.Cell[1] == cell.Direct.Codes[1])
                    .Sum(one => (double)one.Population);
                (sum, companies) = (sum + (inFrame * cell.Modelled), companies + inFrame);
            }

            Assert.Equal(ComparedSurvey.Shown(land).Value, sum / companies, 0.01);
        }

        Assert.All(figures.Cells, cell => Assert.InRange(cell.Shrinkage, 0, 1));
        Assert.All(figures.Cells, cell => Assert.True(cell.RootMeanSquaredError > 0));
    }

    [Fact]
    public void Cells_that_the_study_does_not_report_cannot_be_modelled() =>
        Assert.Equal("TABLE_UNKNOWN", Assert.Throws<ResultRequestException>(() => RequestedAreas.Of(_survey.Request, "region")).Code);

    [Fact]
    public void Cells_of_the_Länder_are_not_modelled_by_the_Land() =>
        Assert.Contains(
            "name it in place of 'land'",
            Assert.Throws<ResultRequestException>(() => RequestedAreas.Of(_survey.Request, "land")).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void The_mix_of_a_Land_is_not_by_the_Land() =>
        Assert.Contains(
            "leave 'land' out",
            Assert.Throws<ResultRequestException>(() => RequestedComparison.Of(_survey.Request, ["land"])).Message,
            StringComparison.Ordinal
        );
}
