using CsCheck;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Conditions pick companies: a scan of the columns does what looking at each company does, and what cannot be looked up is
/// refused in words.</summary>
public sealed class StudyConditionTests
{
    private static readonly StudyDesign _design = StudyDesign
        .Parse(
            SmallStudy.Yaml + "\nestimands: { personsEmployed: persons }\nfilters: [ai_use, land_now]\n",
            "study.yaml",
            SmallSurvey.Classifications
        )
        .OrThrow();

    private static readonly Study _study = new(
        _design,
        [new(SmallSurvey.Questionnaire, [SmallSurvey.Model]) { DraftsCarryOn = true }],
        [],
        Origin.Synthetic,
        StudyPhase.InField
    );

    private static readonly MomentLayout _layout = new(1)
    {
        Steps =
        [
            [20, 50],
        ],
    };

    private static readonly Gen<(KeptValue[] Kept, double Score)> _companies = Gen.Select(
        AnyOf(KeptValue.Missing, KeptValue.Of(0), KeptValue.Of(5), KeptValue.Of(12)),
        AnyOf(KeptValue.Missing, new("none", double.NaN), new("pilot", double.NaN), new("wide", double.NaN)),
        AnyOf(double.NaN, 0.0, 25, 50, 100),
        (persons, use, score) => (new[] { persons, use, KeptValue.Missing }, score)
    );

    [Theory]
    [InlineData("ai_use == 'wide'")]
    [InlineData("ai_use != 'wide'")]
    [InlineData("not (ai_use == 'wide' or persons > 4)")]
    [InlineData("ai_use in ['wide', 'pilot'] and 5 <= persons")]
    [InlineData("not answered(ai_use) or score('total') >= 50")]
    [InlineData("score('total') < 30 and not (persons == 0)")]
    [InlineData("answered(land_now)")]
    public void A_scan_picks_the_companies_of_which_it_is_true(string text) =>
        _companies
            .Array[0, 3000]
            .Sample(
                companies =>
                {
                    var (one, other) = (Columns(companies.Take(companies.Length / 3)), Columns(companies.Skip(companies.Length / 3)));
                    var condition = StudyCondition.Read(_study, 0, text);
                    var merged = one.Moments.Among(condition, 0, 0, _layout);
                    merged.Merge(other.Moments.Among(condition, 0, 0, _layout));
                    var picked = companies.Where(company => Holds(text, company) == true && !double.IsNaN(company.Score)).ToArray();
                    Assert.Equal(companies.Length, merged.Respondents);
                    Assert.Equal(picked.Length, merged.Cells.Values.Sum(cell => cell.Count(0)));
                    Assert.Equal(picked.Sum(company => company.Score), merged.Cells.Values.Sum(cell => cell.Sum(0)));
                },
                iter: 30
            );

    [Fact]
    public void Counted_scores_give_the_sums_of_scores_added_one_by_one_to_the_last_bit()
    {
        // Of few companies each is added, of many their scores are counted.
        var condition = StudyCondition.Read(_study, 0, "persons > 4");
        _companies
            .Array[0, 60]
            .Sample(
                companies =>
                {
                    var counted = Columns(companies).Moments.Among(condition, 0, 0, _layout);
                    var added = new StudyMoments(_layout);
                    foreach (var (row, company) in companies.Index())
                    {
                        var (cell, isPicked) = (CellOf(row), Holds("persons > 4", company) == true && !double.IsNaN(company.Score));
                        added.At(cell, cell).Add([isPicked ? company.Score : double.NaN]);
                    }

                    Assert.Equal(added.Cells.Count, counted.Cells.Count);
                    Assert.All(added.Cells, cell => Assert.True(cell.Value.SameAs(counted.Cells[cell.Key])));
                },
                iter: 300
            );
    }

    [Theory]
    [InlineData("nonsense == 1", "persons, ai_use, land_now")]
    [InlineData("ai_use == 'nonsense'", "'none', 'pilot', 'wide'")]
    [InlineData("ai_use == 1", "'none', 'pilot', 'wide'")]
    [InlineData("persons == 'many'", "a number")]
    [InlineData("ai_use < 'wide'", "no order")]
    [InlineData("score('nonsense') > 1", "no node")]
    [InlineData("score('x', 'total') > 1", "no index")]
    [InlineData("persons + 1 > 2", "Expected an answer")]
    [InlineData("persons > specialists", "Expected a number")]
    [InlineData("persons >", "Expected")]
    [InlineData("5", "no condition")]
    public void What_cannot_be_looked_up_is_refused(string text, string said) =>
        Assert.Contains(
            said,
            Assert.Throws<ResultRequestException>(() => StudyCondition.Read(_study, 0, text)).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Deep_and_long_conditions_are_refused()
    {
        Refused(new string('(', 5_000) + "persons > 1" + new string(')', 5_000));
        Refused(new string('(', 100) + "persons > 1" + new string(')', 100));
        Refused(string.Concat(Enumerable.Repeat("not ", 100_000)) + "persons > 1");
        Refused($"persons in [{string.Join(", ", Enumerable.Range(0, 100_000))}]");
        Refused(string.Join(" or ", Enumerable.Repeat("persons > 1", 51)));
        _ = StudyCondition.Read(_study, 0, string.Join(" or ", Enumerable.Repeat("persons > 1", 50)));
    }

    private static Gen<T> AnyOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(place => values[place]);

    private static void Refused(string text) =>
        Assert.InRange(Assert.Throws<ResultRequestException>(() => StudyCondition.Read(_study, 0, text)).Message.Length, 1, 400);

    private static ResponseColumns Columns(IEnumerable<(KeptValue[] Kept, double Score)> companies)
    {
        var columns = new ResponseColumns([1], 3);
        foreach (var (row, company) in companies.Index())
        {
            var cell = CellOf(row);
            columns.Add(
                cell,
                cell,
                "1.0.0",
                [
                    [company.Score],
                ],
                company.Kept
            );
        }

        return columns;
    }

    private static ReportingCell CellOf(int row) => ReportingCell.Of("A", $"s{row % 3}", "S1");

    /// <summary>The same by looking at one company.</summary>
    private static bool? Holds(string text, (KeptValue[] Kept, double Score) company)
    {
        double? persons = double.IsNaN(company.Kept[0].Number) ? null : company.Kept[0].Number;
        double? score = double.IsNaN(company.Score) ? null : company.Score;
        var use = company.Kept[1].Code;
        bool? wide = use is null ? null : use == "wide";
        return text switch
        {
            "ai_use == 'wide'" => wide,
            "ai_use != 'wide'" => !wide,
            "not (ai_use == 'wide' or persons > 4)" => !(wide | (persons is null ? null : persons > 4)),
            "ai_use in ['wide', 'pilot'] and 5 <= persons" => (use is null ? null : use is "wide" or "pilot")
                & (persons is null ? null : persons >= 5),
            "not answered(ai_use) or score('total') >= 50" => (use is null) | (score is null ? null : score >= 50),
            "score('total') < 30 and not (persons == 0)" => (score is null ? null : score < 30) & (persons is null ? null : persons != 0),
            "persons > 4" => persons is null ? null : persons > 4,
            "answered(land_now)" => false,
            _ => throw new ArgumentException(text),
        };
    }
}
