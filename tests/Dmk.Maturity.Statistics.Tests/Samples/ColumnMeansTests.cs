using CsCheck;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>The quick way to many means gives the numbers of the plain one, and those of R for the study of reference/README.md that speed
/// is measured with.</summary>
public sealed class ColumnMeansTests
{
    /// <summary>Domains across strata, missing values, weights of 0, values far from 0, cells of equal values, all lonely rules.</summary>
    [Fact]
    public void Both_ways_give_the_same() =>
        Gen.Int[0, 100_000]
            .Sample(
                seed =>
                {
                    var random = new Random(seed);
                    var (units, strata, domains) = (random.Next(2, 120), random.Next(1, 8), random.Next(1, 6));
                    int[] stratumOf = [.. Enumerable.Range(0, units).Select(unit => unit < strata ? unit : random.Next(strata))];
                    strata = Math.Min(strata, units);
                    stratumOf = [.. stratumOf.Select(stratum => Math.Min(stratum, strata - 1))];
                    int[] domainOf = [.. Enumerable.Range(0, units).Select(_ => random.Next(-1, domains))];
                    double[] weights =
                    [
                        .. Enumerable.Range(0, units).Select(_ => random.Next(12) == 0 ? 0 : 1 + (20 * random.NextDouble())),
                    ];
                    var far = random.Next(2) * 1e6;
                    double[] values =
                    [
                        .. Enumerable
                            .Range(0, units)
                            .Select(unit =>
                                random.Next(8) == 0 ? double.NaN
                                : domainOf[unit] == 0 ? far + 7
                                : far + (100 * random.NextDouble())
                            ),
                    ];
                    var lonely = (LonelyUnit)random.Next(3);
                    var counts = stratumOf.GroupBy(one => one).ToDictionary(one => one.Key, one => one.Count());
                    double[]? populations =
                        random.Next(2) == 0 ? null : [.. Enumerable.Range(0, strata).Select(one => counts[one] + random.Next(0, 30))];
                    var options = new SampleOptions((DegreesOfFreedomRule)random.Next(4));
                    var design = SampleDesign.Of(weights, stratumOf, populations, lonely);
                    int[][] rows =
                    [
                        .. Enumerable
                            .Range(0, domains)
                            .Select(domain => Enumerable.Range(0, units).Where(unit => domainOf[unit] == domain).ToArray()),
                    ];

                    var plain = SampleStatistics.Means(design, rows, values, options).Estimates;
                    var quick = new ColumnMeans(design, domainOf, domains, options).Of(values);

                    for (var domain = 0; domain < domains; domain++)
                    {
                        Same(plain[domain], quick[domain], far);
                    }
                },
                iter: 2000
            );

    [Fact]
    public void Means_and_standard_errors_by_Land_and_sector_are_those_of_R()
    {
        var rows = Reference.Rows("speed-respondents.csv");
        var expected = Reference.Rows("speed-means.csv");
        var strata = rows.Select(row => row["stratum"]).Distinct().Index().ToDictionary(one => one.Item, one => one.Index);
        var names = expected.Select(row => $"{row["land"]}|{row["sector"]}").ToList();
        var populations = new double[strata.Count];
        foreach (var row in rows)
        {
            populations[strata[row["stratum"]]] = row.Number("Nh");
        }

        var design = SampleDesign.Of(
            [.. rows.Select(row => row.Number("w"))],
            [.. rows.Select(row => strata[row["stratum"]])],
            populations,
            LonelyUnit.Adjust
        );

        var means = new ColumnMeans(
            design,
            [.. rows.Select(row => names.IndexOf($"{row["land"]}|{row["sector"]}"))],
            names.Count,
            new()
        ).Of([.. rows.Select(row => row.Number("y1"))]);

        foreach (var (place, row) in expected.Index())
        {
            Reference.Equal(row.Number("mean"), means[place]!.Value, 1e-12, names[place]);
            // R gives a single respondent the standard error 0; there is none.
            var none = means[place]!.Respondents == 1;
            Reference.Equal(none ? double.NaN : row.Number("se"), means[place]!.StandardError, 1e-10, names[place]);
        }
    }

    private static void Same(SampleEstimate? plain, SampleEstimate? quick, double far)
    {
        Assert.Equal(plain is null, quick is null);
        if (plain is null || quick is null)
        {
            return;
        }

        Assert.Equal(plain.Respondents, quick.Respondents);
        Assert.Equal(plain.Missing, quick.Missing);
        Near(plain.Value, quick.Value, 1e-12);
        // A domain of equal values has a standard error of rounding at most.
        if (plain.StandardError > 1e-9 * Math.Max(1, far))
        {
            Assert.True(plain.Interval.Method == quick.Interval.Method, $"{plain} / {quick}");
            Near(plain.StandardError, quick.StandardError, 1e-9);
            Near(plain.Interval.Lower, quick.Interval.Lower, 1e-9);
            Near(plain.DesignEffect, quick.DesignEffect, 1e-8);
            Near(plain.DegreesOfFreedom, quick.DegreesOfFreedom, 1e-8);
        }

        Near(plain.EffectiveRespondents, quick.EffectiveRespondents, 1e-12);
    }

    private static void Near(double expected, double actual, double relative) =>
        Assert.True(
            double.IsNaN(expected) ? double.IsNaN(actual) : Math.Abs(expected - actual) <= relative * Math.Abs(expected),
            $"{actual:R} instead of {expected:R}"
        );
}
