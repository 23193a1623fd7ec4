using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Means per person employed, and of companies of which a condition is true, from the columns that a partition keeps, against a
/// naive recomputation from single companies.</summary>
public sealed class PerPersonTests
{
    private static readonly StudyDesign _design = StudyDesign
        .Parse(SmallStudy.Yaml + "\nestimands: { personsEmployed: persons }\n", "study.yaml", SmallSurvey.Classifications)
        .OrThrow();

    private static readonly SimulatedStudy _simulated = SimulatedStudy.Of(_design, SmallSurvey.Model.Nodes.Count, 30, 5);

    private static readonly double[] _persons = [.. Employed(_simulated.Respondents.Count, new(8))];

    private static readonly Study _study = new(
        _design,
        StudyVersion.Of([SmallSurvey.Questionnaire], _ => [SmallSurvey.Model]),
        _simulated.Frame,
        Origin.Synthetic,
        StudyPhase.InField
    );

    [Theory]
    [InlineData("", null)]
    [InlineData("land", null)]
    [InlineData("land sector", null)]
    [InlineData("", "persons >= 5 and not (score('ai') < 20)")]
    [InlineData("sector", "score('ai') >= 30 or persons > 50")]
    public void A_mean_per_person_is_that_of_a_naive_recomputation(string by, string? where) =>
        Compare(by, where, Estimand.PerPersonEmployed, row => Possible(_persons[row]));

    [Theory]
    [InlineData("", "persons >= 5 and not (score('ai') < 20)")]
    [InlineData("land", "not (persons == 0) and score('total') > 10")]
    [InlineData("land size", "answered(persons)")]
    public void A_mean_under_a_condition_is_that_of_a_naive_recomputation(string by, string where) =>
        Compare(by, where, Estimand.PerEnterprise, _ => 1);

    [Fact]
    public void Finer_figures_for_readers_and_studies_without_persons_are_refused_in_words()
    {
        var request = Request(Estimand.PerPersonEmployed, "", null);
        var economist = request with { Audience = new(Role.Economist, null, "economist") };
        var indicator = SmallSurvey.Model.Nodes.First(node => node.Depth > 1).Id;
        var nothing = new ComparedSurvey(5, 1).Request with { Estimand = Estimand.PerPersonEmployed };

        Assert.IsType<NodeMeasure.PerPerson>((economist with { By = ["land"] }).Find().Measure);
        foreach (var finer in new[] { economist with { By = ["land", "sector"] }, economist with { Node = indicator } })
        {
            Assert.Contains("by one variable", Assert.Throws<NotPermittedException>(finer.Find).Message, StringComparison.Ordinal);
            Assert.IsType<NodeMeasure.PerPerson>((finer with { Audience = request.Audience }).Find().Measure);
        }

        Assert.Equal("MEASURE_UNKNOWN", Assert.Throws<ResultRequestException>(nothing.Find).Code);
        Assert.Equal("MEASURE_UNKNOWN", Assert.Throws<ResultRequestException>(() => (request with { ShareAt = "low" }).Find()).Code);
    }

    private static void Compare(string by, string? where, Estimand estimand, Func<int, double> sizeOf)
    {
        var asked = Request(estimand, by, where).Find();
        var layout = StudyMoments.LayoutOf(_design, SmallSurvey.Model);
        var moments = asked.Where is { } condition
            ? Columns().Moments.Among(condition, 0, asked.Node.Index, layout.Alone(asked.Node.Index))
            : Moments(layout);
        var cache = TableCache.Live(_study, SmallSurvey.Model, moments, new(1, Sight.Live, DateTimeOffset.UnixEpoch, VersionMix.Nobody));
        var table = cache.Table(asked, ComparedSurvey.Operator).Figures;

        var compared = table.Cells.Append(table.Total).Where(cell => cell.Figure.Estimate is { Respondents: > 1 }).ToArray();
        Assert.NotEmpty(compared);
        foreach (var cell in compared)
        {
            var (mean, standardError, companies, effective) = Naive(
                row =>
                    table.By.Zip(cell.Codes).All(part => part.First.CodeOf(_simulated.Respondents[row].Cell) == part.Second)
                    && Holds(where, row),
                asked.Node.Index,
                sizeOf
            );
            var shown = ComparedSurvey.Shown(cell);
            Assert.Equal(mean, shown.Value, 1e-9 * mean);
            Assert.Equal(standardError, shown.StandardError, 1e-9 * Math.Max(standardError, 1e-3));
            Assert.Equal(companies, shown.Respondents);
            Assert.Equal(effective, shown.EffectiveRespondents, 1e-9 * effective);
        }
    }

    /// <summary>A ratio of two totals in two passes, by the textbook formula alone.</summary>
    private static (double Mean, double StandardError, int Companies, double Effective) Naive(
        Func<int, bool> domain,
        int node,
        Func<int, double> sizeOf
    )
    {
        var weights = new NaiveWeights(_simulated);
        var respondents = _simulated.Respondents;
        var counted = respondents
            .Select((one, row) => domain(row) && !double.IsNaN(one.Scores[node]) && !double.IsNaN(sizeOf(row)) ? sizeOf(row) : double.NaN)
            .ToArray();
        int[] rows = [.. Enumerable.Range(0, counted.Length).Where(row => !double.IsNaN(counted[row]))];
        var below = rows.Sum(row => weights.Of(respondents[row].Stratum) * counted[row]);
        var mean = rows.Sum(row => weights.Of(respondents[row].Stratum) * counted[row] * respondents[row].Scores[node]) / below;
        var variance = 0.0;
        foreach (var one in Enumerable.Range(0, counted.Length).GroupBy(row => weights.ClassOf(respondents[row].Stratum)))
        {
            double[] residuals =
            [
                .. one.Select(row =>
                    double.IsNaN(counted[row])
                        ? 0
                        : weights.Of(respondents[row].Stratum) * counted[row] * (respondents[row].Scores[node] - mean) / below
                ),
            ];
            var n = residuals.Length;
            var centre = n > 1 ? residuals.Average() : 0;
            variance +=
                (1 - ((double)n / weights.PopulationOf(respondents[one.First()].Stratum)))
                * (n > 1 ? (double)n / (n - 1) : 1)
                * residuals.Sum(residual => (residual - centre) * (residual - centre));
        }

        double[] counts = [.. rows.Select(row => weights.Of(respondents[row].Stratum) * counted[row])];
        return (mean, Math.Sqrt(variance), rows.Length, below * below / counts.Sum(count => count * count));
    }

    private static ResultRequest Request(Estimand estimand, string by, string? where) =>
        new()
        {
            Study = _study,
            Audience = ComparedSurvey.Operator,
            By = by.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Estimand = estimand,
            Where = where,
        };

    private static StudyMoments Moments(MomentLayout layout)
    {
        var moments = new StudyMoments(layout);
        foreach (var (row, one) in _simulated.Respondents.Index())
        {
            moments.At(one.Stratum, one.Cell).Add(one.Scores, KeptValue.Of(_persons[row]).Persons);
        }

        return moments;
    }

    private static ResponseColumns Columns()
    {
        var columns = new ResponseColumns([SmallSurvey.Model.Nodes.Count], 1);
        foreach (var (row, one) in _simulated.Respondents.Index())
        {
            columns.Add(one.Stratum, one.Cell, "1.2.0", [one.Scores], [KeptValue.Of(_persons[row])]);
        }

        return columns;
    }

    /// <summary>Some have not said it, some cannot be right, and a few are very large.</summary>
    private static IEnumerable<double> Employed(int companies, Random random) =>
        Enumerable
            .Range(0, companies)
            .Select(_ =>
                random.Next(12) switch
                {
                    0 => double.NaN,
                    1 => 0,
                    2 => -3,
                    3 => 2e7,
                    4 => random.Next(200_000),
                    _ => random.Next(80),
                }
            );

    private static double Possible(double persons) => persons is >= 0 and <= 1e7 ? persons : double.NaN;

    /// <summary>The same by looking at one company.</summary>
    private static bool Holds(string? where, int row)
    {
        var (persons, total) = (_persons[row], _simulated.Respondents[row].Scores[0]);
        var ai = _simulated.Respondents[row].Scores[SmallSurvey.Model.Node("ai")!.Index];
        return where switch
        {
            null => true,
            "persons >= 5 and not (score('ai') < 20)" => persons >= 5 && ai >= 20,
            "score('ai') >= 30 or persons > 50" => ai >= 30 || persons > 50,
            "not (persons == 0) and score('total') > 10" => !double.IsNaN(persons) && persons != 0 && total > 10,
            "answered(persons)" => !double.IsNaN(persons),
            _ => throw new ArgumentException(where),
        };
    }
}
