namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Ties of quantiles, strata with one unit that only some domains have, and strata that are wholly in the file, against R survey
/// 4.1-1 (svyquantile; svyby and svymean with survey.lonely.psu = "average"; as.svrepdesign of type JKn).</summary>
public sealed class OddStrataTests
{
    private static readonly SampleOptions _options = new();

    /// <summary>Strata a, b and c: the second has one unit.</summary>
    private static SampleDesign WithLonely { get; } =
        SampleDesign.Of([2, 2, 2, 5, 3, 3, 3], [0, 0, 0, 1, 2, 2, 2], null, LonelyUnit.Average);

    private static double[] Values { get; } = [1, 4, 2, 7, 3, 8, 6];

    [Theory]
    [InlineData(0.003, 2)]
    [InlineData(0.07, 8)]
    [InlineData(0.14, 15)]
    [InlineData(0.28, 29)]
    [InlineData(0.55, 56)]
    [InlineData(0.5, 50)]
    [InlineData(0.555, 56)]
    public void Where_a_share_is_p_itself_rounding_decides_as_in_R(double probability, double expected)
    {
        double[] values = [.. Enumerable.Range(1, 100)];
        var design = SampleDesign.Of([.. values.Select(_ => 30.97)], new int[100], null, LonelyUnit.Adjust);

        Assert.Equal(
            expected,
            SampleQuantiles.Points(
                design,
                [
                    [.. Enumerable.Range(0, 100)],
                ],
                values,
                probability
            )[0]
        );
    }

    [Fact]
    public void An_interval_that_would_begin_below_all_values_has_no_beginning_and_no_standard_error()
    {
        double[] values = [.. Enumerable.Range(1, 20)];
        var design = SampleDesign.Of([.. values.Select(_ => 1.0)], new int[20], null, LonelyUnit.Adjust);

        var quantile = SampleQuantiles.Of(
            design,
            [
                [.. Enumerable.Range(0, 20)],
            ],
            values,
            0.05,
            _options
        )[0]!;

        Assert.Equal((1, double.NaN, double.NaN), (quantile.Value, quantile.StandardError, quantile.Interval.Lower));
        Assert.InRange(quantile.Interval.Upper, 2, 5);
    }

    [Fact]
    public void A_lonely_unit_counts_as_the_mean_of_the_strata_of_its_domain()
    {
        int[][] domains =
        [
            [0, 2, 4],
            [1, 3, 5, 6],
            [0, 1, 2, 3, 4, 5, 6],
        ];

        var means = SampleStatistics.Means(WithLonely, domains, Values, _options);

        Reference.Equal(0.47948327038656041, means.Estimates[0]!.StandardError, 1e-12, "a domain without the lonely unit");
        Reference.Equal(0.69673142864344484, means.Estimates[1]!.StandardError, 1e-12, "a domain with it");
        Reference.Equal(0.86385762715854975, means.Estimates[2]!.StandardError, 1e-12, "the whole");
        var columns = new ColumnMeans(WithLonely, [0, 1, 0, 1, 0, 1, 1], 2, _options).Of(Values);
        Reference.Equal(0.47948327038656041, columns[0]!.StandardError, 1e-12, "the same by columns");
        Reference.Equal(0.69673142864344484, columns[1]!.StandardError, 1e-12, "the same by columns");
    }

    [Fact]
    public void A_stratum_that_is_wholly_in_the_file_has_no_replicates()
    {
        double[] values = [1, 4, 2, 3, 8, 6];
        var design = SampleDesign.Of([2, 2, 2, 3, 3, 3], [0, 0, 0, 1, 1, 1], [6, 3], LonelyUnit.Certainty);

        var variances = Replicates
            .Jackknife(design)
            .Covariances(
                design,
                null,
                one =>
                    [
                        SampleStatistics
                            .Points(
                                one,
                                [
                                    [0, 1, 2, 3, 4, 5],
                                ],
                                values,
                                null
                            )[0]
                            .Apart,
                    ],
                TestContext.Current.CancellationToken
            );

        Reference.Equal(0.24944382578492932, Math.Sqrt(variances.Matrix[0, 0]), 1e-12, "standard error");
    }
}
