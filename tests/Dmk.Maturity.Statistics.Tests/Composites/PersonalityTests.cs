namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Reliability and components of 2,800 people's answers to 25 items, as R's psych 2.2.9 has them.</summary>
/// <remarks>Left out: varimax rotation, which is not offered; signal to noise and the sum's own mean, which follow from what is there.
/// </remarks>
public sealed class PersonalityTests
{
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _answers = Reference.Rows("personality-answers.csv");
    private static readonly string[] _items = [.. _answers[0].Keys];

    [Fact]
    public void Alpha_and_all_that_is_said_of_its_items_are_those_of_psych()
    {
        foreach (var row in Reference.Rows("personality-alpha.csv"))
        {
            var what = $"{row["scale"]} {row["missing"]}";
            var items = Reference
                .Rows("personality-items.csv")
                .Where(item => item["scale"] == row["scale"] && item["missing"] == row["missing"])
                .ToArray();
            var columns = Array.ConvertAll(items, Answers);
            var alpha = Reliability.Of(row["missing"] == "complete" ? Correlations.Complete(columns) : columns);
            Reference.Equal(row.Number("alpha"), alpha.Alpha, 1e-9, what);
            Reference.Equal(row.Number("standard"), alpha.StandardAlpha, 1e-9, what);
            Reference.Equal(row.Number("lambda6"), alpha.Lambda6, 1e-9, what);
            Reference.Equal(row.Number("average"), alpha.AverageCorrelation, 1e-9, what);
            Reference.Equal(row.Number("median"), alpha.MedianCorrelation, 1e-9, what);
            Reference.Equal(row.Number("error"), alpha.StandardError, 1e-9, what);
            Reference.Equal(row.Number("lower"), alpha.Lower, 1e-8, what);
            Reference.Equal(row.Number("upper"), alpha.Upper, 1e-8, what);
            for (var at = 0; at < items.Length; at++)
            {
                SameItem(items[at], alpha.Items[at], $"{what} {items[at]["item"]}");
            }
        }
    }

    [Fact]
    public void Components_of_the_correlations_are_those_of_R()
    {
        var complete = Complete();
        var matrix = Correlations.Of(complete);
        var components = PrincipalComponents.Of(matrix);
        var expected = Reference.Rows("personality-eigenvalues.csv");
        for (var at = 0; at < 25; at++)
        {
            Reference.Equal(expected[at].Number("cor"), components.Eigenvalues[at], 1e-9, $"eigenvalue {at}");
            Reference.Equal(expected[at].Number("explained"), components.Explained[at], 1e-9, $"explained {at}");
        }

        SameMatrix("personality-correlations.csv", (i, j) => matrix[i, j], 25);
        SameMatrix("personality-vectors.csv", (i, j) => components.Vectors[i, j], 25);
        SameMatrix("personality-loadings.csv", components.Loading, 25);
        Assert.Equal(6, components.AboveOne);
    }

    [Fact]
    public void Components_of_the_covariances_are_those_of_R()
    {
        var components = PrincipalComponents.Of(Correlations.Covariances(Complete()));
        var expected = Reference.Rows("personality-eigenvalues.csv");
        for (var at = 0; at < 25; at++)
        {
            Reference.Equal(expected[at].Number("cov"), components.Eigenvalues[at], 1e-9, $"eigenvalue {at}");
        }

        SameMatrix("personality-covariance-vectors.csv", (i, j) => components.Vectors[i, j], 5);
    }

    [Fact]
    public void Adequacy_is_that_of_psych()
    {
        var complete = Complete();
        var adequacy = SamplingAdequacy.Of(Correlations.Of(complete), complete[0].Length);
        var expected = Reference.Rows("personality-adequacy.csv").ToDictionary(row => row["item"], row => row.Number("kmo"));
        Reference.Equal(expected["overall"], adequacy.Overall, 1e-9, "overall");
        Reference.Equal(expected["bartlett"], adequacy.Bartlett, 1e-9, "Bartlett");
        Assert.Equal(300, adequacy.DegreesOfFreedom);
        for (var at = 0; at < _items.Length; at++)
        {
            Reference.Equal(expected[_items[at]], adequacy.Items[at], 1e-9, _items[at]);
        }
    }

    [Fact]
    public void Omega_solves_the_equations_of_maximum_likelihood()
    {
        var items = Reference.Rows("personality-items.csv").Where(item => item is { } && item["scale"] == "neuroticism").Take(5).ToArray();
        var matrix = Correlations.Of(Correlations.Complete(Array.ConvertAll(items, Answers)));

        var factor = OneFactor.Of(matrix);

        Assert.True(factor.Converged);
        var strength = factor.Loadings.Zip(factor.Uniquenesses, (l, u) => l * l / u).Sum();
        for (var i = 0; i < 5; i++)
        {
            // diag(R) = diag(ll' + u), and R u^-1 l = l (1 + l' u^-1 l): Lawley and Maxwell (1971), 4.11 and 4.13.
            Reference.Equal(1, (factor.Loadings[i] * factor.Loadings[i]) + factor.Uniquenesses[i], 1e-10, $"diagonal {i}");
            var left = Enumerable.Range(0, 5).Sum(j => matrix[i, j] * factor.Loadings[j] / factor.Uniquenesses[j]);
            Reference.Equal(factor.Loadings[i] * (1 + strength), left, 1e-9, $"row {i}");
        }

        var alpha = Reliability.AlphaOf(matrix);
        Assert.InRange(factor.OmegaTotal, alpha - 1e-9, alpha + 0.05);
    }

    private static void SameItem(IReadOnlyDictionary<string, string> expected, ReliabilityItem item, string what)
    {
        Assert.Equal(expected.Number("n"), item.Count);
        Reference.Equal(expected.Number("raw_r"), item.WithTotal, 1e-9, what);
        Reference.Equal(expected.Number("std_r"), item.WithStandardTotal, 1e-9, what);
        Reference.Equal(expected.Number("r_cor"), item.WithTotalCorrected, 1e-9, what);
        Reference.Equal(expected.Number("r_drop"), item.WithRest, 1e-9, what);
        Reference.Equal(expected.Number("mean"), item.Mean, 1e-9, what);
        Reference.Equal(expected.Number("sd"), item.StandardDeviation, 1e-9, what);
        Reference.Equal(expected.Number("alpha"), item.AlphaWithout, 1e-9, what);
        Reference.Equal(expected.Number("standard"), item.StandardAlphaWithout, 1e-9, what);
        Reference.Equal(expected.Number("average"), item.AverageCorrelationWithout, 1e-9, what);
    }

    private static double[] Answers(IReadOnlyDictionary<string, string> item) =>
        [.. _answers.Select(row => item["reversed"] == "true" ? 7 - row.Number(item["item"]) : row.Number(item["item"]))];

    private static double[][] Complete() =>
        Correlations.Complete(Array.ConvertAll(_items, item => _answers.Select(row => row.Number(item)).ToArray()));

    /// <summary>To 1e-8 of 1.</summary>
    private static void SameMatrix(string file, Func<int, int, double> actual, int columns)
    {
        foreach (var (row, i) in Reference.Rows(file).Select((row, i) => (row, i)))
        {
            var values = row
                .Values.Skip(1)
                .Select(value => double.Parse(value, System.Globalization.CultureInfo.InvariantCulture))
                .ToArray();
            for (var j = 0; j < columns; j++)
            {
                Assert.True(Math.Abs(values[j] - actual(i, j)) < 1e-8, $"{file} {i} {j}: expected {values[j]:R}, got {actual(i, j):R}.");
            }
        }
    }
}
