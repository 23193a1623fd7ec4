namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Quantiles of domains with equal weights, where the share of a value is now and then p itself, or p is less than the share of
/// the first value: rounding decides, and it decides as in R survey 4.1-1 (see reference/README.md).</summary>
public sealed class QuantileTiesTests
{
    [Fact]
    public void The_value_is_that_of_R_even_where_rounding_decides()
    {
        var sample = new SchoolSample("", true, LonelyUnit.Fail);
        var design = sample.Design;
        var tied = 0;
        foreach (var row in Reference.Rows("schools-quantiles.csv"))
        {
            var (values, units, p) = (sample.Numbers(row["variable"]), sample.Domain(row["by"], row["domain"]), row.Number("p"));
            var estimate = SampleQuantiles.Of(design, [units], values, p, new())[0]!;
            var what = $"{row["variable"]} {row["p"]} {row["domain"]}";
            Reference.Equal(row.Number("estimate"), estimate.Value, 0, what);
            Reference.Equal(row.Number("lower"), estimate.Interval.Lower, 0, what);
            Reference.Equal(row.Number("upper"), estimate.Interval.Upper, 0, what);
            Reference.Equal(row.Number("se"), estimate.StandardError, 1e-9, what);
            tied += row["by"] == "stype" && IsWhole(p * units.Length) ? 1 : 0;
        }

        Assert.True(tied > 30, $"Only {tied} quantiles are at a tie.");
    }

    private static bool IsWhole(double number) => Math.Abs(number - Math.Round(number)) < 1e-9;

    /// <summary>Of a single company in a stratum in which everybody has answered the share of those up to its score is 1 in any case; that
    /// is no bound of a score.</summary>
    [Fact]
    public void Where_no_error_is_known_no_bound_is_told()
    {
        var design = SampleDesign.Of([1, 1, 1], [0, 0, 0], [3], LonelyUnit.Adjust);

        var one = SampleQuantiles.Of(
            design,
            [
                [1],
            ],
            [20, 37, 60],
            0.8011,
            new(DegreesOfFreedomRule.Satterthwaite)
        )[0]!;

        Assert.Equal((37, double.NaN), (one.Value, one.StandardError));
        Assert.Equal((double.NaN, double.NaN), (one.Interval.Lower, one.Interval.Upper));
    }
}
