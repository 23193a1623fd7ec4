namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Every step of COINr's example pipeline, to 1e-9 of what COINr 1.1.14 printed in full precision.</summary>
/// <remarks>Left out: the published uncertainty figures (100 draws of another generator), which no other draws can meet.</remarks>
public sealed class AsemTests
{
    /// <summary>Of these countries one value in the social pillar is another's as printed, and was a bit above it in COINr: a place more
    /// there.
    /// </summary>
    private static readonly string[] _tiedInPrint = ["BGR", "CZE", "NOR"];

    private static readonly string[] _denominated = ["Area", "Energy", "GDP", "Population"];

    [Fact]
    public void Indicators_are_divided_by_their_denominators()
    {
        foreach (var indicator in Asem.Indicators)
        {
            var raw = Asem.Column("asem-data.csv", indicator);
            var by = Asem.Denominator(indicator);
            var divided = _denominated.Contains(by) ? Filling.Denominate(raw, Asem.Column("asem-data.csv", by)) : raw;
            Asem.SameColumn("asem-denominated.csv", indicator, divided);
        }
    }

    [Fact]
    public void A_missing_value_becomes_the_mean_of_its_continent()
    {
        foreach (var indicator in Asem.Indicators)
        {
            var filled = Filling.ByGroupMean(Asem.Column("asem-denominated.csv", indicator), Asem.Groups);
            Asem.SameColumn("asem-imputed.csv", indicator, filled);
        }
    }

    [Fact]
    public void Five_countries_have_less_than_90_percent_of_the_indicators()
    {
        var shares = Filling.Availability(Asem.Columns("asem-denominated.csv"));

        Assert.Equal(["BGD", "BRN", "KHM", "LAO", "MMR"], Asem.Units.Where((_, unit) => shares[unit] < 0.9));
    }

    [Fact]
    public void Outliers_are_pulled_in_as_far_as_the_rule_says()
    {
        foreach (var row in Reference.Rows("asem-treatment.csv"))
        {
            var treated = Treatment.Of(Asem.Column("asem-imputed.csv", row["iCode"]), OutlierRule.Usual);
            Reference.Equal(row.Number("skew0"), treated.SkewnessBefore, 1e-9, $"{row["iCode"]} skewness");
            Reference.Equal(row.Number("kurt0"), treated.KurtosisBefore, 1e-9, $"{row["iCode"]} kurtosis");
            if (row["points"].Length > 0)
            {
                Assert.Equal(row.Number("points"), treated.Winsorised);
                Reference.Equal(row.Number("skew1"), treated.SkewnessAfter, 1e-9, $"{row["iCode"]} skewness after");
                Reference.Equal(row.Number("kurt1"), treated.KurtosisAfter, 1e-9, $"{row["iCode"]} kurtosis after");
            }
            else
            {
                Assert.Equal(0, treated.Winsorised);
            }

            Assert.True(treated.Passes);
            Asem.SameColumn("asem-treated.csv", row["iCode"], treated.Values);
        }
    }

    [Fact]
    public void Columns_are_described_to_the_last_printed_digit()
    {
        foreach (var row in Reference.Rows("asem-stats.csv"))
        {
            var file = row["stage"] == "raw" ? "asem-data.csv" : "asem-treated.csv";
            var column = Asem.Column(file, row["iCode"]);
            var what = $"{row["stage"]} {row["iCode"]}";
            Printed(row.Number("Min"), Column.Minimum(column), what);
            Printed(row.Number("Max"), Column.Maximum(column), what);
            Printed(row.Number("Mean"), Column.Mean(column), what);
            Printed(row.Number("Median"), Column.Median(column), what);
            Printed(row.Number("Std"), Column.StandardDeviation(column), what);
            Printed(row.Number("Skew"), Tails.Skewness(column), what);
            Printed(row.Number("Kurt"), Tails.ExcessKurtosis(column), what);
            Assert.Equal(row.Number("N.Avail"), Column.Count(column));
        }
    }

    [Fact]
    public void Indicators_are_brought_to_0_to_100()
    {
        var turned = Asem.Turned("asem-treated.csv");
        for (var k = 0; k < turned.Length; k++)
        {
            Asem.SameColumn("asem-normalised.csv", Asem.Indicators[k], Rescaling.MinMax(turned[k], 0, 100));
        }
    }

    [Fact]
    public void Scores_and_ranks_of_every_node_are_those_of_COINr()
    {
        var tree = Asem.Tree();
        var scores = tree.Scores(Asem.Columns("asem-normalised.csv"));
        for (var node = 0; node < scores.Length; node++)
        {
            if (tree.ColumnOf(node) >= 0)
            {
                continue;
            }

            Asem.SameColumn("asem-aggregated.csv", tree.Ids[node], scores[node]);
            var places = Place.Of(scores[node]);
            Asem.SameColumn("asem-ranks.csv", tree.Ids[node], [.. places.Select(place => (double)place!.Value.Rank)]);
        }
    }

    [Theory]
    [InlineData("minmax0_100_amean", CompositeAggregation.Arithmetic)]
    [InlineData("minmax1_100_amean", CompositeAggregation.Arithmetic)]
    [InlineData("minmax1_100_gmean", CompositeAggregation.Geometric)]
    [InlineData("minmax1_100_hmean", CompositeAggregation.Harmonic)]
    [InlineData("zscore_amean", CompositeAggregation.Arithmetic)]
    [InlineData("zscore10_2_gmean", CompositeAggregation.Geometric)]
    [InlineData("prank_amean", CompositeAggregation.Arithmetic)]
    [InlineData("borda_amean", CompositeAggregation.Arithmetic)]
    [InlineData("dist2max_amean", CompositeAggregation.Arithmetic)]
    public void A_scenario_of_COINr_has_its_index_and_its_ranks(string scenario, CompositeAggregation aggregation)
    {
        var columns = Array.ConvertAll(Asem.Turned("asem-treated.csv"), column => Normalised(scenario, column));
        var index = Asem.Tree(aggregation).Scores(columns)[0];
        foreach (var unit in scenario is "prank_amean" or "borda_amean" ? _tiedInPrint : [])
        {
            index[Asem.Units.ToList().IndexOf(unit)] += scenario == "borda_amean" ? 1.0 / 54 : 1.0 / 54 / 50;
        }

        Asem.SameColumn("asem-scenarios.csv", $"Index_{scenario}", index);
        Asem.SameColumn("asem-scenarios.csv", $"Rank_{scenario}", [.. Place.Of(index).Select(place => (double)place!.Value.Rank)]);
    }

    [Fact]
    public void Effective_weights_are_those_of_COINr()
    {
        var tree = Asem.Tree();
        var weights = tree.EffectiveWeights();
        foreach (var row in Reference.Rows("asem-effective-weights.csv"))
        {
            Reference.Equal(row.Number("EffWeight"), weights[tree.Ids.ToList().IndexOf(row["iCode"])], 1e-9, row["iCode"]);
        }
    }

    [Fact]
    public void Alpha_of_every_pillar_is_that_of_COINr()
    {
        foreach (var row in Reference.Rows("asem-alpha.csv"))
        {
            var columns = Asem.ChildrenOf(row["pillar"]).Select(child => Asem.Column("asem-data.csv", child)).ToArray();
            Reference.Equal(row.Number("cronbach_alpha_raw"), Reliability.Of(columns).Alpha, 1e-9, row["pillar"]);
        }
    }

    [Fact]
    public void Correlations_of_indicators_with_pillars_are_those_of_COINr()
    {
        foreach (var row in Reference.Rows("asem-correlations.csv"))
        {
            var (pillar, indicator) = (Any(row["Var1"]), Any(row["Var2"]));
            Reference.Equal(row.Number("Correlation"), Correlations.Pearson(pillar, indicator), 1e-9, $"{row["Var1"]} {row["Var2"]}");
        }
    }

    [Fact]
    public void Copeland_scores_of_the_physical_pillar_are_those_of_COINr()
    {
        string[] children = ["LPI", "Flights", "Ship", "Bord", "Elec", "Gas", "ConSpeed", "Cov4G"];
        var columns = Array.ConvertAll(children, child => Asem.Column("asem-copeland.csv", child));

        var scores = Outranking.Of(columns, [1, 1, 1, 1, 1, 1, 1, 1]).Copeland();

        Asem.SameColumn("asem-copeland.csv", "copeland_Physical", scores);
    }

    private static double[] Any(string id) =>
        Asem.Indicators.Contains(id) ? Asem.Column("asem-normalised.csv", id) : Asem.Column("asem-aggregated.csv", id);

    private static double[] Normalised(string scenario, double[] column) =>
        scenario.Split('_')[0] switch
        {
            "minmax0" => Rescaling.MinMax(column, 0, 100),
            "minmax1" => Rescaling.MinMax(column, 1, 100),
            "zscore" => Rescaling.Z(column, 0, 1),
            "zscore10" => Rescaling.Z(column, 10, 2),
            "prank" => Rescaling.PercentileRank(column),
            "borda" => Rescaling.Borda(column),
            _ => Rescaling.DistanceToMaximum(column),
        };

    /// <summary>Three significant digits.</summary>
    private static void Printed(double expected, double actual, string what)
    {
        var unit = expected == 0 ? 0 : Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(expected))) - 2);
        Agreement.Printed(expected, actual, unit);
        Assert.True(
            Math.Abs(expected - actual) <= (0.5 * unit) + (1e-9 * Math.Abs(actual)),
            $"{what}: expected {expected}, got {actual:R}."
        );
    }
}
