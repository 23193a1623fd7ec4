namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Land x sector cells of the pilot study against base R (see reference/README.md): variances to 1e-8, what follows from them to
/// 1e-7 where it is a small remainder, by two models and two kinds of sampling variances.</summary>
public sealed class FayHerriotTests
{
    private const double Tolerance = 1e-8;

    private static readonly string[] _mix = ["intercept", "share_10_49", "share_50_249", "share_250p"];
    private static readonly string[] _all =
    [
        .. _mix,
        .. new[] { "DE", "F", "G", "H", "I", "J", "KL", "M", "NS" }.Select(sector => $"sector_{sector}"),
    ];

    public static TheoryData<string, string> Cases =>
        [.. Reference.Rows("pilot-fay-herriot.csv").Select(row => (row["model"], row["method"]))];

    [Fact]
    public void All_cases_of_the_file_are_tried() => Assert.Equal(16, Cases.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Variances_and_coefficients_are_those_of_R(string model, string method)
    {
        var row = Reference.Rows("pilot-fay-herriot.csv").Single(row => row["model"] == model && row["method"] == method);

        var fit = Fit(model, method);

        Reference.Equal(row.Number("sigma2"), fit.Between, Tolerance, "A");
        Reference.Equal(row.Number("var_sigma2"), fit.BetweenVariance, Tolerance, "variance of A");
        Reference.Equal(row.Number("bias_term"), fit.BetweenBias, Tolerance, "bias of A");
        Reference.Equal(row.Number("loglik"), fit.LogLikelihood, Tolerance, "log-likelihood");
        var terms = Reference.Rows("pilot-fay-herriot-beta.csv").Where(row => row["model"] == model && row["method"] == method).ToArray();
        Assert.Equal(terms.Length, fit.Coefficients.Count);
        foreach (var (term, coefficient) in terms.Zip(fit.Coefficients))
        {
            Assert.Equal(term["term"], coefficient.Name);
            Reference.Equal(term.Number("estimate"), coefficient.Value, Tolerance, term["term"]);
            Reference.Equal(term.Number("se"), coefficient.StandardError, Tolerance, $"{term["term"]} se");
            Reference.Equal(term.Number("z"), coefficient.Z, Tolerance, $"{term["term"]} z");
            Reference.Equal(term.Number("p"), coefficient.P, 1e-6, $"{term["term"]} p");
        }

        var predicted = Reference
            .Rows("pilot-fay-herriot-synthetic.csv")
            .Where(row => row["model"] == model && row["method"] == method)
            .ToDictionary(row => row["domain"]);
        Assert.Equal(predicted.Keys.Order(), fit.Areas.Where(area => area.IsSynthetic).Select(area => area.Name).Order());
        foreach (var area in fit.Areas.Where(area => area.IsSynthetic))
        {
            Reference.Equal(predicted[area.Name].Number("synthetic"), area.Eblup, Tolerance, area.Name);
            Reference.Equal(predicted[area.Name].Number("mse"), area.MeanSquaredError, Tolerance, $"{area.Name} mse");
            Assert.Equal(0, area.Shrinkage);
        }
    }

    [Theory]
    [InlineData("M1_smooth", 159)]
    [InlineData("M2_smooth", 159)]
    [InlineData("M1_direct", 154)]
    [InlineData("M2_direct", 154)]
    public void Areas_are_those_of_R(string model, int count)
    {
        var fit = Fit(model, "REML");
        var rows = Reference.Rows("pilot-fay-herriot-areas.csv").Where(row => row["model"] == model).ToDictionary(row => row["domain"]);
        var areas = fit.Areas.Where(area => !area.IsSynthetic).ToArray();
        Assert.Equal((count, count), (rows.Count, areas.Length));
        var sizes = Reference.Rows("pilot-small-areas.csv").ToDictionary(row => row["domain"], row => row.Number("N"));
        var weights = areas.Select(area => sizes[area.Name]).ToArray();
        var target = areas.Zip(weights, (area, weight) => weight * area.Direct).Sum() / weights.Sum();
        var benchmarked = Benchmarked.Of([.. areas.Select(area => area.Eblup)], weights, new int[count], [target], BenchmarkRule.Ratio);
        foreach (var (area, at) in areas.Select((area, at) => (area, at)))
        {
            var row = rows[area.Name];
            Reference.Equal(row.Number("gamma"), area.Shrinkage, Tolerance, $"{area.Name} gamma");
            Reference.Equal(row.Number("synthetic"), area.Synthetic, Tolerance, $"{area.Name} synthetic");
            Reference.Equal(row.Number("eblup"), area.Eblup, Tolerance, $"{area.Name} eblup");
            Reference.Equal(row.Number("g1"), area.G1, Tolerance, $"{area.Name} g1");
            Reference.Equal(row.Number("g2"), area.G2, Tolerance, $"{area.Name} g2");
            Reference.Equal(row.Number("g3"), area.G3, Tolerance, $"{area.Name} g3");
            Reference.Equal(row.Number("mse"), area.MeanSquaredError, Tolerance, $"{area.Name} mse");
            Assert.Equal(row.Number("std_resid"), area.StandardizedResidual, 1e-8);
            Reference.Equal(row.Number("eblup_ratio_benchmarked"), benchmarked.Values[at], Tolerance, $"{area.Name} benchmarked");
        }

        var factor = Reference.Rows("pilot-fay-herriot.csv").Single(row => row["model"] == model && row["method"] == "REML");
        Reference.Equal(factor.Number("benchmark_factor"), benchmarked.Adjustments[0], Tolerance, "factor");
    }

    [Theory]
    [InlineData(FayHerriotMethod.Reml)]
    [InlineData(FayHerriotMethod.Ml)]
    [InlineData(FayHerriotMethod.FayHerriot)]
    [InlineData(FayHerriotMethod.PrasadRao)]
    public void Areas_no_further_apart_than_sampling_explains_have_no_variance_between_them(FayHerriotMethod method)
    {
        var fit = FayHerriot.Fit([.. Enumerable.Range(0, 20).Select(d => Plain($"{d}", 50 + (d % 2 * 0.1), 4 + d))], ["constant"], method);

        Assert.True(fit.IsAtBoundary);
        Assert.All(fit.Areas, area => Assert.Equal((area.Synthetic, 0), (area.Eblup, area.Shrinkage)));
    }

    /// <summary>With equal sampling variances the restricted likelihood has a closed solution: the squared residuals over m - p, less
    /// psi.</summary>
    [Fact]
    public void Equal_sampling_variances_have_the_closed_solution()
    {
        double[] direct = [40, 45, 52, 61, 38, 55, 47];
        var mean = direct.Average();
        var expected = (direct.Sum(one => (one - mean) * (one - mean)) / 6) - 9;

        var fit = FayHerriot.Fit([.. direct.Select((one, d) => Plain($"{d}", one, 9))], ["constant"]);

        Assert.Equal(expected, fit.Between, 9);
        Assert.Equal(mean, fit.Coefficients[0].Value, 12);
    }

    [Fact]
    public void The_order_and_scale_of_areas_and_auxiliaries_do_not_matter()
    {
        var (areas, names) = Input("M2_smooth");
        var usual = FayHerriot.Fit(areas, names);
        var turned = FayHerriot.Fit(
            [.. areas.Reverse().Select(area => area with { Auxiliaries = [.. area.Auxiliaries.Reverse().Select(one => 1000 * one)] })],
            [.. names.Reverse()]
        );

        Reference.Equal(usual.Between, turned.Between, 1e-9, "A");
        foreach (var (one, other) in usual.Areas.Zip(turned.Areas.Reverse()))
        {
            Reference.Equal(one.Eblup, other.Eblup, 1e-9, one.Name);
            Reference.Equal(one.MeanSquaredError, other.MeanSquaredError, 1e-8, $"{one.Name} mse");
        }
    }

    [Fact]
    public void Groups_agree_with_their_targets_after_benchmarking()
    {
        double[] values = [40, 50, 60, 70];
        double[] weights = [1, 3, 2, 0];

        var ratio = Benchmarked.Of(values, weights, [0, 0, 1, 2], [50, double.NaN, double.NaN], BenchmarkRule.Ratio);
        var difference = Benchmarked.Of(values, weights, [0, 0, 1, 1], [50, 58], BenchmarkRule.Difference);

        Assert.Equal(50, (ratio.Values[0] + (3 * ratio.Values[1])) / 4, 12);
        Assert.Equal([60, 70], ratio.Values.Skip(2));
        Assert.True(double.IsNaN(ratio.Adjustments[1]));
        Assert.Equal([42.5, 52.5, 58, 68], difference.Values);
        Assert.Equal([2.5, -2], difference.Adjustments);
    }

    [Fact]
    public void Refusals_name_the_area_or_the_auxiliary()
    {
        var good = Enumerable.Range(0, 6).Select(d => new Area($"A{d}", 40 + d, 2, [1, d * d])).ToArray();
        Assert.Contains("'B' has the sampling variance 0", Refused([.. good, new Area("B", 5, 0, [1, 2])]), StringComparison.Ordinal);
        Assert.Contains("'B' has 1 auxiliaries, not 2", Refused([.. good, new Area("B", 5, 1, [1])]), StringComparison.Ordinal);
        Assert.Contains(
            "'B' has the value NaN of auxiliary 'x'",
            Refused([.. good, new Area("B", 5, 1, [1, double.NaN])]),
            StringComparison.Ordinal
        );
        Assert.Contains("2 auxiliaries and 2 such areas", Refused(good[..2]), StringComparison.Ordinal);
        Assert.Contains(
            "Auxiliary 'x' is 0 everywhere or a combination",
            Refused([.. good.Select(one => one with { Auxiliaries = [1, 3] })]),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "Group 1 has a target and no weight",
            Assert.Throws<ArgumentException>(() => Benchmarked.Of([1], [1], [0], [1, 2], BenchmarkRule.Ratio)).Message,
            StringComparison.Ordinal
        );
    }

    private static string Refused(Area[] areas) => Assert.Throws<ArgumentException>(() => FayHerriot.Fit(areas, ["constant", "x"])).Message;

    private static Area Plain(string name, double direct, double variance) => new(name, direct, variance, [1]);

    private static FayHerriot Fit(string model, string method)
    {
        var (areas, names) = Input(model);
        return FayHerriot.Fit(
            areas,
            names,
            method switch
            {
                "REML" => FayHerriotMethod.Reml,
                "ML" => FayHerriotMethod.Ml,
                "FH" => FayHerriotMethod.FayHerriot,
                _ => FayHerriotMethod.PrasadRao,
            }
        );
    }

    /// <summary>Direct variances need 5 respondents, smoothed ones 2; other areas are predicted.</summary>
    private static (IReadOnlyList<Area> Areas, IReadOnlyList<string> Names) Input(string model)
    {
        var names = model.StartsWith("M1", StringComparison.Ordinal) ? _mix : _all;
        var (column, least) = model.EndsWith("direct", StringComparison.Ordinal) ? ("psi_direct", 5) : ("psi_smooth", 2);
        return (
            [
                .. Reference
                    .Rows("pilot-small-areas.csv")
                    .Select(row => new Area(
                        row["domain"],
                        row.Whole("n") < least ? double.NaN : row.Number("direct"),
                        row.Number(column),
                        [.. names.Select(row.Number)]
                    )),
            ],
            names
        );
    }
}
