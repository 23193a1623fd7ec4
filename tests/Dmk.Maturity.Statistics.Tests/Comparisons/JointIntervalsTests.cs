using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Intervals that hold together.</summary>
public sealed class JointIntervalsTests
{
    private static readonly (double From, double To) _scale = (0, 100);

    // R 4: 50 + c(-1, 1) * 2 * qt(1 - 0.05 / 2 / m, df); the interval given is that of m = 1.
    [Theory]
    [InlineData(1, 10, 4.4562777, 45.5437223, 54.4562777)]
    [InlineData(17, 10, 4.4562777, 42.19173071, 57.80826929)]
    [InlineData(209, 60, 4.000595644, 42.18422401, 57.81577599)]
    public void A_t_interval_is_widened_by_its_quantiles(int intervals, double degreesOfFreedom, double half, double lower, double upper)
    {
        var (low, high) = JointIntervals.Widened(Of(50, 50 - half, 50 + half, degreesOfFreedom), intervals, _scale);

        Assert.Equal(lower, low, 1e-6);
        Assert.Equal(upper, high, 1e-6);
    }

    [Fact]
    public void More_intervals_never_make_one_narrower_and_none_made_on_the_logit_leaves_its_scale() =>
        Gen.Select(Gen.Double[1, 99], Gen.Double[0.01, 0.99], Gen.Double[0.01, 0.99], Gen.Double[1, 300], Gen.Int[1, 300])
            .Sample(
                (value, below, above, degreesOfFreedom, intervals) =>
                {
                    var one = Of(value, value * below, value + ((100 - value) * above), degreesOfFreedom) with
                    {
                        Method = IntervalMethod.AdjustedLogit,
                    };

                    var (lower, upper) = JointIntervals.Widened(one, intervals, _scale);

                    Assert.InRange(lower, 0, one.Lower + 1e-9);
                    Assert.InRange(upper, one.Upper - 1e-9, 100);
                }
            );

    [Fact]
    public void Without_an_interval_or_its_degrees_of_freedom_there_is_none_and_an_exact_figure_stays()
    {
        Assert.True(double.IsNaN(JointIntervals.Widened(Of(50, double.NaN, double.NaN, 10), 17, _scale).Lower));
        Assert.True(double.IsNaN(JointIntervals.Widened(Of(50, 40, 60, 0), 17, _scale).Lower));
        Assert.True(double.IsNaN(JointIntervals.Widened(Of(50, 40, 60, double.NaN), 17, _scale).Upper));
        Assert.Equal((50, 50), JointIntervals.Widened(Of(50, 50, 50, double.NaN), 17, _scale));
    }

    /// <summary>As published: an end that was rounded to the end of the scale.</summary>
    [Fact]
    public void An_end_at_the_end_of_the_scale_stays_there()
    {
        var one = Of(0.4, 0, 2.1, 20) with { Method = IntervalMethod.Logit };

        Assert.Equal(0, JointIntervals.Widened(one, 17, _scale).Lower);
        Assert.InRange(JointIntervals.Widened(one, 17, _scale).Upper, 2.2, 100);
    }

    private static Estimate Of(double value, double lower, double upper, double degreesOfFreedom) =>
        new(value, 2, lower, upper, 0.95, 40, 30, double.NaN, degreesOfFreedom, 1_000);
}
