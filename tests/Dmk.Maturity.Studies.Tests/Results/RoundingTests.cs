using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>The digits that leave.</summary>
public sealed class RoundingTests
{
    [Theory]
    [InlineData(0.0485, 0.1)]
    [InlineData(1e-12, 0.1)]
    [InlineData(0.149, 0.1)]
    [InlineData(0.26, 0.3)]
    [InlineData(0, 0)]
    [InlineData(double.NaN, double.NaN)]
    public void What_there_is_of_an_error_is_never_told_as_none(double error, double told) =>
        Assert.Equal(told, Rounding.Of(new Estimate(6.73, error, 6.66, 6.84, 0.95, 100, 80.4, 1.2, 70.2, 12_345)).StandardError, 1e-12);

    [Theory]
    [InlineData(0, 0.001)]
    [InlineData(1e-9, 0.001)]
    [InlineData(0.0004, 0.001)]
    [InlineData(0.0416, 0.042)]
    [InlineData(1, 1)]
    [InlineData(double.NaN, double.NaN)]
    public void Nothing_is_told_with_certainty(double probability, double told) =>
        Assert.Equal(told, Rounding.Probability(probability), 1e-12);
}
