using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Changes between two waves, against single respondents.</summary>
public sealed class WaveChangeTests
{
    private static readonly StudyDesign _earlier = StudyDesign
        .Parse(
            SmallStudy
                .Yaml.Replace("id: small-study", "id: small-2025", StringComparison.Ordinal)
                .Replace("wave: 2027", "wave: 2025", StringComparison.Ordinal),
            "study.yaml",
            SmallSurvey.Classifications
        )
        .OrThrow();

    private readonly ComparedSurvey _after = new(30, 5);
    private readonly ComparedSurvey _before = new(30, 6) { Simulated = SimulatedStudy.Of(_earlier, SmallSurvey.Model.Nodes.Count, 30, 6) };

    /// <summary>Of each stratum the first of both waves are the same companies.</summary>
    private (Respondent Before, Respondent After)[] Both =>
        [
            .. _after.Simulated.Frame.SelectMany(stratum =>
                _before
                    .Simulated.Respondents.Where(one => one.Stratum == stratum.Cell)
                    .Zip(_after.Simulated.Respondents.Where(one => one.Stratum == stratum.Cell))
                    .Take(4)
            ),
        ];

    [Fact]
    public void Changes_and_their_errors_are_those_of_single_respondents()
    {
        var change = Changed(Both);

        Assert.Equal(2, change.Years);
        Assert.True(change.Cells.Count >= 2);
        var smaller = 0;
        foreach (var cell in change.Cells.Append(change.Total).Where(cell => cell.Change is not null))
        {
            bool IsIn(Respondent one)
            {
                return cell.After.Codes.Count == 0 || one.Cell.Land == cell.After.Codes[0];
            }

            var (one, other) = (ComparedSurvey.Shown(cell.Before!), ComparedSurvey.Shown(cell.After));
            var covariance = Covariance(IsIn);
            var variance = Square(one.StandardError) + Square(other.StandardError) - (2 * covariance);
            var inBoth = Both.Count(pair =>
                IsIn(pair.Before) && IsIn(pair.After) && !double.IsNaN(pair.Before.Scores[0] + pair.After.Scores[0])
            );

            Assert.Equal((WaveOverlap.Panel, inBoth), (cell.Overlap, cell.InBoth));
            Assert.Equal(other.Value - one.Value, cell.Change!.Value, 1e-9);
            Assert.Equal(Math.Sqrt(variance), cell.Change.StandardError, 1e-9);
            Assert.Equal(100 * other.Value / one.Value, cell.Index!.Value, 1e-9);
            smaller += covariance > 0 ? 1 : 0;
        }

        Assert.InRange(smaller, 1, change.Cells.Count + 1);
    }

    [Fact]
    public void Companies_that_kept_their_scores_make_a_change_certain()
    {
        var same = _after.Simulated with { Design = _earlier };
        var survey = new ComparedSurvey(30, 5) { Simulated = same };
        var pairs = same.Respondents.Select(one => (one, one)).ToArray();

        var change = Changed(pairs, survey);

        Assert.Equal((0, WaveOverlap.Panel), (change.Total.Change!.Value, change.Total.Overlap!.Value));
        Assert.True(change.Total.Change.StandardError < 0.35 * ComparedSurvey.Shown(change.Total.After).StandardError);
        Assert.Equal(100, change.Total.Index!.Value);
    }

    [Fact]
    public void Without_companies_in_both_the_errors_are_those_of_separate_samples()
    {
        var total = Changed([]).Total;

        Assert.Equal((WaveOverlap.Independent, 0), (total.Overlap, total.InBoth));
        Assert.Equal(
            Math.Sqrt(Square(ComparedSurvey.Shown(total.Before!).StandardError) + Square(ComparedSurvey.Shown(total.After).StandardError)),
            total.Change!.StandardError,
            1e-9
        );
    }

    [Fact]
    public void An_index_by_another_model_has_no_trend()
    {
        var other = IndexModel
            .Parse(
                SmallSurvey.IndexYaml.Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal),
                "index.yaml",
                SmallSurvey.Questionnaire
            )
            .OrThrow();
        var earlier = Study(_before, other);

        var refused = Assert.Throws<ResultRequestException>(() => RequestedTrend.Of(Request, earlier));

        Assert.Equal("MODELS_DIFFER", refused.Code);
        Assert.Contains("by version 1.1.0 in small-2025", refused.Message, StringComparison.Ordinal);
        Assert.Contains("'study index add small-2025 PATH'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_version_that_was_added_to_the_earlier_wave_is_one_of_it_for_readers_as_well()
    {
        var other = IndexModel
            .Parse(
                SmallSurvey.IndexYaml.Replace("version: 1.0.0", "version: 1.1.0", StringComparison.Ordinal),
                "index.yaml",
                SmallSurvey.Questionnaire
            )
            .OrThrow();
        var added = Study(_before, SmallSurvey.Model) with { Scoring = 7 };
        var earlier = Study(_before, other) with { Added = [added] };

        var asked = RequestedTrend.Of(Request, earlier);
        var read = RequestedTrend.Of(Request with { Audience = new(Role.Economist, null, "economist") }, earlier);

        Assert.Same(added, asked.Earlier);
        Assert.Equal("1.0.0", asked.Before.Model.Version);
        Assert.Same(added, read.Earlier);
        Assert.Equal("1.0.0", read.Before.Model.Version);
    }

    [Fact]
    public void Waves_follow_each_other_by_what_their_files_name()
    {
        var (first, second) = (Study(_before, SmallSurvey.Model), Named("small-2025"));

        Assert.Equal([first], EarlierWaves.Of(second, null, [first, second]));
        Assert.Equal([first], EarlierWaves.Of(second, ["small-2025", "small-study"], [first, second]));
        Assert.All(
            new (Study Study, string[]? Asked, Study[] All)[]
            {
                (first, null, [first, second]),
                (second, null, [second]),
                (second, ["none"], [first, second]),
            },
            one =>
                Assert.Equal(
                    "WAVE_UNKNOWN",
                    Assert.Throws<ResultRequestException>(() => EarlierWaves.Of(one.Study, one.Asked, one.All)).Code
                )
        );
    }

    private ResultRequest Request => _after.Request with { By = ["land"] };

    private WaveChange Changed((Respondent Before, Respondent After)[] both, ComparedSurvey? earlier = null)
    {
        var before = earlier ?? _before;
        var asked = RequestedTrend.Of(Request, Study(before, SmallSurvey.Model));
        CommonCompanies[] common =
        [
            .. both.GroupBy(pair => (pair.Before.Stratum, pair.Before.Cell, After: pair.After.Stratum, CellAfter: pair.After.Cell))
                .Select(group => new CommonCompanies(
                    group.Key.Stratum,
                    group.Key.Cell,
                    group.Key.After,
                    group.Key.CellAfter,
                    group
                        .Select(pair => CommonSums.Of(pair.Before.Scores[0], pair.After.Scores[0]))
                        .Aggregate((one, other) => one.Plus(other))
                )),
        ];
        return WaveChange.Of(
            Cache(before, _earlier).Wave(asked.Before, ComparedSurvey.Operator),
            Cache(_after, SmallStudy.Design).Wave(asked.After, ComparedSurvey.Operator),
            common,
            common,
            ComparedSurvey.Operator
        );
    }

    private static TableCache Cache(ComparedSurvey survey, StudyDesign design)
    {
        var moments = new StudyMoments(StudyMoments.LayoutOf(SmallSurvey.Model));
        foreach (var respondent in survey.Simulated.Respondents)
        {
            moments.At(respondent.Stratum, respondent.Cell).Add(respondent.Scores);
        }

        return TableCache.Live(
            survey.Study with
            {
                Design = design,
            },
            SmallSurvey.Model,
            moments,
            new(1, Sight.Live, DateTimeOffset.UnixEpoch, VersionMix.Nobody)
        );
    }

    private static Study Study(ComparedSurvey survey, IndexModel model) =>
        survey.Study with
        {
            Design = _earlier,
            Versions = StudyVersion.Of([SmallSurvey.Questionnaire], _ => [model]),
        };

    private Study Named(string before) =>
        _after.Study with
        {
            Design = StudyDesign
                .Parse(
                    SmallStudy.Yaml.Replace("wave: 2027", $"wave: 2027\npreviousWave: {before}", StringComparison.Ordinal),
                    "study.yaml",
                    SmallSurvey.Classifications
                )
                .OrThrow(),
        };

    /// <summary>Pair by pair of weighting classes, company by company.</summary>
    private double Covariance(Func<Respondent, bool> isIn)
    {
        var (before, after) = (new NaiveWave(_before.Simulated, isIn), new NaiveWave(_after.Simulated, isIn));
        return Both.GroupBy(pair => (before.ClassOf(pair.Before), after.ClassOf(pair.After)))
            .Sum(group =>
            {
                var (one, other) = (group.First().Before, group.First().After);
                var (n, m, common) = ((double)before.AnsweredIn(one), (double)after.AnsweredIn(other), group.Count());
                if (n < 2 || m < 2)
                {
                    return 0;
                }

                var population = Math.Max(before.PopulationOf(one), after.PopulationOf(other));
                var spread = group.Sum(pair =>
                    (before.Residual(pair.Before) - before.MeanIn(one)) * (after.Residual(pair.After) - after.MeanIn(other))
                );
                return (common - (n * m / population)) * spread / (common * (1 - (1 / n) - (1 / m) + (common / n / m)));
            });
    }

    private static double Square(double value) => value * value;

    /// <summary>Linearised residuals of the mean of the index in a part, one by one.</summary>
    private sealed class NaiveWave
    {
        private readonly SimulatedStudy _study;
        private readonly NaiveWeights _weights;
        private readonly Func<Respondent, bool> _isIn;
        private readonly double _weight;
        private readonly double _mean;

        public NaiveWave(SimulatedStudy study, Func<Respondent, bool> isIn)
        {
            (_study, _weights, _isIn) = (study, new(study), isIn);
            Respondent[] counted = [.. study.Respondents.Where(one => isIn(one) && !double.IsNaN(one.Scores[0]))];
            _weight = counted.Sum(one => _weights.Of(one.Stratum));
            _mean = counted.Sum(one => _weights.Of(one.Stratum) * one.Scores[0]) / _weight;
        }

        public IReadOnlyList<ReportingCell> ClassOf(Respondent one) => _weights.ClassOf(one.Stratum);

        public int AnsweredIn(Respondent one) => _weights.AnsweredIn(one.Stratum);

        public long PopulationOf(Respondent one) => _weights.PopulationOf(one.Stratum);

        public double Residual(Respondent one) =>
            _isIn(one) && !double.IsNaN(one.Scores[0]) ? _weights.Of(one.Stratum) * (one.Scores[0] - _mean) / _weight : 0;

        public double MeanIn(Respondent one) =>
            _study.Respondents.Where(other => ReferenceEquals(ClassOf(other), ClassOf(one))).Average(Residual);
    }
}
