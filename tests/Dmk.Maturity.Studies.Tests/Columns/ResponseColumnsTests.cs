using CsCheck;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>What columns add up and group at once is what going through the companies one by one gives.</summary>
public sealed class ResponseColumnsTests
{
    private static readonly MomentLayout _layout = new(3)
    {
        Crossed = [0, 2],
        Steps =
        [
            [40],
            [40, 80],
            [],
        ],
    };

    /// <summary>NaN of some; few distinct ones, and such as two companies hardly share.</summary>
    private static readonly Gen<double> _score = Gen.Int[-3, 9]
        .Select(
            Gen.Double[-20, 120],
            (one, other) =>
                one < 0 ? double.NaN
                : one < 8 ? 12.5 * one
                : other
        );

    private static readonly Gen<Company> _company = Gen.Select(
        Gen.Int[0, 2],
        Gen.Int[0, 2],
        Gen.Int[-1, 3],
        _score.Array[4],
        (stratum, cell, lot, scores) => new Company(stratum, cell, lot, scores)
    );

    [Fact]
    public void Moments_by_lots_are_those_of_companies_added_one_by_one() =>
        _company.List[0, 60].Sample(companies => AssertSameMoments(companies, companies.Count), iter: 300);

    [Fact]
    public void Companies_beyond_the_last_lot_count_nowhere() =>
        _company.List[5, 60].Sample(companies => AssertSameMoments(companies, companies.Count - 5), iter: 100);

    [Fact]
    public void Scores_that_are_kept_as_they_are_add_up_like_codes()
    {
        var random = new Random(5);
        Company[] companies =
        [
            .. Enumerable
                .Range(0, 6000)
                .Select(number => new Company(
                    random.Next(3),
                    random.Next(3),
                    random.Next(4),
                    [random.NextDouble() * 100, random.Next(5), number % 7 == 0 ? double.NaN : random.NextDouble(), double.NaN]
                )),
        ];

        Assert.Contains(8, Columns(companies).ColumnsOfWidth.Keys);
        AssertSameMoments(companies, companies.Length);
    }

    [Fact]
    public void Groups_are_of_the_same_place_scored_nodes_and_mark_in_the_order_of_their_first_companies() =>
        _company
            .List[0, 60]
            .Sample(
                companies =>
                {
                    var found = Columns(companies).Grouped([.. companies.Select(company => (long)company.Lot)]);
                    var keys = companies
                        .Select(company => (company.From, company.In, ScorePattern.Of(Models(company)), (long)company.Lot))
                        .ToArray();
                    var expected = keys.Where(key => key.Item4 >= 0).CountBy(key => key).ToArray();
                    Assert.Equal(
                        expected.Select(group => new RowGroup(group.Key.From, group.Key.In, group.Key.Item3, group.Key.Item4, group.Value)),
                        found.Groups
                    );
                    Assert.Equal(keys.Select(key => key.Item4 < 0 ? -1 : Array.FindIndex(expected, group => group.Key == key)), found.Of);
                },
                iter: 300
            );

    private static void AssertSameMoments(IReadOnlyList<Company> companies, int rows)
    {
        var found = Columns(companies).Moments.InLots(0, _layout, [.. companies.Take(rows).Select(company => company.Lot)]);
        var lots = companies.Take(rows).Where(company => company.Lot >= 0).GroupBy(company => company.Lot).ToArray();
        Assert.Equal(lots.Select(lot => lot.Key).Order(), found.Keys.Order());
        foreach (var lot in lots)
        {
            var expected = new StudyMoments(_layout);
            foreach (var company in lot)
            {
                expected.At(company.From, company.In).Add(company.Scores.AsSpan(0, 3));
            }

            Assert.Equal(expected.Cells.Keys, found[lot.Key].Cells.Keys);
            Assert.All(expected.Cells, cell => Assert.True(cell.Value.SameAs(found[lot.Key].Cells[cell.Key])));
        }
    }

    private static ResponseColumns Columns(IReadOnlyList<Company> companies)
    {
        var columns = new ResponseColumns([3, 1], 0);
        foreach (var company in companies)
        {
            columns.Add(company.From, company.In, "1.0.0", Models(company), []);
        }

        return columns;
    }

    private static double[][] Models(Company company) => [company.Scores[..3], company.Scores[3..]];

    /// <param name="Lot">Negative for none.</param>
    private sealed record Company(int Stratum, int Cell, int Lot, double[] Scores)
    {
        public ReportingCell From { get; } = ReportingCell.Of("BW", $"{Stratum}");

        public ReportingCell In { get; } = ReportingCell.Of("BW", $"{Cell}");
    }
}
