using CsCheck;

namespace Dmk.Maturity.Web.Tests;

/// <summary>The axis holds every value between round ends.</summary>
public sealed class ChartScaleTests
{
    [Fact]
    public void Every_value_is_on_the_axis_and_there_are_few_ticks() =>
        Gen.Double[0, 100]
            .Array[1, 40]
            .Sample(values =>
            {
                var scale = ChartScale.Around(values);

                Assert.All(values, value => Assert.InRange(value, scale.From, scale.To));
                Assert.InRange(scale.Ticks.Count(), 2, 10);
                Assert.Equal(scale.To, scale.Ticks.Last(), 1e-9);
            });

    [Fact]
    public void Missing_values_do_not_move_the_axis() =>
        Assert.Equal(ChartScale.Around([41, 58.2]), ChartScale.Around([double.NaN, 41, 58.2, double.PositiveInfinity]));

    [Theory]
    [InlineData(40, "0%")]
    [InlineData(50, "50%")]
    [InlineData(57.5, "87.5%")]
    public void Places_are_written_with_a_point_whatever_the_language(double value, string place) =>
        Assert.Equal(place, new ChartScale(40, 60, 5).At(value));
}
