using MathNet.Numerics.LinearAlgebra;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Against svycontrast of R survey 4.1-1, to 1e-9 relative (see reference/README.md), and by laws.</summary>
public sealed class ContrastsTests
{
    private const double Tolerance = 1e-9;

    /// <summary>Of api00 and api99, with their covariance (svymean, stratified, with fpc).</summary>
    private static readonly JointEstimates _schools = new(
        [662.2873631593208, 629.3948447839612],
        Symmetric(2, 88.52816703030453, 91.80067534592563, 99.2802457706111),
        197
    );

    public static TheoryData<int> Schools => [.. Enumerable.Range(0, Reference.Rows("schools-contrasts.csv").Count)];

    [Theory]
    [MemberData(nameof(Schools))]
    public void Differences_of_schools_are_those_of_R(int index)
    {
        var row = Reference.Rows("schools-contrasts.csv")[index];
        var pair = new JointEstimates(
            [row.Number("value_a"), row.Number("value_b")],
            Symmetric(2, row.Number("var_a"), row.Number("cov"), row.Number("var_b")),
            row.Number("df")
        );

        var difference = Contrasts.Difference(pair, 0, 1);

        var what = $"{row["case"]} {row["a"]} {row["b"]}";
        Reference.Equal(row.Number("difference"), difference.Value, Tolerance, what);
        Reference.Equal(row.Number("se"), difference.StandardError, Tolerance, $"{what} se");
        Reference.Equal(row.Number("t"), difference.T, Tolerance, $"{what} t");
        Reference.Equal(row.Number("p"), difference.P, Tolerance, $"{what} p");
        Reference.Equal(row.Number("lower"), difference.Lower, Tolerance, $"{what} lower");
        Reference.Equal(row.Number("upper"), difference.Upper, Tolerance, $"{what} upper");
        var normal = Contrasts.Difference(
            new JointEstimates([pair.Value(0), pair.Value(1)], Symmetric(2, row.Number("var_a"), row.Number("cov"), row.Number("var_b"))),
            0,
            1
        );
        Reference.Equal(row.Number("p_z"), normal.P, Tolerance, $"{what} p of the normal distribution");
    }

    /// <summary>svycontrast over svyratio and svymean: the schools with an award against all schools.</summary>
    [Fact]
    public void A_domain_minus_the_whole_has_the_covariance_of_both()
    {
        var both = new JointEstimates(
            [678.422405614438, 662.2873631593208],
            Symmetric(2, 140.5796983724238, 89.73226120233589, 88.52816703030453)
        );

        var difference = Contrasts.Difference(both, 0, 1);

        Reference.Equal(16.135042455117286, difference.Value, Tolerance, "difference");
        Reference.Equal(7.045803218800289, difference.StandardError, Tolerance, "se");
    }

    [Fact]
    public void Functions_of_estimates_are_those_of_R()
    {
        var ratio = Contrasts.Ratio(_schools, 0, 1);
        Reference.Equal(1.0522605462182486, ratio.Value, Tolerance, "ratio");
        Reference.Equal(0.003643922230843469, ratio.StandardError, Tolerance, "se of the ratio");

        var (one, other) = (_schools.Value(0), _schools.Value(1));
        var logs = Contrasts.Function(_schools, Math.Log(one) - Math.Log(other), [1 / one, -1 / other]);
        Reference.Equal(0.05094075115882468, logs.Value, Tolerance, "logs");
        Reference.Equal(0.0034629467425529477, logs.StandardError, Tolerance, "se of logs");

        var root = Math.Sqrt(one * other);
        var mean = Contrasts.Function(_schools, root, [root / 2 / one, root / 2 / other]);
        Reference.Equal(645.6316690947243, mean.Value, Tolerance, "geometric mean");
        Reference.Equal(9.64626157828037, mean.StandardError, Tolerance, "se of the geometric mean");
    }

    [Fact]
    public void A_ratio_is_tested_against_1_and_a_denominator_of_0_has_none()
    {
        var ratio = Contrasts.Ratio(_schools, 0, 1);
        Assert.Equal((ratio.Value - 1) / ratio.StandardError, ratio.T, 12);

        var none = Contrasts.Ratio(JointEstimates.Independent([3, 0], [1, 1]), 0, 1);
        Assert.True(double.IsNaN(none.Value) && double.IsNaN(none.StandardError) && double.IsNaN(none.P));
    }

    /// <summary>16 Länder of the pilot study against Germany and against each other, with Holm's adjustment of 120 tests.</summary>
    [Fact]
    public void Laender_of_the_pilot_study_compare_as_in_R()
    {
        var lands = Reference.Rows("pilot-standardised.csv").Select(row => row["land"]).Distinct().ToList();
        var joint = PilotDomains.Of(17, one => [lands.IndexOf(one.Land), 16]);
        foreach (var row in Reference.Rows("pilot-ranking.csv"))
        {
            var land = lands.IndexOf(row["land"]);
            var difference = Contrasts.Difference(joint, land, 16);
            Reference.Equal(row.Number("mean"), joint.Value(land), Tolerance, $"{row["land"]}");
            Reference.Equal(row.Number("se"), joint.StandardError(land), Tolerance, $"{row["land"]} se");
            Reference.Equal(row.Number("difference"), difference.Value, Tolerance, $"{row["land"]} - DE");
            Reference.Equal(row.Number("difference_se"), difference.StandardError, Tolerance, $"{row["land"]} - DE, se");
        }

        var pairs = Reference.Rows("pilot-ranking-pairs.csv");
        var differences = pairs.Select(row => Contrasts.Difference(joint, lands.IndexOf(row["a"]), lands.IndexOf(row["b"]))).ToArray();
        var holm = Holm.Of([.. differences.Select(one => one.P)]);
        Assert.Equal((120, 120), (pairs.Count, holm.Tests));
        foreach (var (row, difference, adjusted) in pairs.Zip(differences, holm.P))
        {
            var what = $"{row["a"]} - {row["b"]}";
            Reference.Equal(row.Number("difference"), difference.Value, Tolerance, what);
            Reference.Equal(row.Number("se"), difference.StandardError, Tolerance, $"{what} se");
            Reference.Equal(row.Number("t"), difference.T, Tolerance, $"{what} t");
            Reference.Equal(row.Number("p"), difference.P, Tolerance, $"{what} p");
            Reference.Equal(row.Number("p_holm"), adjusted, Tolerance, $"{what} Holm");
        }

        Assert.Equal(20, holm.P.Count(one => one < 0.05));
    }

    /// <summary>regTermTest of R survey 4.1-1 on the pilot study's 16 Länder, whose model leaves out the respondents without an index:
    /// 3,423 degrees of freedom.</summary>
    [Fact]
    public void That_all_Laender_are_equal_is_tested_as_in_R()
    {
        var rows = Reference.Rows("pilot-ranking.csv");

        var test = EqualityTest.Of(
            JointEstimates.Independent([.. rows.Select(row => row.Number("mean"))], [.. rows.Select(row => row.Number("se"))], 3423)
        );

        Reference.Equal(7.9780293068044275, test.F, Tolerance, "F");
        Reference.Equal(4.960858045256659e-18, test.P, 1e-8, "p");
        Assert.Equal((15, 3408.0), (test.Differences, test.DegreesOfFreedom));
        Assert.Empty(test.LeftOut);
    }

    /// <summary>Two estimates: the square of their t; what has no standard error is left out, and what cannot vary is not tested.</summary>
    [Fact]
    public void Equality_of_two_is_their_squared_t()
    {
        var pair = EqualityTest.Of(JointEstimates.Independent([50, 44, double.NaN, 7], [2, 1, 1, double.NaN]));
        var difference = Contrasts.Difference(JointEstimates.Independent([50, 44], [2, 1]), 0, 1);

        Assert.Equal(difference.T * difference.T, pair.F, 12);
        Assert.Equal(difference.P, pair.P, 12);
        Assert.Equal([2, 3], pair.LeftOut);
        Assert.True(double.IsNaN(EqualityTest.Of(JointEstimates.Independent([50, 44], [0, 0])).P));
        Assert.True(double.IsNaN(EqualityTest.Of(JointEstimates.Independent([50], [1])).F));

        // The third moves with the first: only one difference can vary.
        var singular = new JointEstimates([1, 2, 1], Symmetric(3, 1, 0, 1, 1, 0, 1));
        Assert.Equal((1, 0.5), (EqualityTest.Of(singular).Differences, Math.Round(EqualityTest.Of(singular).F, 9)));
    }

    [Fact]
    public void A_part_minus_the_weighted_whole_equals_the_difference_with_its_covariance()
    {
        var parts = new JointEstimates([50, 40, 60], Symmetric(3, 4, 1, 0.5, 9, -1, 2));
        double[] shares = [0.5, 0.3, 0.2];
        var whole = shares.Select((share, part) => share * parts.Value(part)).Sum();
        var covariances = Enumerable
            .Range(0, 3)
            .Select(part => shares.Select((share, k) => share * parts.Covariance(part, k)).Sum())
            .ToArray();
        var variance = shares.Zip(covariances, (share, covariance) => share * covariance).Sum();

        var difference = Contrasts.PartMinusWhole(parts, 1, [5, 3, 2]);

        Assert.Equal(40 - whole, difference.Value, 12);
        Assert.Equal(Math.Sqrt(9 + variance - (2 * covariances[1])), difference.StandardError, 12);
        Assert.NotEqual(Math.Sqrt(9 + variance), difference.StandardError, 3);
    }

    [Fact]
    public void A_domain_that_is_the_whole_differs_by_0_without_a_test()
    {
        var same = new JointEstimates([50, 50], Symmetric(2, 0.1, 0.1, 0.1));

        var difference = Contrasts.Difference(same, 0, 1);

        Assert.Equal((0, 0), (difference.Value, difference.StandardError));
        Assert.Equal((0, 0), (difference.Lower, difference.Upper));
        Assert.True(double.IsNaN(difference.T) && double.IsNaN(difference.P));
    }

    [Fact]
    public void A_missing_estimate_or_standard_error_makes_only_its_own_comparisons_missing()
    {
        var joint = JointEstimates.Independent([50, double.NaN, 40, 60], [1, 1, double.NaN, 2], 30);

        Assert.True(double.IsNaN(Contrasts.Difference(joint, 0, 1).Value));
        var unknown = Contrasts.Difference(joint, 0, 2);
        Assert.Equal(10, unknown.Value);
        Assert.True(double.IsNaN(unknown.StandardError) && double.IsNaN(unknown.Lower) && double.IsNaN(unknown.P));
        Assert.Equal(Math.Sqrt(5), Contrasts.Linear(joint, [1, 0, 0, -1]).StandardError, 12);
    }

    [Theory]
    [InlineData("Value 1 is", 1, double.PositiveInfinity, 1, 1, 0)]
    [InlineData("Variance 0 is -1", 1, 1, -1, 1, 0)]
    [InlineData("Covariance (1, 0) is 2: larger than 1", 1, 1, 1, 1, 2)]
    [InlineData("Covariance (1, 0) is NaN", 1, 1, 1, 1, double.NaN)]
    public void What_is_no_covariance_is_refused(string said, double a, double b, double va, double vb, double covariance) =>
        Assert.StartsWith(
            said,
            Assert.Throws<ArgumentException>(() => new JointEstimates([a, b], Symmetric(2, va, covariance, vb))).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Refusals_name_the_element()
    {
        Assert.StartsWith("Coefficient 1 is NaN", Refused(() => Contrasts.Linear(_schools, [1, double.NaN])), StringComparison.Ordinal);
        Assert.StartsWith("3 coefficients for 2 estimates", Refused(() => Contrasts.Linear(_schools, [1, 0, 0])), StringComparison.Ordinal);
        Assert.StartsWith("There is no estimate 2", Refused(() => Contrasts.Difference(_schools, 0, 2)), StringComparison.Ordinal);
        Assert.StartsWith(
            "Estimate 1 is compared with itself",
            Refused(() => Contrasts.Difference(_schools, 1, 1)),
            StringComparison.Ordinal
        );
        Assert.StartsWith(
            "The weight of cell 1 is -1",
            Refused(() => Contrasts.PartMinusWhole(_schools, 0, [1, -1])),
            StringComparison.Ordinal
        );
        Assert.StartsWith("Standard error 0 is -1", Refused(() => JointEstimates.Independent([1], [-1])), StringComparison.Ordinal);
        Assert.StartsWith("Probability 2 is 1.5", Refused(() => Holm.Of([0.1, double.NaN, 1.5])), StringComparison.Ordinal);
        var improper = new JointEstimates([1, 1, 1], Symmetric(3, 1, -1, -1, 1, -1, 1));
        Assert.Contains(
            "no covariance matrix",
            Assert.Throws<InvalidOperationException>(() => Contrasts.Linear(improper, [1, 1, 1])).Message,
            StringComparison.Ordinal
        );
    }

    /// <summary>p.adjust(c(0.01, 0.02, 0.02, NA, 0.04, 1), "holm") of R: 0.05 0.08 0.08 NA 0.08 1.00.</summary>
    [Fact]
    public void Holm_keeps_ties_equal_and_leaves_out_what_has_no_test()
    {
        var holm = Holm.Of([0.01, 0.02, 0.02, double.NaN, 0.04, 1]);

        Assert.Equal([0.05, 0.08, 0.08, double.NaN, 0.08, 1], holm.P);
        Assert.Equal(5, holm.Tests);
        Assert.Equal([3], holm.LeftOut);
        Assert.Empty(Holm.Of([]).P);
    }

    /// <summary>The upper triangle by rows.</summary>
    private static Matrix<double> Symmetric(int size, params double[] upper)
    {
        var matrix = Matrix<double>.Build.Dense(size, size);
        var next = 0;
        for (var row = 0; row < size; row++)
        {
            for (var column = row; column < size; column++)
            {
                matrix[row, column] = matrix[column, row] = upper[next++];
            }
        }

        return matrix;
    }

    private static string Refused(Action action) => Assert.Throws<ArgumentException>(action).Message;
}
