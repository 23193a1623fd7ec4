namespace Dmk.Maturity.Statistics.Tests;

/// <summary>The Technology Achievement Index of the OECD/JRC Handbook (2008), to the last digit of its tables.</summary>
/// <remarks>Left out: benefit of the doubt (table 19), weights by factors and by the analytic hierarchy process (18, 20, 22 and their
/// ranks in 23), which are not offered; the published non-compensatory ranks (38), which are not the optimum.</remarks>
public sealed class TechnologyTests
{
    private static readonly string[] _columns =
    [
        "patents",
        "royalties",
        "internet_hosts",
        "exports",
        "telephones_per_1000",
        "electricity_kwh",
        "schooling",
        "tertiary_science",
    ];

    private static readonly string[] _names =
    [
        "patents",
        "royalties",
        "internet",
        "exports",
        "telephones",
        "electricity",
        "schooling",
        "university",
    ];

    [Fact]
    public void Table_6_holds_the_correlations()
    {
        var matrix = Correlations.Of(Logged());
        foreach (var (row, i) in Reference.Rows("tai-correlations.csv").Select((row, i) => (row, i)))
        {
            for (var j = i; j < _names.Length; j++)
            {
                Digits(row.Number(_names[j]), matrix[i, j], 2, $"{_names[i]} {_names[j]}");
            }
        }
    }

    [Fact]
    public void Table_7_holds_the_eigenvalues()
    {
        var components = PrincipalComponents.Of(Correlations.Of(Logged()));
        var sum = 0.0;
        foreach (var (row, at) in Reference.Rows("tai-eigenvalues.csv").Select((row, at) => (row, at)))
        {
            sum += components.Explained[at];
            Digits(row.Number("eigenvalue"), components.Eigenvalues[at], 1, $"eigenvalue {at}");
            Digits(row.Number("variance_pct"), 100 * components.Explained[at], 1, $"share {at}");
            Digits(row.Number("cumulative_pct"), 100 * sum, 1, $"cumulated {at}");
        }
    }

    [Fact]
    public void Table_11_holds_alpha_and_what_it_would_be_without_each_indicator()
    {
        var alpha = Reliability.Of(Array.ConvertAll(Logged(), column => Rescaling.Z(column, 0, 1)));
        Digits(0.70, alpha.Alpha, 2, "alpha");
        foreach (var (row, at) in Reference.Rows("tai-alpha.csv").Take(8).Select((row, at) => (row, at)))
        {
            Digits(row.Number("corr_with_total"), alpha.Items[at].WithRest, 3, $"{_names[at]} with the rest");
            Digits(row.Number("alpha_if_deleted"), alpha.Items[at].AlphaWithout, 3, $"without {_names[at]}");
        }
    }

    [Fact]
    public void Table_15_holds_nine_normalisations_of_schooling()
    {
        var rows = Reference.Rows("tai-normalised.csv");
        var raw = rows.Select(row => row.Number("schooling_raw")).ToArray();
        var percentiles = Rescaling.Percentile(raw);
        var mean = Column.Mean(raw);
        var (best, worst) = (Column.Maximum(raw), Column.Minimum(raw));
        Same(rows, "rank_high_is_top", Rescaling.Rank(raw), 0);
        Same(rows, "zscore", Rescaling.Z(raw, 0, 1), 2);
        Same(rows, "minmax", Rescaling.MinMax(raw, 0, 1), 2);
        Same(rows, "ratio_to_mean", Rescaling.RatioTo(raw, mean), 2);
        Same(rows, "ratio_to_best", Rescaling.RatioTo(raw, best), 2);
        Same(rows, "ratio_to_worst", Rescaling.RatioTo(raw, worst), 2);
        Same(rows, "diff_to_mean", Rescaling.DifferenceTo(raw, mean), 2);
        Same(rows, "diff_to_worst", Rescaling.DifferenceTo(raw, worst), 2);
        Same(rows, "above_below_mean_p20", Rescaling.AboutMean(raw, 0.2), 0);
        Same(rows, "percentile", percentiles, 1);
        Same(rows, "categorical", Rescaling.Bands(percentiles, [5, 15, 35, 65, 85, 95], [0, 20, 40, 50, 60, 80, 100]), 0);
    }

    [Fact]
    public void Table_23_holds_the_ranks_by_goalposts()
    {
        var scores = Posted();
        var rows = Reference.Rows("tai-raw.csv");
        var published = Reference.Rows("tai-goalposts.csv").ToDictionary(row => row["iso3"]);
        string[] names =
        [
            "patents",
            "royalties",
            "internet",
            "exports",
            "telephones_log10",
            "electricity_log10",
            "schooling",
            "university",
        ];
        for (var unit = 0; unit < rows.Count; unit++)
        {
            for (var k = 0; k < names.Length; k++)
            {
                Digits(published[rows[unit]["iso3"]].Number(names[k]), scores[k][unit], 6, $"{rows[unit]["iso3"]} {names[k]}");
            }
        }

        Ranks("EW_LIN_t23_t38", Weighted(scores, [1, 1, 1, 1, 1, 1, 1, 1]));
        Ranks("BAP_t23", Weighted(scores, [0.11, 0.11, 0.11, 0.18, 0.1, 0.06, 0.15, 0.18]));
    }

    [Fact]
    public void Table_38_holds_the_ranks_of_geometric_means()
    {
        var raw = Raw();
        raw[4] = Array.ConvertAll(raw[4], Math.Log10);
        raw[5] = Array.ConvertAll(raw[5], Math.Log10);
        var means = Enumerable
            .Range(0, 23)
            .Select(unit => CompositeMean.Geometric([.. raw.Select(column => column[unit])], [1, 1, 1, 1, 1, 1, 1, 1]))
            .ToArray();
        var computed = Reference.Rows("tai-geometric.csv").ToDictionary(row => row["iso3"], row => row.Number("GME_raw"));
        var units = Reference.Rows("tai-raw.csv").Select(row => row["iso3"]).ToArray();
        for (var unit = 0; unit < units.Length; unit++)
        {
            Assert.True(Math.Abs(computed[units[unit]] / means[unit] - 1) < 1e-3, $"{units[unit]} {means[unit]}");
        }

        Ranks("GME_t38", means);
    }

    [Fact]
    public void Three_orders_of_the_first_five_countries_tie()
    {
        var first = Array.ConvertAll(Raw(), column => column[..5]);

        var orders = Outranking.Of(first, [1, 1, 1, 1, 1, 1, 1, 1]).Kemeny();

        Assert.Equal(3, orders.Count);
        Assert.Equal(3, orders.Orders.Count);
    }

    /// <summary>The published order is not the best one, of which there are several: a loose check, by Spearman's correlation.</summary>
    [Fact]
    public void Table_38_holds_an_order_near_to_those_with_the_most_votes()
    {
        var units = Reference.Rows("tai-raw.csv").Select(row => row["iso3"]).ToArray();
        var published = Reference.Rows("tai-ranks.csv").ToDictionary(row => row["iso3"], row => (int)row.Number("NCMC_t38"));
        var votes = Outranking.Of(Raw(), [1, 1, 1, 1, 1, 1, 1, 1]);

        var best = votes.Kemeny();

        double Support(int[] order)
        {
            return order.Index().Sum(one => order[(one.Index + 1)..].Sum(behind => votes[one.Item, behind]));
        }

        int[] theirs = [.. Enumerable.Range(0, 23).OrderBy(unit => published[units[unit]])];
        Assert.True(Support(theirs) < best.Support - 1e-9);
        Assert.All(best.Orders, order => Assert.Equal(best.Support, Support(order), 1e-9));
        Assert.True(best.Count > best.Orders.Count);
        Assert.All(
            best.Orders,
            order =>
            {
                var apart = order.Index().Sum(one => Math.Pow(published[units[one.Item]] - 1 - one.Index, 2));
                Assert.True(1 - (6 * apart / (23 * ((23 * 23) - 1))) > 0.9, $"{apart}");
            }
        );
    }

    private static double[][] Raw()
    {
        var rows = Reference.Rows("tai-raw.csv");
        return Array.ConvertAll(_columns, column => rows.Select(row => row.Number(column)).ToArray());
    }

    private static double[][] Logged()
    {
        var columns = Raw();
        columns[4] = Array.ConvertAll(columns[4], Math.Log10);
        columns[5] = Array.ConvertAll(columns[5], Math.Log10);
        return columns;
    }

    /// <summary>By the goalposts of the UNDP.</summary>
    private static double[][] Posted()
    {
        var columns = Logged();
        (double Low, double High)[] posts =
        [
            (0, 994),
            (0, 272.6),
            (0, 232.4),
            (0, 80.8),
            (0, Math.Log10(901)),
            (Math.Log10(22), Math.Log10(6969)),
            (0.8, 12),
            (0.1, 27.4),
        ];
        return [.. columns.Zip(posts, (column, post) => Rescaling.Goalposts(column, post.Low, post.High, 1, OutsidePosts.Clamp))];
    }

    private static double[] Weighted(double[][] columns, double[] weights) =>
        [.. Enumerable.Range(0, 23).Select(unit => CompositeMean.Arithmetic([.. columns.Select(column => column[unit])], weights))];

    private static void Ranks(string column, double[] scores)
    {
        var published = Reference.Rows("tai-ranks.csv").ToDictionary(row => row["iso3"], row => row.Number(column));
        var places = Place.Of(scores);
        foreach (var (row, unit) in Reference.Rows("tai-raw.csv").Select((row, unit) => (row, unit)))
        {
            Assert.True(published[row["iso3"]] == places[unit]!.Value.Rank, $"{column} {row["iso3"]} {places[unit]}");
        }
    }

    private static void Same(IReadOnlyList<IReadOnlyDictionary<string, string>> rows, string column, double[] actual, int digits)
    {
        for (var unit = 0; unit < rows.Count; unit++)
        {
            Digits(rows[unit].Number(column), actual[unit], digits, $"{column} {rows[unit]["iso3"]}");
        }
    }

    /// <summary>As published to so many decimals.</summary>
    private static void Digits(double expected, double actual, int decimals, string what)
    {
        Agreement.Printed(expected, actual, Math.Pow(10, -decimals));
        Assert.True(
            Math.Abs(expected - actual) <= (0.5 * Math.Pow(10, -decimals)) + 1e-9,
            $"{what}: published {expected}, computed {actual:R}."
        );
    }
}
