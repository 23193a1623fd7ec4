using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Means per person employed as readers other than operators see them, beside those of operators of the same companies.</summary>
public sealed class PersonFiguresTests
{
    private static readonly StudyDesign _design = StudyDesign
        .Parse(SmallStudy.Yaml + "\nestimands: { personsEmployed: persons }\n", "study.yaml", SmallSurvey.Classifications)
        .OrThrow();

    private static readonly SimulatedStudy _simulated = SimulatedStudy.Of(_design, SmallSurvey.Model.Nodes.Count, 40, 5);

    private static readonly Study _study = new(
        _design,
        StudyVersion.Of([SmallSurvey.Questionnaire], _ => [SmallSurvey.Model]),
        _simulated.Frame,
        Origin.Synthetic,
        StudyPhase.InField
    );

    private static readonly NodeFamily _family = new(_study.Indices);
    private static readonly EntryOrder _order = new(_design);
    private static readonly double[] _persons = [.. _simulated.Respondents.Select((_, row) => (double)(1 + (row * 7 % 60)))];

    [Theory]
    [InlineData("land")]
    [InlineData("sector")]
    [InlineData("size")]
    public void They_are_those_of_operators_to_the_rounding(string by)
    {
        var (read, exact) = (Table(Shown(Decided()), by, Role.Economist), Table(Live(), by, Role.Operator));
        var shown = read.Cells.Append(read.Total).Where(cell => cell.Figure.Estimate is not null).ToArray();

        Assert.NotEmpty(shown);
        Assert.NotNull(read.Total.Figure.Estimate);
        foreach (var cell in shown)
        {
            var (told, known) = (
                cell.Figure.Estimate!,
                exact.Cells.Append(exact.Total).Single(other => other.Codes.SequenceEqual(cell.Codes)).Figure.Estimate!
            );
            // How many they count for would be one more equation on who has answered.
            Assert.Equal(Rounding.Of(known) with { EffectiveRespondents = double.NaN }, told);
            Assert.Equal(Math.Round(known.Value, 1, MidpointRounding.AwayFromZero), told.Value, 1e-9);
        }
    }

    [Fact]
    public void Nothing_is_told_before_it_is_decided()
    {
        var undecided = Shown(Decided() with { PerPerson = null });
        var read = Table(undecided, "land", Role.Economist);

        Assert.True(undecided.WantsPersonDecisions(Request("land", Role.Economist).Find()));
        Assert.False(Shown(Decided()).WantsPersonDecisions(Request("land", Role.Economist).Find()));
        Assert.All(read.Cells.Append(read.Total), cell => Assert.Null(cell.Figure.Estimate));
        Assert.Contains(read.Cells, cell => cell.Figure.Status == CellStatus.NotYetShown);
    }

    [Fact]
    public void Nor_before_all_is_shown_when_nobody_counts_in_figures_per_person()
    {
        var nobody = Survey(new StudyMoments(PersonGroup.Layout) { Node = 0 });

        Assert.All(nobody.Cells.Append(nobody.Total), cell => Assert.Null(cell.Figure.Estimate));
        Assert.Equal(CellStatus.NotYetShown, nobody.Total.Figure.Status);

        static IndexTable Survey(StudyMoments persons)
        {
            var decisions = NodeDecisions.Of(_design, _family, [], null, 0);
            var cache = TableCache.Shown(_study, 0, [], decisions, State(Sight.Shown));
            var asked = Request("land", Role.Economist).Find();
            Assert.True(cache.WantsPersons(asked));
            var figures = cache.Table(asked, persons, Request("land", Role.Economist).Audience).Figures;
            Assert.False(cache.WantsPersons(asked));
            return figures;
        }
    }

    [Fact]
    public void What_is_decided_stays_when_more_is_decided_per_enterprise()
    {
        var decided = Decided();

        var next = NodeDecisions.Of(_design, _family, [], decided, decided.FirstWhole);

        Assert.Same(decided.PerPerson, next.PerPerson);
    }

    private static ShownDecisions Decided()
    {
        int[] everywhere = [.. _order.Tables.Select(_ => 1)];
        CompanyGroup[] groups =
        [
            .. _simulated.Respondents.Select(one => new CompanyGroup(one.Stratum, one.Cell, ScorePattern.Of([one.Scores]), everywhere, 1)),
        ];
        PersonGroup[] persons =
        [
            .. _simulated.Respondents.Select(
                (one, row) =>
                    new PersonGroup(
                        one.Stratum,
                        one.Cell,
                        ScorePattern.Of([
                            [.. _family.Headlines.Select(node => one.Scores[node])],
                        ]),
                        _persons[row],
                        1
                    )
            ),
        ];
        var decisions = NodeDecisions.Of(_design, _family, groups, null, 1);
        var table = PersonDecisions.TableOf(_order, [everywhere], 1);
        return decisions with { PerPerson = PersonDecisions.Of(_design, _family, _simulated.Frame, persons, decisions, table) };
    }

    private static TableCache Shown(ShownDecisions decisions)
    {
        var layout = StudyMoments.LayoutOf(SmallSurvey.Model);
        return TableCache.Shown(_study, 0, [new([.. _order.Tables.Select(_ => 1)], Moments(layout))], decisions, State(Sight.Shown));
    }

    private static TableCache Live() =>
        TableCache.Live(_study, SmallSurvey.Model, Moments(StudyMoments.LayoutOf(_design, SmallSurvey.Model)), State(Sight.Live));

    private static DataState State(Sight sight) => new(1, sight, DateTimeOffset.UnixEpoch, VersionMix.Nobody);

    private static IndexTable Table(TableCache cache, string by, Role role)
    {
        var request = Request(by, role);
        var asked = request.Find();
        var table = cache.WantsPersons(asked)
            ? cache.Table(asked, PersonMoments(asked.Node), request.Audience)
            : cache.Table(asked, request.Audience);
        return table.Figures;
    }

    private static ResultRequest Request(string by, Role role) =>
        new()
        {
            Study = _study,
            Audience = new Audience(role, null, "reader"),
            By = [by],
            Estimand = Estimand.PerPersonEmployed,
        };

    private static StudyMoments PersonMoments(IndexNode node)
    {
        var moments = new StudyMoments(PersonGroup.Layout) { Node = node.Index };
        foreach (var (row, one) in _simulated.Respondents.Index())
        {
            moments.At(one.Stratum, one.Cell).Add([one.Scores[node.Index]], _persons[row]);
        }

        return moments;
    }

    private static StudyMoments Moments(MomentLayout layout)
    {
        var moments = new StudyMoments(layout);
        foreach (var (row, one) in _simulated.Respondents.Index())
        {
            moments.At(one.Stratum, one.Cell).Add(one.Scores, _persons[row]);
        }

        return moments;
    }
}
