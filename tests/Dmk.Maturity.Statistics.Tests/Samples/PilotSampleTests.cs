namespace Dmk.Maturity.Statistics.Tests;

/// <summary>The pilot study of reference/README.md from its raw columns: raked, calibrated and bounded weights, and what R survey 4.1-1
/// estimates with the raked ones, residuals of the calibration in the variances.</summary>
public sealed class PilotSampleTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _rows = Reference.Rows("pilot-weights.csv");
    private static readonly Dictionary<string, IReadOnlyDictionary<string, string>> _scores = Reference
        .Rows("pilot-scores.csv")
        .ToDictionary(row => row["id"]);
    private static readonly SampleDesign _raked = Design.Calibrated(Margins, CalibrationDistance.Raking);

    /// <summary>The raked weights as if they had been given.</summary>
    private static readonly SampleDesign _fixed = WithWeights(_raked.Weights.ToArray());

    private static readonly string[][] _places = [.. _rows.Select(row => row["stratum"].Split('|'))];

    private static SampleDesign Design => WithWeights([.. _rows.Select(row => row.Number("w_nr"))]);

    private static SampleDesign WithWeights(double[] weights)
    {
        var classes = _rows.Select(row => row["wclass"]).Distinct().ToList();
        var populations = Pilot
            .StrataRows.GroupBy(row => row["wclass"])
            .ToDictionary(one => one.Key, one => one.Sum(row => row.Number("N")));
        return SampleDesign.Of(
            weights,
            [.. _rows.Select(row => classes.IndexOf(row["wclass"]))],
            [.. classes.Select(one => populations[one])],
            LonelyUnit.Adjust
        );
    }

    private static CalibrationTerm[] Margins =>
        [
            .. Reference
                .Rows("pilot-margins.csv")
                .GroupBy(row => row["variable"])
                .Select(
                    (margin, place) =>
                    {
                        var labels = margin.Select(row => row["level"]).ToArray();
                        return new CalibrationTerm.Categories(
                            margin.Key,
                            [.. _rows.Select(row => Array.IndexOf(labels, row["stratum"].Split('|')[place]))],
                            labels,
                            [.. margin.Select(row => row.Number("total"))]
                        );
                    }
                ),
        ];

    [Theory]
    [InlineData("w_raked", "raking", 1e-11)]
    [InlineData("w_greg", "linear", 1e-11)]
    [InlineData("w_raked_bounded", "clipped", 1e-8)]
    [InlineData("w_logit_bounded", "logit", 1e-8)]
    public void Every_respondent_has_the_weight_that_R_gives_it(string column, string distance, double tolerance)
    {
        var design = Design.Calibrated(
            Margins,
            distance switch
            {
                "raking" => CalibrationDistance.Raking,
                "linear" => CalibrationDistance.Linear,
                "clipped" => CalibrationDistance.ClippedRaking(0.86, 1.25),
                _ => CalibrationDistance.Logit(0.8, 1.35),
            }
        );
        foreach (var (unit, row) in _rows.Index())
        {
            Reference.Equal(row.Number(column), design.Weights[unit], tolerance, $"{column} of {row["id"]}");
        }
    }

    [Theory]
    [InlineData("overall", "")]
    [InlineData("land", "0")]
    [InlineData("sector", "1")]
    [InlineData("size", "2")]
    [InlineData("land_x_sector", "01")]
    public void Means_and_what_calibration_leaves_of_their_variance_are_those_of_R(string by, string places)
    {
        var rows = Reference.Rows("pilot-calibrated-means.csv").Where(row => row["by"] == by).ToArray();
        foreach (var table in rows.GroupBy(row => row["variable"]))
        {
            var names = table.Select(row => row["domain"]).ToArray();
            int[][] domains = [.. names.Select(name => Domain(places, name))];
            var values = Values(table.Key);
            var calibrated = SampleStatistics.Means(_raked, domains, values, new());
            var plain = SampleStatistics.Means(_fixed, domains, values, new());
            foreach (var (place, row) in table.Index())
            {
                var (estimate, what) = (calibrated.Estimates[place]!, $"{table.Key} in {row["domain"]}");
                Assert.Equal(row.Whole("n"), estimate.Respondents);
                Reference.Equal(row.Number("mean"), estimate.Value, 1e-10, $"mean of {what}");
                if (estimate.Respondents == 1)
                {
                    // R gives a single respondent the standard error 0; there is none.
                    Assert.True(double.IsNaN(estimate.StandardError));
                    continue;
                }

                Reference.Equal(row.Number("se_fixed"), plain.Estimates[place]!.StandardError, 1e-9, $"fixed standard error of {what}");
                Reference.Equal(row.Number("se_calibrate"), estimate.StandardError, 1e-9, $"standard error of {what}");
                Reference.Equal(row.Number("n_eff"), estimate.EffectiveRespondents, 1e-9, $"effective respondents of {what}");
                Reference.Equal(row.Number("lower"), plain.Estimates[place]!.Interval.Lower, 1e-9, $"lower end of {what}");
                Reference.Equal(row.Number("upper"), plain.Estimates[place]!.Interval.Upper, 1e-9, $"upper end of {what}");
            }
        }
    }

    [Fact]
    public void Covariances_between_the_Laender_are_those_of_R()
    {
        var rows = Reference.Rows("pilot-land-covariances.csv");
        var means = SampleStatistics.Means(_raked, [.. rows.Select(row => Domain("0", row["land"]))], Values("index"), new());

        var covariances = means.Covariances();

        for (var a = 0; a < rows.Count; a++)
        {
            for (var b = 0; b < rows.Count; b++)
            {
                var expected = rows[a].Number(rows[b]["land"]);
                var scale = Math.Sqrt(covariances[a, a] * covariances[b, b]);
                Assert.True(
                    Math.Abs(expected - covariances[a, b]) <= 1e-10 * scale,
                    $"{rows[a]["land"]} and {rows[b]["land"]}: {covariances[a, b]:R} instead of {expected:R}"
                );
            }
        }
    }

    /// <summary>Without residuals of the calibration, as the reference was made.</summary>
    [Fact]
    public void Quantiles_are_those_of_R()
    {
        foreach (var row in Reference.Rows("pilot-quantiles.csv"))
        {
            var quantile = SampleQuantiles.Of(_fixed, [Domain("", "ALL")], Values("index"), row.Number("p"), new())[0]!;
            Reference.Equal(row.Number("quantile"), quantile.Value, 1e-12, $"quantile {row["p"]}");
            Reference.Equal(row.Number("lower"), quantile.Interval.Lower, 1e-12, $"lower end of {row["p"]}");
            Reference.Equal(row.Number("upper"), quantile.Interval.Upper, 1e-12, $"upper end of {row["p"]}");
            Reference.Equal(row.Number("se"), quantile.StandardError, 1e-9, $"standard error of {row["p"]}");
        }
    }

    [Fact]
    public void Totals_and_ratios_are_those_of_R()
    {
        foreach (var row in Reference.Rows("pilot-totals.csv"))
        {
            int[][] domains = [Domain(row["land"].Length == 0 ? "" : "0", row["land"])];
            var estimate = (
                row["statistic"] == "total"
                    ? SampleStatistics.Totals(row["land"].Length == 0 ? _raked : _fixed, domains, Column("invest"), new())
                    : SampleStatistics.Ratios(_fixed, domains, Column("invest"), Column("revenue"), new())
            ).Estimates[0]!;
            Reference.Equal(row.Number("estimate"), estimate.Value, 1e-10, $"{row["statistic"]} {row["land"]}");
            Reference.Equal(row.Number("se"), estimate.StandardError, 1e-9, $"standard error of {row["statistic"]} {row["land"]}");
        }
    }

    private static double[] Column(string name) => [.. _rows.Select(row => row.Number(name))];

    private static double[] Values(string variable) => [.. _rows.Select(row => _scores[row["id"]].Number(variable))];

    /// <param name="places">Which parts of the stratum's name the domain is about.</param>
    private static int[] Domain(string places, string name) =>
        [
            .. Enumerable
                .Range(0, _rows.Count)
                .Where(unit => places.Length == 0 || string.Join('|', places.Select(place => _places[unit][place - '0'])) == name),
        ];
}
