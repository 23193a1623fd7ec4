namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Changes between waves, with and without companies in common.</summary>
public sealed class TrendTests
{
    /// <summary>Welch's test of two means, by hand: V = 4 + 9, degrees of freedom 13² / (16/10 + 81/20).</summary>
    [Fact]
    public void Separate_samples_add_their_variances()
    {
        var trend = Trend.Independent(new(40, 2, 10), new(46, 3, 20), 2);

        Assert.Equal(6, trend.Change.Value, 12);
        Assert.Equal(Math.Sqrt(13), trend.Change.StandardError, 12);
        Assert.Equal(169 / (1.6 + 4.05), trend.Change.DegreesOfFreedom, 9);
        Assert.Equal((3, Math.Sqrt(13) / 2), (trend.PerYear.Value, trend.PerYear.StandardError));
        Assert.Equal(trend.Change.P, trend.PerYear.P, 12);
        Assert.Equal(0.15, trend.Relative.Value, 12);
        Assert.Equal(Math.Sqrt((9 + (1.15 * 1.15 * 4)) / 1600), trend.Relative.StandardError, 12);
        Assert.Equal(Math.Sqrt(1.15) - 1, trend.YearlyRate.Value, 12);
        Assert.Equal(trend.Relative.StandardError / (2 * Math.Sqrt(1.15)), trend.YearlyRate.StandardError, 12);
    }

    [Fact]
    public void Companies_in_common_make_a_change_more_certain()
    {
        var (before, after) = (new WaveEstimate(40, 2, 10), new WaveEstimate(46, 3, 20));

        var trend = Trend.Overlapping(before, after, 4.5);

        Assert.Equal(Math.Sqrt(4 + 9 - 9), trend.Change.StandardError, 12);
        Assert.Equal(10, trend.Change.DegreesOfFreedom);
        Assert.Equal(Math.Sqrt(13), Trend.Overlapping(before, after, 0).Change.StandardError, 12);
    }

    /// <summary>The same companies with the same answers: the covariance is the variance of one wave, and nothing changed.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(double.PositiveInfinity)]
    public void A_full_overlap_has_the_variance_of_one_wave_as_covariance(double population)
    {
        double[] z = [0.5, -0.2, 0.1, -0.4, 0, 0.3];
        var mean = z.Average();
        var variance = (1 - (6 / population)) * 6 / 5 * z.Sum(one => (one - mean) * (one - mean));

        var overlap = PanelOverlap.Of([new("S", population, 6, 6, [.. z.Select(one => (one, one))])]);
        var error = Math.Sqrt(variance);

        Assert.Equal(variance, overlap.Covariance, 12);
        Assert.Equal(0, Trend.Overlapping(new(40, error), new(40, error), overlap.Covariance).Change.StandardError, 6);
    }

    /// <summary>Every pair of samples of 3 and 4 of 6 companies with 2 in common, counted out: the covariance of the two means is Tam's,
    /// and the estimate from the common companies is right on average.</summary>
    [Fact]
    public void The_covariance_is_right_on_average_over_all_samples()
    {
        double[] first = [3, 8, 1, 9, 4, 7];
        double[] second = [5, 9, 2, 6, 6, 8];
        var (products, estimates, sums, count) = (0.0, 0.0, (First: 0.0, Second: 0.0), 0);
        foreach (var (one, other) in Samples(3).SelectMany(one => Samples(4).Select(other => (one, other))))
        {
            var common = one.Intersect(other).ToArray();
            if (common.Length == 2)
            {
                var (here, there) = (one.Average(i => first[i]), other.Average(i => second[i]));
                (products, sums, count) = (products + (here * there), (sums.First + here, sums.Second + there), count + 1);
                estimates += PanelOverlap
                    .Of([new("S", 6, 3, 4, [.. common.Select(i => ((first[i] - here) / 3, (second[i] - there) / 4))])])
                    .Covariance;
            }
        }

        var covariance = (products / count) - (sums.First / count * sums.Second / count);
        Assert.Equal(covariance, estimates / count, 12);
        Assert.True(count > 100);
    }

    [Fact]
    public void A_stratum_with_one_common_company_is_named_and_one_without_counts_for_nothing()
    {
        var overlap = PanelOverlap.Of([new("A", 10, 3, 3, [(1, 1)]), new("B", 10, 3, 3, [])]);

        Assert.Equal(0, overlap.Covariance);
        Assert.Equal(1, overlap.Companies);
        Assert.Equal(["A"], overlap.WithoutCovariance);
    }

    [Fact]
    public void What_is_missing_stays_missing()
    {
        var trend = Trend.Independent(new(40, double.NaN), new(44, 1));
        Assert.Equal(4, trend.Change.Value);
        Assert.True(double.IsNaN(trend.Change.StandardError) && double.IsNaN(trend.Change.P));
        Assert.True(double.IsNaN(Trend.Independent(new(double.NaN, 1), new(44, 1)).Change.Value));
        var fromNothing = Trend.Independent(new(0, 1), new(44, 1));
        Assert.Equal(44, fromNothing.Change.Value);
        Assert.True(double.IsNaN(fromNothing.Relative.Value) && double.IsNaN(fromNothing.YearlyRate.Value));
        Assert.True(double.IsNaN(Trend.Independent(new(-2, 1), new(4, 1)).YearlyRate.Value));
    }

    [Fact]
    public void Refusals_say_what_is_wrong()
    {
        var wave = new WaveEstimate(40, 1);
        Assert.StartsWith("There are 0 years", Refused(() => Trend.Independent(wave, wave, 0)), StringComparison.Ordinal);
        Assert.StartsWith("Standard errors are 0 or above", Refused(() => Trend.Independent(wave, new(1, -1))), StringComparison.Ordinal);
        Assert.StartsWith("Covariance (1, 0) is 2", Refused(() => Trend.Overlapping(wave, wave, 2)), StringComparison.Ordinal);
        Assert.Contains(
            "'S' has 2 companies in both waves, of 1 and 5",
            Refused(() => PanelOverlap.Of([new("S", 9, 1, 5, [(0, 0), (1, 1)])])),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'S' has 4 companies, and 1 and 5 respondents",
            Refused(() => PanelOverlap.Of([new("S", 4, 1, 5, [])])),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "'S' has a residual",
            Refused(() => PanelOverlap.Of([new("S", 9, 1, 5, [(double.NaN, 0)])])),
            StringComparison.Ordinal
        );
    }

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;

    private static IEnumerable<int[]> Samples(int size) =>
        Enumerable
            .Range(0, 64)
            .Select(bits => Enumerable.Range(0, 6).Where(i => (bits >> i & 1) == 1).ToArray())
            .Where(sample => sample.Length == size);
}
