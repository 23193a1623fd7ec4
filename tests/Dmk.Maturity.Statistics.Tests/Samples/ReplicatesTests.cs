namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Standard errors from replicate weights, against R survey 4.1-1 for the same replicates.</summary>
/// <remarks>Left out: the bootstraps of Canty and Davison and of Preston, which the product does not have.</remarks>
public sealed class ReplicatesTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _expected = Reference.Rows("schools-replicates.csv");
    private static readonly string[] _domains = ["", "stype=E", "stype=H", "stype=M", "awards=No", "awards=Yes"];

    public static TheoryData<string> Cases => [.. _expected.Select(row => row["case"]).Distinct()];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Standard_errors_are_those_of_R(string name)
    {
        var rows = _expected.Where(row => row["case"] == name).ToArray();
        var sample = new SchoolSample("", rows[0]["fpc"] == "yes", LonelyUnit.Fail);
        var design = sample.Design;
        var replicates = name.StartsWith("sub", StringComparison.Ordinal)
            ? Given(design)
            : Replicates.Jackknife(
                design,
                name.EndsWith("mseFALSE", StringComparison.Ordinal) ? ReplicateCentre.MeanOfReplicates : ReplicateCentre.Estimate
            );
        (IReadOnlyList<CalibrationTerm>, CalibrationDistance)? raking = name.StartsWith("JKn_raked", StringComparison.Ordinal)
            ? (sample.Margins, CalibrationDistance.Raking)
            : null;

        var covariances = replicates
            .Covariances(design, raking, one => Statistics(sample, one), TestContext.Current.CancellationToken)
            .Matrix;

        var estimates = Statistics(sample, raking is null ? design : SchoolSample.Calibrated(sample, "rake"));
        foreach (var row in rows)
        {
            var at = PlaceOf(row);
            // Raking by iteration stops a little before ours does.
            var tolerance = raking is null ? 1e-9 : 1e-8;
            Reference.Equal(
                row.Number("value"),
                row["quantity"] == "se" ? Math.Sqrt(covariances[at, at]) : estimates[at],
                tolerance,
                $"{name} {row["statistic"]} {row["variable"]} {row["domain"]} {row["quantity"]}"
            );
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_replicates_and_another_one_others()
    {
        var sample = new SchoolSample("", true, LonelyUnit.Fail);
        double Variance(int seed)
        {
            return Replicates
                .Bootstrap(sample.Design, 50, seed)
                .Covariances(sample.Design, null, one => Statistics(sample, one), TestContext.Current.CancellationToken)
                .Matrix[0, 0];
        }

        Assert.Equal(Variance(7), Variance(7));
        Assert.NotEqual(Variance(7), Variance(8));
    }

    /// <summary>Of a linear statistic the bootstrap's variance is the linearised one but for the draws.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_bootstrap_finds_the_linearised_standard_error(bool isCorrected)
    {
        var sample = new SchoolSample("", isCorrected, LonelyUnit.Fail);
        var linearised = SampleStatistics.Means(sample.Design, [sample.Where("")], sample.Numbers("api00"), new()).Estimates[0]!;

        var covariances = Replicates
            .Bootstrap(sample.Design, 4000, 1)
            .Covariances(sample.Design, null, one => Statistics(sample, one), TestContext.Current.CancellationToken)
            .Matrix;

        Assert.Equal(1, Math.Sqrt(covariances[0, 0]) / linearised.StandardError, 0.03);
    }

    /// <summary>Two domains of two units each, of which the third replicate has none of the second, by the formula of svrVar:
    /// 1/2 of (1 - 2)² + (3 - 2)² + (2 - 2)², and of (10 - 11)² + (12 - 11)².</summary>
    [Fact]
    public void A_replicate_without_a_domain_is_left_out_of_its_variance_alone()
    {
        var design = SampleDesign.Of([1, 1, 1, 1], [0, 0, 0, 0], null, LonelyUnit.Fail);
        var replicates = Replicates.Given(
            [
                [2, 0, 2, 0],
                [0, 2, 0, 2],
                [2, 2, 0, 0],
            ],
            [0.5, 0.5, 0.5],
            ReplicateCentre.MeanOfReplicates
        );

        var (matrix, leftOut) = replicates.Covariances(
            design,
            null,
            one =>
                [
                    .. SampleStatistics
                        .Points(
                            one,
                            [
                                [0, 1],
                                [2, 3],
                            ],
                            [1, 3, 10, 12],
                            null
                        )
                        .Select(point => point.Apart),
                ],
            TestContext.Current.CancellationToken
        );

        Assert.Equal([0, 1], leftOut);
        Assert.Equal([1, 1, 1, 1], matrix.Cast<double>());
    }

    private static Replicates Given(SampleDesign design)
    {
        var rows = Reference.Rows("schools-bootstrap.csv");
        var count = rows[0].Count - 1;
        return Replicates.Given(
            [
                .. Enumerable
                    .Range(1, count)
                    .Select(replicate =>
                        (IReadOnlyList<double>)
                            [
                                .. rows.Select(
                                    (row, school) =>
                                        row.Number($"r{replicate}")
                                        * design.Respondents[design.StratumOf[school]]
                                        / (design.Respondents[design.StratumOf[school]] - 1)
                                ),
                            ]
                    ),
            ],
            [.. Enumerable.Repeat(1.0 / (count - 1), count)],
            ReplicateCentre.MeanOfReplicates
        );
    }

    private static double[] Statistics(SchoolSample sample, SampleDesign design)
    {
        int[][] domains = [.. _domains.Select(sample.Where)];
        var all = domains[..1];
        SampleEstimate?[] found =
        [
            .. SampleStatistics.Means(design, domains, sample.Numbers("api00"), new()).Estimates,
            .. SampleStatistics.Means(design, all, sample.Numbers("api99"), new()).Estimates,
            .. SampleStatistics.Totals(design, all, sample.Numbers("api.stu"), new()).Estimates,
            .. SampleStatistics.Ratios(design, all, sample.Numbers("api.stu"), sample.Numbers("enroll"), new()).Estimates,
            .. SampleQuantiles.Of(design, all, sample.Numbers("api00"), 0.5, new()),
        ];
        return [.. found.Select(one => one!.Value)];
    }

    private static int PlaceOf(IReadOnlyDictionary<string, string> row) =>
        (row["statistic"], row["variable"]) switch
        {
            ("mean", "api00") => Array.IndexOf(_domains, row["by"].Length == 0 ? "" : $"{row["by"]}={row["domain"]}"),
            ("mean", "api99") => 6,
            ("total", "api.stu") => 7,
            ("ratio", "api.stu") => 8,
            ("quantile", "api00") => 9,
            _ => throw new InvalidDataException(row["statistic"]),
        };
}
