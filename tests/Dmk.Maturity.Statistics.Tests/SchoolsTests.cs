namespace Dmk.Maturity.Statistics.Tests;

/// <summary>The California schools against R survey 4.1-1 (svymean, svyby; see reference/README.md), to 1e-9 relative, t intervals
/// included.</summary>
/// <remarks>Of the same source these wait for their estimators: totals, ratios, covariances between domains, population variances,
/// intervals for proportions (svyciprop), design effects against sampling with
/// replacement, and survey.adjust.domain.lonely = TRUE.</remarks>
public sealed class SchoolsTests
{
    private const double Tolerance = 1e-9;

    private static readonly string[] _numbers = ["api00", "api99", "ell", "meals", "acs.46"];
    private static readonly string[] _shares = ["stypeE", "stypeH", "stypeM", "sch.wideNo", "sch.wideYes"];
    private static readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _expected = Reference.Rows("schools-means.csv");

    public static TheoryData<string> Cases => [.. _expected.Select(row => row["case"]).Distinct()];

    [Fact]
    public void All_cases_of_the_file_are_tried() => Assert.Equal(36, Cases.Count);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Means_are_those_of_R(string name)
    {
        var rows = _expected.Where(row => row["case"] == name).ToArray();
        var (data, by) = (Reference.Rows($"schools-{rows[0]["data"]}.csv"), rows[0]["by"]);
        var strata = data.DistinctBy(school => school["stype"]).ToList();
        var domains = DomainsOf(data, by);
        var names = domains.Distinct().ToList();
        var cells = data.Zip(domains)
            .GroupBy(school =>
                (Stratum: strata.FindIndex(stratum => stratum["stype"] == school.First["stype"]), Domain: names.IndexOf(school.Second))
            )
            .Select(cell => new StratumCell(cell.Key.Stratum, cell.Key.Domain, MomentsOf(cell.Select(school => school.First))))
            .ToArray();
        var weighting = Weighting.Given(
            [.. strata.Select(one => one.Number("pw"))],
            [.. strata.Select(one => rows[0]["fpc"] == "yes" ? one.Whole("fpc") : Weighting.Unlimited)]
        );
        var means = new CellEstimates(
            WeightedCells.Of(cells, weighting),
            new(
                Enum.Parse<LonelyUnit>(rows[0]["lonely"], ignoreCase: true),
                DegreesOfFreedomRule.Design,
                Intervals: IntervalVariance.Linearised
            )
        );
        foreach (var row in rows)
        {
            Check(
                row,
                means.Means(new CellMeasure.Score(VariableOf(row["variable"])), new([.. Enumerable.Range(0, names.Count)], names.Count))[
                    names.IndexOf(row["domain"])
                ]
            );
        }
    }

    [Fact]
    public void A_lonely_school_is_an_error_if_it_shall_be_one()
    {
        var cells = new[] { new StratumCell(0, 0, MomentsOf(Reference.Rows("schools-apistrat.csv").Take(1))) };
        var means = new CellEstimates(
            WeightedCells.Of(cells, Weighting.Given([44.21], [4421])),
            new(LonelyUnit.Fail, DegreesOfFreedomRule.Design)
        );
        var error = Assert.Throws<LonelyUnitException>(() => means.Means(new CellMeasure.Score(0), CellPartition.Whole(1)));
        Assert.Contains("single respondent", error.Message, StringComparison.Ordinal);
    }

    private static void Check(IReadOnlyDictionary<string, string> row, Estimate? estimate)
    {
        Assert.NotNull(estimate);
        var what = $"{row["case"]} {row["variable"]} {row["domain"]}";
        Reference.Equal(row.Number("estimate"), estimate.Value, Tolerance, what);
        if (row["n"].Length > 0)
        {
            Assert.Equal(row.Whole("n"), estimate.Respondents);
        }

        if (row["n"] == "1")
        {
            // R gives a single respondent the standard error 0; there is none.
            Assert.True(double.IsNaN(estimate.StandardError));
            return;
        }

        // A share that the stratification fixes has the standard error 0 but for the last bits, there and here.
        Assert.True(
            Math.Abs(estimate.StandardError - row.Number("se")) <= Tolerance * Math.Max(row.Number("se"), 1e-6),
            $"{what}: {estimate.StandardError} instead of {row["se"]}"
        );
        foreach (
            var (column, actual) in new[]
            {
                ("lower", estimate.Lower),
                ("upper", estimate.Upper),
                ("df", estimate.DegreesOfFreedom),
                ("deff", estimate.DesignEffect),
            }
        )
        {
            if (row[column].Length > 0)
            {
                Reference.Equal(row.Number(column), actual, Tolerance, $"{what} {column}");
            }
        }
    }

    private static CellMoments MomentsOf(IEnumerable<IReadOnlyDictionary<string, string>> schools)
    {
        var moments = new CellMoments(_numbers.Length + _shares.Length);
        foreach (var school in schools)
        {
            moments.Add([
                .. _numbers.Select(school.Number),
                .. _shares.Select(share => share == "stype" + school["stype"] || share == "sch.wide" + school["sch.wide"] ? 1.0 : 0.0),
            ]);
        }

        return moments;
    }

    private static int VariableOf(string name) => Array.IndexOf([.. _numbers, .. _shares], name);

    private static string[] DomainsOf(IReadOnlyList<IReadOnlyDictionary<string, string>> data, string by) =>
        by switch
        {
            "" => [.. data.Select(_ => "")],
            "dom" => [.. Reference.Rows("schools-apistrat_domain_lonely.csv").Select(row => row["dom"])],
            _ => [.. data.Select(school => string.Join('.', by.Split('+').Select(column => school[column])))],
        };
}
