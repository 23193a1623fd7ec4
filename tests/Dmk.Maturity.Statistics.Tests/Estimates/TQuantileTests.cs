using MathNet.Numerics.Distributions;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Quantiles of Student's t as intervals show them: half a width over its standard error.</summary>
public sealed class TQuantileTests
{
    /// <summary>Degrees of freedom after Satterthwaite are no whole numbers.</summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.8)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    public void They_are_those_of_MathNet(double level)
    {
        foreach (var degreesOfFreedom in (double[])[1.3, 2, 2.7, 3.999, 4, 7.25, 29, 197, 3502, 1e5])
        {
            var expected = StudentT.InvCDF(0, 1, degreesOfFreedom, 0.5 + (level / 2));
            // MathNet goes to eight digits.
            Reference.Equal(expected, Quantile(degreesOfFreedom, level), 1e-7, $"{level} with {degreesOfFreedom}");
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.95)]
    [InlineData(0.999)]
    public void With_one_degree_of_freedom_they_are_a_tangent_and_with_two_a_root(double level)
    {
        Reference.Equal(Math.Tan(Math.PI * level / 2), Quantile(1, level), 1e-12, $"{level} with 1");
        Reference.Equal(level * Math.Sqrt(2 / (1 - (level * level))), Quantile(2, level), 1e-12, $"{level} with 2");
    }

    /// <summary>Printed tables, and R's qt.</summary>
    [Theory]
    [InlineData(1, 12.706204736174694)]
    [InlineData(2, 4.302652729749464)]
    [InlineData(5, 2.5705818356363146)]
    [InlineData(30, 2.0422724563012378)]
    public void At_95_percent_they_are_those_of_R(double degreesOfFreedom, double expected) =>
        Reference.Equal(expected, Quantile(degreesOfFreedom, 0.95), 1e-12, $"qt(0.975, {degreesOfFreedom})");

    private static double Quantile(double degreesOfFreedom, double level) => new TQuantiles(level).Of(degreesOfFreedom);
}
