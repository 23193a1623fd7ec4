namespace Dmk.Maturity.Studies.Tests;

/// <summary>The Länder beside each other, against single respondents.</summary>
public sealed class LaenderComparisonTests
{
    private readonly ComparedSurvey _survey = new(30, 5);

    [Fact]
    public void Differences_are_those_of_the_figures_and_no_pair_is_left_out()
    {
        var figures = Compared(null);

        var shown = figures.Laender.Where(land => land.Cell.Figure.Estimate is not null).ToArray();
        Assert.True(shown.Length >= 2);
        Assert.Equal(shown.Length * (shown.Length - 1) / 2, figures.Pairs.Count);
        Assert.All(
            figures.Pairs,
            pair => Assert.Equal(ValueOf(figures, pair.One) - ValueOf(figures, pair.Other), pair.Difference.Value, 1e-9)
        );
        Assert.All(shown, land => Assert.Equal(Value(land.Cell) - Value(figures.Germany), land.ToGermany!.Value, 1e-9));
        Assert.All(figures.Pairs, pair => Assert.True(pair.AdjustedP >= Math.Round(pair.Difference.P, 3) - 1e-9));
    }

    [Fact]
    public void The_error_of_a_Land_against_Germany_is_that_of_a_linear_combination_of_single_respondents()
    {
        var (figures, weights) = (Compared(null), new NaiveWeights(_survey.Simulated));
        foreach (var land in figures.Laender.Where(land => land.ToGermany is not null))
        {
            // (y - Y_L) 1_L / W_L - (y - Y) / W, squared within classes.
            var (part, whole) = (Sums(weights, cell => cell.Land == land.Cell.Codes[0]), Sums(weights, _ => true));
            var variance = 0.0;
            foreach (var one in _survey.Simulated.Respondents.GroupBy(one => weights.ClassOf(one.Stratum)))
            {
                var z = one.Select(respondent =>
                        double.IsNaN(respondent.Scores[0])
                            ? 0
                            : weights.Of(respondent.Stratum)
                                * (
                                    (respondent.Cell.Land == land.Cell.Codes[0] ? (respondent.Scores[0] - part.Mean) / part.Weight : 0)
                                    - ((respondent.Scores[0] - whole.Mean) / whole.Weight)
                                )
                    )
                    .ToArray();
                var (n, correction) = (z.Length, 1 - ((double)z.Length / weights.PopulationOf(one.First().Stratum)));
                var centre = n > 1 ? z.Average() : 0;
                variance += correction * (n > 1 ? (double)n / (n - 1) : 1) * z.Sum(value => (value - centre) * (value - centre));
            }

            Assert.Equal(Math.Sqrt(variance), land.ToGermany!.StandardError, 1e-9 * Math.Sqrt(variance));
        }
    }

    [Fact]
    public void Ranks_are_those_of_the_figures_and_their_sets_hold_them()
    {
        var shown = Compared(null).Laender.Where(land => land.Rank is not null).ToArray();

        Assert.All(
            shown,
            land =>
            {
                Assert.Equal(1 + shown.Count(other => Value(other.Cell) > Value(land.Cell)), land.Rank!.Rank);
                Assert.InRange(land.Rank.Rank, land.Rank.Best, land.Rank.Worst);
                Assert.True(land.RankAlone!.Best >= land.Rank.Best && land.RankAlone.Worst <= land.Rank.Worst);
            }
        );
    }

    [Theory]
    [InlineData("sector")]
    [InlineData("size")]
    public void The_parts_of_a_difference_add_up_to_it_and_the_adjusted_mean_has_the_mix_of_Germany(string mix)
    {
        var (figures, weights) = (Compared([mix]), new NaiveWeights(_survey.Simulated));
        var place = mix == "sector" ? 1 : 2;
        var kinds = _survey.Simulated.Respondents.Select(one => one.Cell[place]).Distinct().ToArray();
        var whole = kinds.Select(kind => Sums(weights, cell => cell[place] == kind)).ToArray();
        var all = whole.Sum(kind => kind.Weight);

        var mixed = figures.Laender.Where(land => land.Mix is not null).ToArray();
        Assert.NotEmpty(mixed);
        foreach (var land in mixed)
        {
            var own = kinds.Select(kind => Sums(weights, cell => cell.Land == land.Cell.Codes[0] && cell[place] == kind)).ToArray();
            Assert.All(own, kind => Assert.True(kind.Count > 1, "The survey is large enough for every kind."));
            var adjusted = own.Zip(whole, (here, there) => there.Weight / all * here.Mean).Sum();
            Assert.Equal(adjusted, land.Mix!.Adjusted.Value, 1e-9);
            Assert.Equal(1, land.Mix.Covered);
            Assert.Equal(land.Mix.Difference.Value, land.Mix.Composition.Value + land.Mix.Within.Value, 1e-9);
            Assert.Equal(land.ToGermany!.Value, land.Mix.Difference.Value, 1e-9);
            var landWeight = own.Sum(kind => kind.Weight);
            var composition = own.Zip(
                whole,
                (here, there) => ((here.Weight / landWeight) - (there.Weight / all)) * (here.Mean + there.Mean) / 2
            );
            Assert.Equal(composition.Sum(), land.Mix.Composition.Value, 1e-9);
        }
    }

    [Fact]
    public void A_mix_that_the_study_does_not_report_by_is_refused()
    {
        var refusal = Assert.Throws<ResultRequestException>(() => RequestedComparison.Of(_survey.Request, ["sector", "size"]));

        Assert.Contains("[land, sector]", refusal.Message, StringComparison.Ordinal);
        Assert.Throws<ResultRequestException>(() => RequestedComparison.Of(_survey.Request with { Node = "nothing" }, null));
    }

    private LaenderComparison Compared(IReadOnlyList<string>? mix) =>
        _survey.Cache().Compare(RequestedComparison.Of(_survey.Request, mix), ComparedSurvey.Operator).Figures;

    private (double Weight, double Mean, int Count) Sums(NaiveWeights weights, Func<ReportingCell, bool> domain)
    {
        var counted = _survey.Simulated.Respondents.Where(one => domain(one.Cell) && !double.IsNaN(one.Scores[0])).ToArray();
        var weight = counted.Sum(one => weights.Of(one.Stratum));
        return (weight, counted.Sum(one => weights.Of(one.Stratum) * one.Scores[0]) / weight, counted.Length);
    }

    private static double Value(IndexCell cell) => ComparedSurvey.Shown(cell).Value;

    private static double ValueOf(LaenderComparison figures, string land) =>
        Value(figures.Laender.Single(one => one.Cell.Codes[0] == land).Cell);
}
