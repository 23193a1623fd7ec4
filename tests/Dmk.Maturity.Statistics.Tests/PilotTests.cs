namespace Dmk.Maturity.Statistics.Tests;

/// <summary>The pilot study of reference/README.md, recomputed from strata and cell moments: classes and weights as base R 4.2.2, means
/// and standard errors as R survey 4.1-1, all to 1e-9 relative.</summary>
public sealed class PilotTests
{
    private const double Tolerance = 1e-9;

    [Fact]
    public void Strata_collapse_into_the_same_470_classes()
    {
        var expected = Pilot.StrataRows.Select(row => row["wclass"]).ToArray();
        var pairs = expected.Zip(Pilot.Weighting.ClassOf).Distinct().ToArray();
        Assert.Equal(470, pairs.Length);
        Assert.Equal(470, pairs.DistinctBy(pair => pair.First).Count());
        Assert.Equal(470, pairs.DistinctBy(pair => pair.Second).Count());
        Assert.Equal(470, Pilot.Weighting.ClassPopulation.Count);
        Assert.Equal(60000, Pilot.Weighting.ClassPopulation.Sum());
    }

    [Fact]
    public void The_one_block_without_a_donor_goes_to_the_next_sector_of_its_land()
    {
        var last = Pilot.Weighting.Collapses[^1];
        Assert.Equal(["MV|DE|1-9", "MV|DE|10-49"], last.From);
        Assert.Equal(["MV|F|1-9", "MV|F|10-49", "MV|F|50-249"], last.Into);
        Assert.Equal(572 - 470, Pilot.Weighting.Collapses.Count + 1);
    }

    [Fact]
    public void Every_respondent_has_the_same_weight()
    {
        var stratumOf = Pilot.StratumOf;
        var rows = Reference.Rows("pilot-weights.csv");
        Assert.Equal(3972, rows.Count);
        foreach (var row in rows)
        {
            var stratum = stratumOf[row["stratum"]];
            var designWeight = (double)Pilot.Strata[stratum].Population / Pilot.Strata[stratum].Sampled;
            Reference.Equal(row.Number("w_base"), designWeight, 1e-14, $"w_base of {row["id"]}");
            Reference.Equal(row.Number("nr_factor"), Pilot.Weighting.Weights[stratum] / designWeight, 1e-14, $"nr_factor of {row["id"]}");
            Reference.Equal(row.Number("w_nr"), Pilot.Weighting.Weights[stratum], 1e-14, $"w_nr of {row["id"]}");
        }
    }

    [Theory]
    [InlineData("overall", 10)]
    [InlineData("land", 160)]
    [InlineData("sector", 100)]
    [InlineData("size", 40)]
    [InlineData("land_x_sector", 480)]
    public void Means_and_standard_errors_are_those_of_R(string by, int figures)
    {
        var domains = Pilot.StrataRows.Select(row => DomainOf(row, by)).Distinct().ToList();
        var domainOf = Pilot.StrataRows.Select(row => domains.IndexOf(DomainOf(row, by))).ToArray();
        var means = new CellEstimates(
            WeightedCells.Of(Pilot.Cells, Pilot.Weighting),
            new(LonelyUnit.Adjust, DegreesOfFreedomRule.Design, Intervals: IntervalVariance.Linearised)
        );
        var rows = Reference.Rows("pilot-domain-means.csv").Where(row => row["by"] == by).ToArray();
        foreach (var table in rows.GroupBy(row => row["variable"]))
        {
            var estimates = means.Means(new CellMeasure.Score(Array.IndexOf(Pilot.Variables, table.Key)), new(domainOf, domains.Count));
            foreach (var row in table)
            {
                var estimate = estimates[domains.IndexOf(row["domain"])];
                Assert.NotNull(estimate);
                Assert.Equal(row.Whole("n"), estimate.Respondents);
                Reference.Equal(row.Number("mean_nr_weights"), estimate.Value, Tolerance, $"mean of {table.Key} in {row["domain"]}");
                // R gives a single respondent the standard error 0; there is none.
                var expected = estimate.Respondents == 1 ? double.NaN : row.Number("se_nr_weights");
                Reference.Equal(expected, estimate.StandardError, Tolerance, $"standard error of {table.Key} in {row["domain"]}");
            }
        }

        Assert.Equal(figures, rows.Length);
    }

    [Fact]
    public void Effective_respondents_and_degrees_of_freedom_are_those_of_R()
    {
        var means = new CellEstimates(
            WeightedCells.Of(Pilot.Cells, Pilot.Weighting),
            new(LonelyUnit.Adjust, DegreesOfFreedomRule.Design, Intervals: IntervalVariance.Linearised)
        );
        var estimate = means.Means(new CellMeasure.Score(0), CellPartition.Whole(Pilot.Strata.Count))[0];
        Assert.NotNull(estimate);
        Assert.Equal(3502, estimate.DegreesOfFreedom);
        Reference.Equal(1849.9658630415554, estimate.EffectiveRespondents, Tolerance, "Kish's effective n of the non-response weights");
        Reference.Equal(60000, estimate.Population, Tolerance, "sum of the non-response weights");
    }

    private static string DomainOf(IReadOnlyDictionary<string, string> row, string by) =>
        by switch
        {
            "overall" => "ALL",
            "land_x_sector" => $"{row["land"]}|{row["sector"]}",
            _ => row[by],
        };
}
