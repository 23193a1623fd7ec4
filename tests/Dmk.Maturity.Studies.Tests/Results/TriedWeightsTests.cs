using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>An index under other weights of its dimensions, as readers other than operators get it: mixed from what they see.</summary>
public sealed class TriedWeightsTests
{
    private static readonly StudyDesign _design = StudyDesign.Parse(SmallStudy.Yaml, "study.yaml", SmallSurvey.Classifications).OrThrow();

    private static readonly IndexModel _model = SmallSurvey.Model;
    private static readonly SimulatedStudy _simulated = SimulatedStudy.Of(_design, _model.Nodes.Count, 40, 5);

    private static readonly Study _study = new(
        _design,
        StudyVersion.Of([SmallSurvey.Questionnaire], _ => [_model]),
        _simulated.Frame,
        Origin.Synthetic,
        StudyPhase.InField
    );

    private static readonly EntryOrder _order = new(_design);
    private static readonly int[] _everywhere = [.. _order.Tables.Select(_ => 1)];

    [Theory]
    [InlineData("land")]
    [InlineData("sector")]
    [InlineData("land sector")]
    public void Every_figure_is_the_mix_of_those_that_are_shown(string by)
    {
        var cache = Shown(Decided());
        var (index, ai, people, running) = (Read(cache, by), Read(cache, by, "ai"), Read(cache, by, "people"), Read(cache, by, "running"));

        // 2, 1 and 1 are declared: 3, 3 and 2 are four halves of them, twice the second and once the third.
        var tried = Read(cache, by, "total", new("ai", 3), new("people", 3), new("running", 2));

        Assert.Contains(tried, cell => cell.Figure.Estimate is not null);
        foreach (var (at, cell) in tried.Index())
        {
            PublishedFigure[] needed = [index[at].Figure, people[at].Figure, running[at].Figure];
            Assert.Equal(needed.All(figure => figure.Estimate is not null), cell.Figure.Estimate is not null);
            if (cell.Figure.Estimate is { } mixed)
            {
                Assert.Equal(Mix(needed, one => one.Value), mixed.Value, 1e-9);
                Assert.Equal(Mix(needed, one => one.StandardError), mixed.StandardError, 1e-9);
                Assert.Equal(Mix(needed, one => one.Lower), mixed.Lower, 1e-9);
                Assert.Equal(Mix(needed, one => one.Upper), mixed.Upper, 1e-9);
                Assert.Equal(index[at].Figure.Estimate!.Respondents, mixed.Respondents);
                Assert.True(double.IsNaN(mixed.DesignEffect));
            }
        }

        Assert.Equal(index.Count, ai.Count);

        static double Mix(PublishedFigure[] needed, Func<Estimate, double> part)
        {
            var mixed = (6 * part(needed[0].Estimate!)) + (1.5 * part(needed[1].Estimate!)) + (0.5 * part(needed[2].Estimate!));
            return Math.Round(mixed / 8 * 10) / 10;
        }
    }

    [Fact]
    public void Under_the_declared_weights_it_is_the_index()
    {
        var cache = Shown(Decided());

        var (index, tried) = (Read(cache, "land"), Read(cache, "land", "total", new NodeWeight("ai", 2)));

        Assert.Equal(index.Select(cell => cell.Figure.Status), tried.Select(cell => cell.Figure.Status));
        Assert.Equal(index.Select(cell => cell.Figure.Estimate?.Value), tried.Select(cell => cell.Figure.Estimate?.Value));
        Assert.Equal(index.Select(cell => cell.Figure.Estimate?.Upper), tried.Select(cell => cell.Figure.Estimate?.Upper));
    }

    [Fact]
    public void Where_a_dimension_that_it_needs_is_withheld_it_is_withheld_for_the_same_reason()
    {
        var whole = Read(Shown(Decided()), "land", "people");
        var shown = whole.Skip(1).First(cell => cell.Figure.Estimate is not null);
        var cache = Shown(Without("people", "land", shown));

        var with = Read(cache, "land", "total", new NodeWeight("people", 9));
        var without = Read(cache, "land", "total", new NodeWeight("ai", 9));

        Assert.Equal(CellStatus.FewRespondents, One(with).Status);
        Assert.Null(One(with).Estimate);
        Assert.NotNull(One(without).Estimate);

        PublishedFigure One(IReadOnlyList<IndexCell> cells)
        {
            return cells.Single(cell => cell.Codes.SequenceEqual(shown.Codes)).Figure;
        }
    }

    [Fact]
    public void Ranks_over_weightings_are_those_of_the_Länder_that_show_the_index_and_all_dimensions()
    {
        var all = Sensitivity(Shown(Decided()));
        var hidden = Read(Shown(Decided()), "land", "people").Skip(1).First(cell => cell.Figure.Estimate is not null);
        var less = Sensitivity(Shown(Without("people", "land", hidden)));

        Assert.True(all.Laender.Count > 1);
        Assert.InRange(less.Laender.Count, 1, all.Laender.Count - 1);
        Assert.Contains(hidden.Codes[0], less.Unranked);
        var index = Read(Shown(Decided()), "land").Skip(1).ToDictionary(cell => cell.Codes[0], cell => cell.Figure.Estimate?.Value);
        foreach (var land in all.Laender)
        {
            Assert.Equal(1 + all.Laender.Count(other => index[other.Land] > index[land.Land]), land.Declared);
        }
    }

    [Fact]
    public void Operators_score_every_company_anew()
    {
        var live = TableCache.Live(_study, _model, Moments(StudyMoments.LayoutOf(_design, _model)), State(Sight.Live));
        var request = Request("land", "total", Role.Operator, [new("people", 9)]);

        var table = live.Table(request.Find(), request.Audience).Figures;

        Assert.DoesNotContain("mixed", table.Measure.Words.In(Questionnaires.Language.English), StringComparison.Ordinal);
        var reader = Request("land", "total", Role.Economist, [new("people", 9)]);
        var shown = Shown(Decided()).Table(reader.Find(), reader.Audience).Figures;
        Assert.Contains("mixed", shown.Measure.Words.In(Questionnaires.Language.English), StringComparison.Ordinal);
        Assert.Equal(table.Total.Figure.Estimate!.Value, shown.Total.Figure.Estimate!.Value, 2.0);
    }

    private static WeightSensitivity Sensitivity(TableCache cache)
    {
        var request = Request("land", "total", Role.Economist, []);
        return cache.Sensitivity(RequestedMeasure.Declared(request, 500), 500, request.Audience).Figures;
    }

    private static ShownDecisions Decided()
    {
        CompanyGroup[] groups =
        [
            .. _simulated.Respondents.Select(one => new CompanyGroup(one.Stratum, one.Cell, ScorePattern.Of([one.Scores]), _everywhere, 1)),
        ];
        return NodeDecisions.Of(_design, new(_study.Indices), groups, null, 1);
    }

    /// <summary>As if a node were of too few in one cell.</summary>
    private static ShownDecisions Without(string node, string by, IndexCell cell)
    {
        var decided = Decided();
        var (place, table) = (_model.Nodes.Single(one => one.Id == node).Index, Place(by));
        var nodes = decided.Nodes.Select(one => one.ToArray()).ToArray();
        nodes[place][table] = new Dictionary<string, CellStatus>(nodes[place][table]) { [cell.Codes[0]] = CellStatus.FewRespondents };
        return decided with { Nodes = nodes };
    }

    private static int Place(string by) =>
        _order.Tables.Index().Single(table => string.Join(' ', table.Item.Select(variable => variable.Id)) == by).Index;

    private static TableCache Shown(ShownDecisions decisions) =>
        TableCache.Shown(_study, 0, [new(_everywhere, Moments(StudyMoments.LayoutOf(_model)))], decisions, State(Sight.Shown));

    private static DataState State(Sight sight) => new(1, sight, DateTimeOffset.UnixEpoch, VersionMix.Nobody);

    private static IReadOnlyList<IndexCell> Read(TableCache cache, string by, string node = "total", params NodeWeight[] weights)
    {
        var request = Request(by, node, Role.Economist, weights);
        var table = cache.Table(request.Find(), request.Audience).Figures;
        return [table.Total, .. table.Cells];
    }

    private static ResultRequest Request(string by, string node, Role role, IReadOnlyList<NodeWeight> weights) =>
        new()
        {
            Study = _study,
            Audience = new Audience(role, null, "reader"),
            Node = node,
            By = by.Split(' '),
            Weights = weights,
        };

    private static StudyMoments Moments(MomentLayout layout)
    {
        var moments = new StudyMoments(layout);
        foreach (var one in _simulated.Respondents)
        {
            moments.At(one.Stratum, one.Cell).Add(one.Scores);
        }

        return moments;
    }
}
