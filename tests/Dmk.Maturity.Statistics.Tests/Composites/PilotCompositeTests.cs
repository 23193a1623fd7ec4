namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Reliability, components and ranks under drawn weights of the synthetic pilot study, as base R and psych have them.</summary>
public sealed class PilotCompositeTests
{
    private static readonly string[] _dimensions = ["D1", "D2", "D3", "D4", "D5", "D6"];
    private static readonly double[] _weights = [0.2, 0.2, 0.2, 0.15, 0.15, 0.1];

    private static readonly Lazy<(int At, double Weight)[][]> _respondents = new(Grouped);

    private static readonly Lazy<double[][]> _scores = new(() =>
    {
        var rows = Reference.Rows("pilot-scores.csv");
        return Array.ConvertAll(_dimensions, dimension => rows.Select(row => row.Number(dimension)).ToArray());
    });

    [Fact]
    public void Alpha_of_every_dimension_is_that_of_psych()
    {
        var rows = Reference.Rows("pilot-items.csv");
        var items = Reference.Rows("pilot-reliability-items.csv");
        foreach (var expected in Reference.Rows("pilot-reliability.csv"))
        {
            var below = items.Where(item => item["item"].StartsWith(expected["dimension"], StringComparison.Ordinal)).ToArray();
            var complete = Correlations.Complete(Array.ConvertAll(below, item => rows.Select(row => row.Number(item["item"])).ToArray()));
            var alpha = Reliability.Of(complete);
            Assert.Equal(expected.Number("n"), complete[0].Length);
            Reference.Equal(expected.Number("alpha"), alpha.Alpha, 1e-9, expected["dimension"]);
            Reference.Equal(expected.Number("standard"), alpha.StandardAlpha, 1e-9, expected["dimension"]);
            foreach (var (item, at) in below.Select((item, at) => (item, at)))
            {
                Reference.Equal(item.Number("r_rest"), alpha.Items[at].WithRest, 1e-9, item["item"]);
                Reference.Equal(item.Number("alpha"), alpha.Items[at].AlphaWithout, 1e-9, item["item"]);
                Reference.Equal(item.Number("mean"), alpha.Items[at].Mean, 1e-9, item["item"]);
                Reference.Equal(item.Number("sd"), alpha.Items[at].StandardDeviation, 1e-9, item["item"]);
            }
        }
    }

    [Fact]
    public void Components_of_the_dimensions_are_those_of_R()
    {
        var complete = Correlations.Complete(_scores.Value);
        var matrix = Correlations.Of(complete);
        var components = PrincipalComponents.Of(matrix);
        var (correlations, vectors) = (Reference.Rows("pilot-dimension-correlations.csv"), Reference.Rows("pilot-dimension-vectors.csv"));
        Assert.Equal(3730, complete[0].Length);
        for (var i = 0; i < 6; i++)
        {
            var eigenvalue = Reference.Rows("pilot-dimension-eigenvalues.csv")[i].Number("eigenvalue");
            Reference.Equal(eigenvalue, components.Eigenvalues[i], 1e-9, $"eigenvalue {i}");
            for (var j = 0; j < 6; j++)
            {
                Reference.Equal(correlations[i].Number($"D{j + 1}"), matrix[i, j], 1e-9, $"correlation {i} {j}");
                Assert.Equal(vectors[i].Number($"PC{j + 1}"), components.Vectors[i, j], 1e-8);
            }
        }
    }

    [Theory]
    [InlineData("uniform25")]
    [InlineData("dirichlet60")]
    [InlineData("dirichlet_flat")]
    public void Ranks_of_the_Laender_over_the_given_draws_are_those_of_R(string scenario)
    {
        var expected = Reference.Rows("pilot-rank-montecarlo.csv").Where(row => row["scenario"] == scenario).ToArray();
        var draws = Reference
            .Rows($"pilot-weights-{scenario}.csv")
            .AsParallel()
            .AsOrdered()
            .Select(draw => Laender(CompositeAggregation.Arithmetic, [.. _dimensions.Select(dimension => draw.Number(dimension))]))
            .ToArray();
        var ranks = RankDistribution.Of(draws);
        foreach (var (row, at) in expected.Select((row, at) => (row, at)))
        {
            var (what, rank) = ($"{scenario} {row["land"]}", ranks[at]);
            Reference.Equal(row.Number("mean_rank"), rank.Mean, 1e-9, what);
            Reference.Equal(row.Number("sd_rank"), rank.StandardDeviation, 1e-9, what);
            Reference.Equal(row.Number("q05"), rank.Quantile(0.05), 1e-9, what);
            Reference.Equal(row.Number("median"), rank.Median, 1e-9, what);
            Reference.Equal(row.Number("q95"), rank.Quantile(0.95), 1e-9, what);
            Reference.Equal(row.Number("p_rank1"), rank.ShareUpTo(1), 1e-9, what);
            Reference.Equal(row.Number("p_top3"), rank.ShareUpTo(3), 1e-9, what);
            Reference.Equal(row.Number("p_top5"), rank.ShareUpTo(5), 1e-9, what);
            Assert.Equal((row.Number("min_rank"), row.Number("max_rank")), ((double)rank.Best!, (double)rank.Worst!));
            Assert.Equal(Enumerable.Range(1, 16).Select(r => (int)row.Number($"r{r}")), rank.Frequencies);
            var index = draws.Select(draw => draw[at]).ToArray();
            Reference.Equal(row.Number("mean_index"), Column.Mean(index), 1e-9, what);
            Reference.Equal(row.Number("sd_index"), Column.StandardDeviation(index), 1e-9, what);
        }
    }

    [Theory]
    [InlineData("arithmetic", CompositeAggregation.Arithmetic)]
    [InlineData("geometric", CompositeAggregation.Geometric)]
    [InlineData("harmonic", CompositeAggregation.Harmonic)]
    [InlineData("equal_weights", CompositeAggregation.Arithmetic)]
    public void Variants_of_the_index_of_the_Laender_are_those_of_R(string variant, CompositeAggregation aggregation)
    {
        var means = Laender(aggregation, variant == "equal_weights" ? [1, 1, 1, 1, 1, 1] : _weights);
        var places = Place.Of(means);
        foreach (var (row, at) in Reference.Rows("pilot-rank-variants.csv").Select((row, at) => (row, at)))
        {
            Reference.Equal(row.Number(variant), means[at], 1e-9, $"{variant} {row["land"]}");
            Assert.Equal(row.Number($"rank_{variant}"), places[at]!.Value.Rank);
        }
    }

    /// <summary>The mean index of the respondents of each Land, with their raked weights. Geometric and harmonic means take scores below 1
    /// as 1, and four of six dimensions must be there.</summary>
    private static double[] Laender(CompositeAggregation aggregation, double[] weights)
    {
        var rule = new AggregationRule(aggregation, Availability: 4.0 / 6);
        var tree = new CompositeTree(
            new CompositeNode.Branch(
                "index",
                1,
                rule,
                [.. _dimensions.Select((dimension, at) => new CompositeNode.Leaf(dimension, weights[at], at))]
            )
        );
        var columns =
            aggregation == CompositeAggregation.Arithmetic
                ? _scores.Value
                : Array.ConvertAll(_scores.Value, column => Array.ConvertAll(column, score => score < 1 ? 1 : score));
        var index = tree.Scores(columns)[0];
        return Array.ConvertAll(_respondents.Value, land => Mean(land, index));
    }

    private static double Mean((int At, double Weight)[] land, double[] index) =>
        CompositeMean.Arithmetic([.. land.Select(one => index[one.At])], [.. land.Select(one => one.Weight)]);

    private static (int At, double Weight)[][] Grouped()
    {
        var rows = Reference.Rows("pilot-raked.csv").ToDictionary(row => row["id"]);
        var lands = Reference.Rows("pilot-rank-variants.csv").Select(row => row["land"]).ToArray();
        var grouped = Reference
            .Rows("pilot-scores.csv")
            .Select((row, at) => (rows[row["id"]]["land"], At: at, Weight: rows[row["id"]].Number("w_raked")))
            .ToLookup(one => one.Item1, one => (one.At, one.Weight));
        return Array.ConvertAll(lands, land => grouped[land].ToArray());
    }
}
