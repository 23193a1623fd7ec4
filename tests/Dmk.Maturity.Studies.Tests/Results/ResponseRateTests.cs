namespace Dmk.Maturity.Studies.Tests;

/// <summary>Beside every table: the frame, the sample, and how many of it have answered.</summary>
public sealed class ResponseRateTests
{
    private readonly ComparedSurvey _survey = new(30, 5);

    [Fact]
    public void Operators_see_the_frame_the_sample_and_rates_as_they_are()
    {
        var (frame, answered) = (_survey.Study.Frame, _survey.Simulated.Respondents.Count);
        var drawn = frame.Sum(stratum => stratum.Sampled);

        var whole = Table([]).FieldOfAll!;

        Assert.Equal((frame.Sum(stratum => stratum.Population), drawn), (whole.FramePopulation, whole.Drawn));
        Assert.Equal(100.0 * answered / drawn, whole.Rate!.Rr1, 1e-9);
        Assert.Equal(whole.Rate.Rr1, whole.Rate.Rr2);
    }

    [Fact]
    public void Of_a_Land_are_those_that_were_drawn_there()
    {
        var table = Table(["land"]);

        foreach (var cell in table.Figures.Cells)
        {
            var strata = _survey.Study.Frame.Where(stratum => stratum.Cell.Land == cell.Codes[0]).ToArray();
            var answered = _survey.Simulated.Respondents.Count(one => one.Stratum.Land == cell.Codes[0]);
            var part = table.FieldOf(cell)!;
            Assert.Equal(strata.Sum(stratum => stratum.Sampled), part.Drawn);
            Assert.Equal(100.0 * answered / part.Drawn, part.Rate!.Rr1, 1e-9);
        }
    }

    [Fact]
    public void Companies_that_have_begun_count_in_the_second_rate()
    {
        var table = Table([]);
        var begun = table with { Field = table.Field!.With(new Dictionary<string, long> { ["A"] = 7, ["B"] = 5 }) };

        Assert.Equal(table.FieldOfAll!.Rate!.Rr1, begun.FieldOfAll!.Rate!.Rr1);
        Assert.Equal(table.FieldOfAll.Rate.Rr1 + (100.0 * 12 / table.FieldOfAll.Drawn), begun.FieldOfAll.Rate.Rr2, 1e-9);
    }

    [Fact]
    public void Nothing_finer_than_a_Land_is_told()
    {
        var bySector = Table(["sector"]);

        Assert.All(bySector.Figures.Cells, cell => Assert.Null(bySector.FieldOf(cell)));
        Assert.NotNull(bySector.FieldOf(bySector.Figures.Total));
    }

    [Fact]
    public void Others_see_counts_to_three_digits_and_rates_to_a_tenth()
    {
        var counts = new FieldCounts(_survey.Study, Sight.Shown, 1230, () => null);

        var part = counts.Of(null);

        Assert.Equal(0, part.FramePopulation % (long)Math.Pow(10, Math.Floor(Math.Log10(part.FramePopulation)) - 2));
        Assert.Equal(Math.Round(part.Rate!.Rr1, 1), part.Rate.Rr1);
        Assert.Null(counts.Of(_survey.Study.Laender[0]).Rate);
    }

    private Result.Table Table(IReadOnlyList<string> by) =>
        _survey.Cache().Table((_survey.Request with { By = by }).Find(), ComparedSurvey.Operator);
}
